/** Staff invite an organisation that hands out links: a kindergarten, a school, a clinic. */
import type { Choice, Dialog } from '../dialog.ts';
import { goOption } from '../options.ts';
import { readChoice } from '../read/read-choice.ts';
import { PARTNER_KINDS } from '../source-command.ts';
import { readPlaceName } from '../source-name.ts';
import { sourceText } from '../source-wording.ts';
import { handoutText } from './handout-texts.ts';
import { textOf } from './kept-answers.ts';
import { onKind } from './refusal.ts';
import { ended, staffText } from './wording.ts';

/** Kind and name of the organisation, then the one-time link for whoever does it there. */
export const INVITE_PARTNER: Dialog = {
  id: 'invite-partner',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: () => ({ kind: 'ask' }),
  questions: () => [
    {
      id: 'kind',
      ask: [sourceText('partner.kind')],
      choices: PARTNER_KINDS.map((kind): Choice[] => [{ id: kind, label: sourceText(`partner.kind-${kind}`) }]),
      read: readChoice,
    },
    { id: 'name', ask: [sourceText('partner.name')], read: readPlaceName },
  ],
  finish: ({ answers }) => ({
    replies: [],
    commands: [
      {
        kind: 'invite-partner',
        partnerKind: PARTNER_KINDS.find((kind) => kind === answers['kind']) ?? 'other',
        name: textOf(answers, 'name'),
      },
    ],
  }),
  onResult: onKind('handout', ({ handout }, { answers }) =>
    ended(
      [sourceText('partner.invited', { name: textOf(answers, 'name') }), handoutText(handout)],
      [[goOption(staffText('go.new-source'), 'new-source')]],
      [handout.qr, handout.sheet],
    ),
  ),
};
