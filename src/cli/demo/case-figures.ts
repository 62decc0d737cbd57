/** Figures of the three stages from what was accepted in the chat: the engine is asked, a person would decide. */
import { lawOf } from '../../casework/case/plan-contract.ts';
import { acceptedItem } from '../../casework/case/submission-figures.ts';
import type { Contract, Submission } from '../../casework/ports.ts';
import { concludeContract, type ConclusionResult } from '../../engine/conclusion.ts';
import { addMonths, type Day, firstDay, type Month, monthOf } from '../../engine/day.ts';
import { type DecisionResult, proposeDecision } from '../../engine/decision.ts';
import { type WindowIncome, windowIncome } from '../../engine/income-window.ts';
import { isAdult, type IncomeEntry, type Member } from '../../engine/member.ts';
import { ZERO } from '../../engine/money.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { reportEffect, type ReportResult } from '../../engine/report.ts';
import type { Opora } from '../../main.ts';

/** The contract of a family with all it sent. */
export interface CaseFile {
  readonly contract: Contract;
  readonly submissions: readonly Submission[];
}

/** A window of the monitoring with its months. */
export interface WindowFigures extends WindowIncome {
  readonly numbers: readonly [number, number, number];
  readonly months: readonly Month[];
}

const WINDOWS: readonly WindowFigures['numbers'][] = [
  [4, 5, 6],
  [7, 8, 9],
  [10, 11, 12],
];

/** The only contract of a demo office. Throws where there is none. */
export function readCase({ deps }: Opora, officeId: string): Promise<CaseFile> {
  return deps.database.transaction(async ({ cases, submissions }) => {
    const [contract] = (await cases.search(officeId, null, 0, 1)).lines;
    if (!contract) throw new Error('the demo has no contract to reckon');
    return { contract, submissions: await submissions.ofContract(contract.id) };
  });
}

/** Stage 1, with the whole programme done. */
export function concluded({ deps }: Opora, { contract }: CaseFile): ConclusionResult {
  const measures = contract.measures.map(({ name }) => ({ name, status: 'done' as const }));
  const { startsOn, agreedEndsOn: endsOn } = contract;
  return answer(concludeContract(lawOf(deps, contract.region), { startsOn, endsOn, measures }));
}

/** Stage 2: the three months after the month of the end, with the result reached and better conditions. */
export function reported({ deps }: Opora, file: CaseFile, on: Day): ReportResult {
  const { contract } = file;
  const months = monthsAfter(contract, 1, 3);
  const members = membersWith(file, months, on);
  const own = members.find(({ relation }) => relation === 'applicant')?.incomes ?? [];
  return answer(
    reportEffect(lawOf(deps, contract.region), {
      region: contract.region,
      municipality: contract.municipality,
      track: contract.track,
      endsOn: contract.agreedEndsOn,
      reportOn: on,
      before: { perCapitaIncome: contract.perCapitaIncomeBefore, on: contract.startsOn },
      after: { members },
      business: own.flatMap(({ month, amount }) => (amount === 'not-sure' ? [] : [{ month, amount }])),
      livingConditions: 'better',
      result: 'reached',
    }),
  );
}

/** The three windows of the monitoring. */
export function windowsOf({ deps }: Opora, file: CaseFile): WindowFigures[] {
  const { contract } = file;
  return WINDOWS.map((numbers) => {
    const months = monthsAfter(contract, numbers[0], 3);
    const on = firstDay(addMonths(monthOf(contract.agreedEndsOn), numbers[2] + 1));
    const members = membersWith(file, months, on);
    return {
      numbers,
      months,
      ...windowIncome(lawOf(deps, contract.region), contract.track, members, months, on),
    };
  });
}

/** Stage 3 from the twelve records and the windows; the report as the engine proposed it. */
export function decided(opora: Opora, file: CaseFile, on: Day): DecisionResult {
  const { contract } = file;
  const { proposal } = reported(opora, file, firstDay(addMonths(monthOf(contract.agreedEndsOn), 5)));
  return answer(
    proposeDecision(lawOf(opora.deps, contract.region), {
      region: contract.region,
      municipality: contract.municipality,
      track: contract.track,
      endsOn: contract.agreedEndsOn,
      decidedOn: on,
      report: proposal === 'undetermined' ? null : { verdict: proposal },
      monitoring: monthsAfter(contract, 1, 12).map((month, index) => ({
        number: index + 1,
        fact: factOf(file, month),
      })),
      incomeWindows: windowsOf(opora, file).flatMap(({ perCapitaIncome, ownIncome, ...window }) =>
        perCapitaIncome === null ? [] : [{ ...window, perCapitaIncome, ownIncome: ownIncome ?? undefined }],
      ),
    }),
  );
}

function factOf({ submissions }: CaseFile, month: Month): 'confirmed' | 'not-confirmed' | 'no-answer' {
  const submission = submissions.find((each) => each.month === month);
  const state = submission && acceptedItem(submission, 'fact')?.answers.fact?.state;
  if (state === 'yes') return 'confirmed';
  return state === 'no' ? 'not-confirmed' : 'no-answer';
}

/** The family with what was accepted of these months; the income of "the others" stands with the first of them who is grown up. */
function membersWith({ contract, submissions }: CaseFile, months: readonly Month[], on: Day): Member[] {
  const members = contract.household.map(
    ({ relation, birthDate, fullTimeStudent }, index): Member => ({
      id: `m${index + 1}`,
      relation,
      fullTimeStudent,
      ...(birthDate ? { birthDate } : {}),
    }),
  );
  const grown = members.filter((member) => member.relation !== 'applicant' && isAdult(member, on));
  return members.map((member) => {
    if (member.relation === 'applicant')
      return { ...member, incomes: months.flatMap((month) => own(submissions, month)) };
    if (member !== grown[0]) return grown.includes(member) ? { ...member, incomes: months.map(nothing) } : member;
    return { ...member, incomes: months.flatMap((month) => ofOthers(submissions, month)) };
  });
}

function own(submissions: readonly Submission[], month: Month): IncomeEntry[] {
  const income = acceptedIncome(submissions, month)?.income;
  if (income === 'none') return [nothing(month)];
  return income && income !== 'given-to-office' ? income.items.map((item) => ({ month, ...item })) : [];
}

function ofOthers(submissions: readonly Submission[], month: Month): IncomeEntry[] {
  const household = acceptedIncome(submissions, month)?.household;
  if (household === 'none') return [nothing(month)];
  return household && household !== 'given-to-office' ? [{ month, kind: 'other', amount: household.amount }] : [];
}

function acceptedIncome(submissions: readonly Submission[], month: Month) {
  const submission = submissions.find((each) => each.month === month);
  return submission && acceptedItem(submission, 'income')?.answers;
}

function nothing(month: Month): IncomeEntry {
  return { month, kind: 'other', amount: ZERO };
}

function monthsAfter({ agreedEndsOn }: Contract, first: number, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(monthOf(agreedEndsOn), first + index));
}

/** The demo's own figures are never refused: a fault is a defect of the script. */
function answer<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(
    `the engine refuses the demo: ${outcome.faults.map(({ path, problem }) => `${path}: ${problem}`).join('; ')}`,
  );
}
