/** The head ends a colleague's access, knowing how many contracts pass over. */
import type { CommandResult } from '../command.ts';
import type { Dialog, Ending, Known, Question } from '../dialog.ts';
import { goOption } from '../options.ts';
import { numberOf, textOf } from './kept-answers.ts';
import { missingArgument, readId } from './missing-argument.ts';
import { choiceQuestion } from './plain-questions.ts';
import { onKind, refusedEnding } from './refusal.ts';
import { staffOf } from './staff-of.ts';
import { ended, staffText } from './wording.ts';

/** What the form keeps of the colleague. */
const NAME = '_colleague';
const HELD = '_contracts';

/** Argument: the id of the member of staff; their contracts pass to the head. */
export const DISMISS_STAFF: Dialog = {
  id: 'dismiss-staff',
  version: 1,
  audience: 'head',
  content: 'personal',
  open: ({ argument }) =>
    readId(argument) === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'list-staff' }] },
  questions: ({ answers }) =>
    NAME in answers ? [confirmQuestion(textOf(answers, NAME), numberOf(answers, HELD))] : [],
  finish: ({ answers, argument }) =>
    answers['confirm'] === 'yes'
      ? { replies: [], commands: [{ kind: 'dismiss-staff', staffId: argument ?? '' }] }
      : ended([staffText('dismiss-staff.kept')], [staffRow()]),
  onResult: (result, known) => (result.kind === 'staff' ? begin(result, known) : dismissed(result, known)),
};

const dismissed = onKind(
  'done',
  (_done, { answers }) => {
    const count = numberOf(answers, HELD);
    const passed = count > 0 ? [staffText('dismiss-staff.handed-over', { count })] : [];
    return ended([staffText('dismiss-staff.done', { name: textOf(answers, NAME) }), ...passed], [staffRow()]);
  },
  (refusal) => refusedEnding(refusal, [staffRow()]),
);

/** Asks about a colleague who is still there and is not the head who asks. */
function begin({ lines }: Extract<CommandResult, { kind: 'staff' }>, { argument, view }: Known): Ending {
  const line = lines.find(({ staffId }) => staffId === argument);
  const refusal = { of: 'dismiss-staff', kind: 'refused', faults: [] } as const;
  if (argument === staffOf(view).id) return refusedEnding({ ...refusal, why: 'not-allowed' }, [staffRow()]);
  if (line === undefined) return refusedEnding({ ...refusal, why: 'not-found' }, [staffRow()]);
  return { replies: [], next: 'stay', answers: { [NAME]: line.name, [HELD]: line.contracts } };
}

function confirmQuestion(name: string, count: number): Question {
  return choiceQuestion({
    id: 'confirm',
    ask:
      count === 0
        ? staffText('dismiss-staff.confirm.ask-none', { name })
        : staffText('dismiss-staff.confirm.ask', { name, count }),
    choices: [
      { id: 'yes', label: staffText('dismiss-staff.confirm.yes') },
      { id: 'no', label: staffText('dismiss-staff.confirm.no') },
    ],
  });
}

function staffRow() {
  return [goOption(staffText('go.staff'), 'staff')];
}
