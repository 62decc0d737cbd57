/** What every form about one duty shares: it opens the duty first, keeps the card, and asks with it at hand. */
import type { CommandResult } from '../command.ts';
import type { Answers, Ending, Known, Opening } from '../dialog.ts';
import type { DutyCard } from '../evaluation-card.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { ended } from '../specialist/wording.ts';
import { hold } from './held.ts';
import { keptOrEnded, type Refused, refusedEnding } from './refusal.ts';
import { dutyOption, evaluationText, papersRow } from './wording.ts';

/** Opens the duty named by the argument; what comes after a `~` is the form's own. */
export function openDuty({ argument }: Pick<Known, 'argument'>): Opening {
  const dutyId = dutyIdOf(argument);
  return dutyId === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'open-duty', dutyId }] };
}

/** The id of the duty in an argument. */
export function dutyIdOf(argument: string | null): string | null {
  return readId(argument?.split('~')[0]);
}

/** What such a form does with the results it waits for. */
export interface FormOfDuty<Kind extends DutyCard['kind']> {
  readonly kinds: readonly Kind[];
  /** Why the form cannot begin yet; null where it can. */
  readonly blocked?: (card: Extract<DutyCard, { kind: Kind }>, known: Known) => Ending | null;
  /** Answers known from the start. */
  readonly known?: (card: Extract<DutyCard, { kind: Kind }>, known: Known) => Answers;
  readonly done: (result: Exclude<CommandResult, { kind: 'refused' }>, known: Known) => Ending;
}

/** Reads the duty that was opened, then the result of what the form sent; a refusal that an answer can mend keeps the draft. */
export function onResultOfForm<Kind extends DutyCard['kind']>(
  form: FormOfDuty<Kind>,
): (result: CommandResult, known: Known) => Ending {
  return (result, known) => {
    if (result.kind === 'refused') return refusedForm(result, known);
    if (result.of !== 'open-duty' || result.kind !== 'duty') return form.done(result, known);
    const { card } = result;
    if (!isOf(card, form.kinds)) return wrongDuty(card);
    return (
      form.blocked?.(card, known) ?? {
        replies: [],
        next: 'stay',
        answers: { ...hold(card), ...form.known?.(card, known) },
      }
    );
  };
}

/** The paper that came of a form: said, and opened at once, with its file and what may be done with it. */
export function paperMade(result: Exclude<CommandResult, { kind: 'refused' }>): Ending {
  if (result.kind !== 'paper') return unexpectedEnding();
  return {
    replies: [{ texts: [evaluationText('paper.made')], content: 'personal' }],
    next: { to: 'paper', argument: result.card.paperId },
  };
}

/** A result that cannot come: told, with the way to the list, rather than being a dead end. */
export function unexpectedEnding(): Ending {
  return ended([evaluationText('refused.unexpected')], [papersRow()]);
}

/** The way back to the duty a form is about. */
export function backRow({ argument }: Pick<Known, 'argument'>) {
  const dutyId = dutyIdOf(argument);
  return dutyId === null ? [] : [dutyOption(dutyId)];
}

function refusedForm(refused: Refused, known: Known): Ending {
  if (refused.of === 'open-duty') return refusedEnding(refused);
  return keptOrEnded(refused, [backRow(known)]);
}

function wrongDuty({ dutyId }: DutyCard): Ending {
  return ended([evaluationText('refused.other-duty')], [[dutyOption(dutyId)], papersRow()]);
}

/** What waits for the head is not prepared anew under their hands; null where nothing waits. */
export function waitsForHead({ paper, dutyId }: DutyCard): Ending | null {
  if (paper?.status !== 'submitted') return null;
  return ended([evaluationText('duty.waits-for-head')], [[dutyOption(dutyId)], papersRow()]);
}

function isOf<Kind extends DutyCard['kind']>(
  card: DutyCard,
  kinds: readonly Kind[],
): card is Extract<DutyCard, { kind: Kind }> {
  return kinds.some((kind) => kind === card.kind);
}
