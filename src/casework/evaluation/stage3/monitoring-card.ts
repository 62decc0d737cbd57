/** Form 4 of one month before it is prepared: what came in, what was asked, the record so far, and figures when a window is due. */
import { monthOf } from '../../../engine/day.ts';
import type { MonitoringCard, WindowCard, WindowLine } from '../../../dialogs/evaluation-card.ts';
import type { Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import { lawOf } from '../../case/plan-contract.ts';
import { newestItem } from '../../case/submission-figures.ts';
import type { Contract, StoredDuty, Submission } from '../../ports.ts';
import { dutyHead } from '../case/duty-head.ts';
import type { HeldDuty } from '../case/held.ts';
import { surveyLines } from '../case/survey-line.ts';
import { caseData } from '../figures/case-data.ts';
import { windowLine } from '../figures/window-figures.ts';
import { inquiryLine } from './inquiry-line.ts';
import { recordLine, recordLines } from './record-line.ts';
import { registrationOf } from './registration.ts';
import { type Evidence, suggestRecord } from './suggest-record.ts';

/** The card of a record's duty. */
export async function monitoringCard(turn: Turn, held: HeldDuty): Promise<MonitoringCard> {
  const { deps, stores } = turn;
  const { duty, contract } = held;
  const head = await dutyHead(turn, held);
  const number = duty.number ?? 0;
  const evidence = await evidenceOf(turn, contract, duty);
  const kept = await stores.records.find(contract.id, duty.key);
  const papers = await stores.papers.ofKey(contract.id, duty.key);
  const signed = papers.findLast((paper) => paper.status === 'approved') ?? null;
  return {
    ...head,
    kind: 'monitoring',
    number,
    month: duty.month ?? null,
    said: saidOf(evidence),
    record: recordLine({ number, month: duty.month ?? null }, kept, signed),
    suggestion: suggestRecord(deps.documents, evidence),
    inquiries: evidence.inquiries,
    surveys: evidence.surveys,
    window: await windowEndingWith(turn, contract, number),
  };
}

/** The card of an income window's duty. */
export async function windowCard(turn: Turn, held: HeldDuty): Promise<WindowCard> {
  const { deps, stores } = turn;
  const { duty, contract } = held;
  const window = await windowEndingWith(turn, contract, duty.number ?? 0);
  if (!window) throw new Error(`duty ${duty.key} is of no window`);
  const { endsOn, monitoring } = calendarOfContract(deps, contract);
  const dates = monitoring.filter(({ number }) => number === duty.number);
  const [record] = await recordLines(stores, contract.id, endsOn, dates);
  const isKept = record !== undefined && (record.fact ?? record.conditions) !== null;
  return { ...(await dutyHead(turn, held)), kind: 'income-window', window, record: isKept ? record : null };
}

/** The window whose last month is record `number`; null where the record has none. */
export async function windowEndingWith(turn: Turn, contract: Contract, number: number): Promise<WindowLine | null> {
  const { incomeWindows } = calendarOfContract(turn.deps, contract);
  const window = incomeWindows.find(({ numbers }) => numbers[2] === number);
  return window ? windowLine(lawOf(turn.deps, contract.region), await caseData(turn, contract), window) : null;
}

/** Key of the window's duty whose last month is record `number`, for the end in force. */
export function windowKey(numbers: readonly [number, number, number], endsOn: string): string {
  return `income-window:${numbers[0]}-${numbers[2]}@${endsOn}`;
}

/** What came in for the month of a record: submissions, letters and surveys. */
export async function evidenceOf(
  { stores, actor }: Turn,
  contract: Contract,
  duty: Pick<StoredDuty, 'month' | 'opensOn' | 'dueOn'>,
): Promise<Evidence> {
  const month = duty.month ?? null;
  const inquiries = [];
  for (const inquiry of await stores.inquiries.ofContract(contract.id))
    if (inquiry.month === (month ?? monthOf(duty.opensOn)))
      inquiries.push(await inquiryLine(stores, inquiry, actor.today));
  const surveys = (await surveyLines(stores, contract.id)).filter(({ on }) => on >= duty.opensOn && on <= duty.dueOn);
  const submissions = await stores.submissions.ofContract(contract.id);
  const registeredAs = await registrationOf(stores, contract, submissions);
  return { contract, month: month ?? monthOf(duty.opensOn), submissions, inquiries, surveys, registeredAs };
}

function saidOf({ month, submissions }: Evidence): MonitoringCard['said'] {
  const submission: Submission | undefined = submissions.find((each) => each.month === month);
  const revision = submission && newestItem(submission, 'fact');
  if (!submission || !revision?.answers.fact) return null;
  const { fact, proofs } = revision.answers;
  return {
    submissionId: submission.id,
    number: submission.number,
    status: revision.decision?.what ?? 'sent',
    state: fact.state,
    words: fact.words,
    proofs: proofs.filter(({ item }) => item === 'fact').map(({ kind, file }) => ({ kind, file })),
  };
}
