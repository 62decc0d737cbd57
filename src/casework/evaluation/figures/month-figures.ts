/** The figures of one month with their origin, or what is missing of it. No answer is never zero. */
import { addMonths, firstDay, type Month } from '../../../engine/day.ts';
import { TRACK_KINDS } from '../../../engine/income.ts';
import type { Track } from '../../../engine/law.ts';
import { type Money, sum, ZERO } from '../../../engine/money.ts';
import type { FigureItem } from '../../../dialogs/evaluation-codes.ts';
import type { FigureLine, FigureOrigin, MissingFigure } from '../../../dialogs/evaluation-card.ts';
import { acceptedItem, newestItem } from '../../case/submission-figures.ts';
import { strongestProof } from '../../case/strongest-proof.ts';
import type { Revision, StoredFigure, Submission } from '../../ports.ts';
import type { CaseData } from './case-data.ts';

/** Which figures a month must have. */
export interface Needed {
  /** Somebody but the applicant counts. */
  readonly household: boolean;
  /** Form 2 of own business and household farm. */
  readonly business: boolean;
}

/** Figures found and figures missing. */
export interface MonthFigures {
  readonly figures: readonly FigureLine[];
  readonly missing: readonly MissingFigure[];
}

/** Kind under which own income is kept where its kind was not named. */
export function kindOfTrack(track: Track): string {
  return TRACK_KINDS[track][0] ?? 'other';
}

/**
 * What the recipient's accepted submission says; where it says nothing, or staff entered a figure after it was accepted, what staff
 * entered. Income from business is the recipient's own of the track's kinds unless staff entered it by itself.
 */
export function monthFigures(data: CaseData, month: Month, needed: Needed): MonthFigures {
  const submission = data.submissions.find((each) => each.month === month);
  const accepted = submission && acceptedItem(submission, 'income');
  const own = ownFigures(data, month, submission, accepted);
  const household = needed.household ? householdFigures(data, month, submission, accepted) : [];
  const missing: MissingFigure[] = [];
  if (own.length === 0) missing.push({ month, item: 'own', state: stateOf(data, month, submission) });
  if (needed.household && household.length === 0)
    missing.push({ month, item: 'household', state: stateOf(data, month, submission) });
  return {
    figures: [...own, ...household, ...(needed.business ? businessFigures(data, month, own) : [])],
    missing,
  };
}

/** Several months one after another. */
export function figuresOfMonths(data: CaseData, months: readonly Month[], needed: Needed): MonthFigures {
  const each = months.map((month) => monthFigures(data, month, needed));
  return { figures: each.flatMap(({ figures }) => figures), missing: each.flatMap(({ missing }) => missing) };
}

function ownFigures(
  data: CaseData,
  month: Month,
  submission: Submission | undefined,
  accepted: Revision | undefined,
): FigureLine[] {
  const entered = newestByKind(data, month, accepted);
  const income = accepted?.answers.income;
  const said = income === 'none' ? [{ kind: kindOfTrack(data.contract.track), amount: ZERO }] : itemsOf(income);
  if (entered.length > 0 || !submission || !accepted || said.length === 0)
    return entered.map((figure) => enteredLine(data, figure));
  const origin = originOf(submission, accepted);
  return said.map(({ kind, amount }) => ({ month, item: 'own', incomeKind: kind, amount, origin }));
}

function householdFigures(
  data: CaseData,
  month: Month,
  submission: Submission | undefined,
  accepted: Revision | undefined,
): FigureLine[] {
  const entered = lastEntered(data, month, 'household', accepted);
  if (entered) return [enteredLine(data, entered)];
  const said = accepted?.answers.household;
  const amount = said === 'none' ? ZERO : typeof said === 'object' ? (said?.amount ?? null) : null;
  if (!submission || !accepted || amount === null) return [];
  return [{ month, item: 'household', incomeKind: null, amount, origin: originOf(submission, accepted) }];
}

function businessFigures(data: CaseData, month: Month, own: readonly FigureLine[]): FigureLine[] {
  const entered = lastEntered(data, month, 'business', undefined);
  if (entered) return [enteredLine(data, entered)];
  const first = own[0];
  if (!first) return [];
  const kinds: readonly string[] = TRACK_KINDS[data.contract.track];
  const ofTrack = own.filter(({ incomeKind }) => incomeKind !== null && kinds.includes(incomeKind));
  const amount = sum(ofTrack.map((line) => line.amount));
  return [{ month, item: 'business', incomeKind: null, amount, origin: (ofTrack[0] ?? first).origin }];
}

function itemsOf(
  income: 'given-to-office' | Revision['answers']['income'] | undefined,
): readonly { readonly kind: string; readonly amount: Money }[] {
  return typeof income === 'object' && income !== null ? income.items : [];
}

/** Of each kind the newest, of those that stand against the accepted submission. */
function newestByKind(data: CaseData, month: Month, accepted: Revision | undefined): StoredFigure[] {
  const byKind = new Map<string | null, StoredFigure>();
  for (const figure of standing(data, month, 'own', accepted)) byKind.set(figure.incomeKind, figure);
  return [...byKind.values()];
}

function lastEntered(
  data: CaseData,
  month: Month,
  item: FigureItem,
  accepted: Revision | undefined,
): StoredFigure | undefined {
  return standing(data, month, item, accepted).at(-1);
}

/** What was entered before the acceptance is answered by it; what was entered after corrects it. */
function standing(data: CaseData, month: Month, item: FigureItem, accepted: Revision | undefined): StoredFigure[] {
  const acceptedAt = accepted?.decision?.at ?? null;
  const answered = accepted && saysAnything(accepted, item) ? acceptedAt : null;
  return data.entered.filter(
    (figure) => figure.month === month && figure.item === item && (answered === null || figure.keptAt > answered),
  );
}

function saysAnything(revision: Revision, item: FigureItem): boolean {
  const { income, household } = revision.answers;
  const said = item === 'household' ? household : income;
  return said !== null && said !== 'given-to-office';
}

function enteredLine(data: CaseData, figure: StoredFigure): FigureLine {
  const { month, item, incomeKind, amount, source, words, keptOn, byStaffId } = figure;
  const origin: FigureOrigin = { from: source, by: data.names.get(byStaffId) ?? '', on: keptOn, words };
  return { month, item, incomeKind, amount, origin };
}

function originOf(submission: Submission, revision: Revision): FigureOrigin {
  return {
    from: 'submission',
    number: submission.number,
    submissionId: submission.id,
    acceptedOn: revision.decision?.on ?? revision.submittedOn,
    proof: strongestProof(revision.answers.proofs, 'income'),
  };
}

function stateOf(data: CaseData, month: Month, submission: Submission | undefined): MissingFigure['state'] {
  const newest = submission && newestItem(submission, 'income');
  if (newest?.decision?.what === 'returned') return 'returned';
  if (newest && !newest.decision) return 'sent';
  if (newest?.answers.income === 'given-to-office' || newest?.answers.household === 'given-to-office')
    return 'given-to-office';
  const ask = data.asks.find((each) => each.item === 'income' && each.month === month);
  const from = ask?.askFrom ?? firstDay(addMonths(month, 1));
  return data.today < from ? 'not-asked-yet' : 'asked';
}
