/** Marks a request to be contacted as done and shows the rest. */
import type { Dialog } from '../dialog.ts';
import { goOption } from '../options.ts';
import { missingArgument, readId } from './missing-argument.ts';
import { onKind, refusedEnding } from './refusal.ts';
import { staffText } from './wording.ts';

/** Argument: the id of the request; one press. */
export const CONTACT_REQUEST_DONE: Dialog = {
  id: 'contact-request-done',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const requestId = readId(argument);
    return requestId === null
      ? missingArgument()
      : { kind: 'run', commands: [{ kind: 'close-contact-request', requestId }] };
  },
  onResult: onKind(
    'done',
    () => ({
      replies: [{ texts: [staffText('contact-requests.closed')], content: 'personal' }],
      next: { to: 'contact-requests' },
    }),
    (refusal) => refusedEnding(refusal, [[goOption(staffText('go.contact-requests-back'), 'contact-requests')]]),
  ),
};
