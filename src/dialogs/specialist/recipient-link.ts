/** A personal link for the recipient. A new one ends the older, so it is made only after a "yes". */
import type { Dialog, Known, Option } from '../dialog.ts';
import { goOption } from '../options.ts';
import { handoutText } from './handout-texts.ts';
import { missingArgument, readId } from './missing-argument.ts';
import { choiceQuestion } from './plain-questions.ts';
import { onKind, refusedEnding } from './refusal.ts';
import { ended, staffText } from './wording.ts';

/** Argument: the id of the contract. */
export const RECIPIENT_LINK: Dialog = {
  id: 'recipient-link',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => (readId(argument) === null ? missingArgument() : { kind: 'ask' }),
  questions: () => [
    choiceQuestion({
      id: 'confirm',
      ask: staffText('recipient-link.confirm.ask'),
      choices: [
        { id: 'yes', label: staffText('recipient-link.confirm.yes') },
        { id: 'no', label: staffText('recipient-link.confirm.no') },
      ],
    }),
  ],
  finish: (known) =>
    known.answers['confirm'] === 'yes'
      ? { replies: [], commands: [{ kind: 'make-recipient-link', contractId: known.argument ?? '' }] }
      : ended([staffText('recipient-link.kept')], [contractRow(known)]),
  onResult: onKind(
    'handout',
    ({ handout }, known) => {
      const texts = [staffText('recipient-link.title'), handoutText(handout), staffText('recipient-link.say')];
      return ended(texts, [contractRow(known)], [handout.qr, handout.sheet]);
    },
    (refusal) => refusedEnding(refusal, [[goOption(staffText('go.contracts'), 'contracts')]]),
  ),
};

function contractRow({ argument }: Pick<Known, 'argument'>): readonly Option[] {
  return argument === null ? [] : [goOption(staffText('go.contract-back'), 'contract', argument)];
}
