/** What the decision is made of: twelve records, three windows, the verdict of the report; what was signed comes first. */
import type { ContractCalendar } from '../../../engine/contract-calendar.ts';
import type { Day } from '../../../engine/day.ts';
import type { DecisionInput } from '../../../engine/decision.ts';
import type { IncomeWindowFigures, MonitoringRecord } from '../../../engine/monitoring-records.ts';
import type { DecisionCard, RecordLine, WindowLine } from '../../../dialogs/evaluation-card.ts';
import type { Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import { lawOf } from '../../case/plan-contract.ts';
import type { Contract, StoredPaper } from '../../ports.ts';
import { caseData } from '../figures/case-data.ts';
import { windowLine } from '../figures/window-figures.ts';
import { recordKey, recordLines } from './record-line.ts';

/** What `inputs` of a signed record keep of its window, for an exact comparison later. */
export interface KeptWindow {
  readonly window: WindowLine | null;
}

/** Gathered for one contract. */
export interface DecisionFigures {
  readonly records: readonly RecordLine[];
  readonly windows: readonly WindowLine[];
  readonly report: DecisionCard['report'];
}

/** Gathers them for the end in force. */
export async function decisionFigures(turn: Turn, contract: Contract): Promise<DecisionFigures> {
  const { deps, stores } = turn;
  const calendar = calendarOfContract(deps, contract);
  const papers = await stores.papers.ofContract(contract.id);
  const approved = papers.filter((paper) => paper.status === 'approved');
  return {
    records: await recordLines(stores, contract.id, calendar.endsOn, calendar.monitoring),
    windows: await windowsOf(turn, contract, calendar, approved),
    report: reportOf(approved, calendar.endsOn),
  };
}

/** The question to the engine. Months without a word are missing; windows without a figure are left out. */
export function decisionQuestion(
  contract: Contract,
  endsOn: Day,
  decidedOn: Day,
  figures: DecisionFigures,
): DecisionInput {
  return {
    region: contract.region,
    ...(contract.municipality === null ? {} : { municipality: contract.municipality }),
    track: contract.track,
    endsOn,
    decidedOn,
    report: figures.report && { verdict: figures.report.verdict },
    monitoring: figures.records.flatMap((record) => engineRecord(contract, record)),
    incomeWindows: figures.windows.flatMap(engineWindow),
  };
}

function engineRecord(contract: Contract, { number, fact, conditions, hardship }: RecordLine): MonitoringRecord[] {
  if (contract.track !== 'hardship') return fact === null ? [] : [{ number, fact }];
  return conditions === null ? [] : [{ number, conditions, ...(hardship === null ? {} : { hardship }) }];
}

function engineWindow(line: WindowLine): IncomeWindowFigures[] {
  const { numbers, ownIncome, perCapitaIncome, totalIncome, countedMembers } = line;
  if (perCapitaIncome === null || totalIncome === null) return [];
  return [{ numbers, perCapitaIncome, totalIncome, countedMembers, ...(ownIncome === null ? {} : { ownIncome }) }];
}

async function windowsOf(
  turn: Turn,
  contract: Contract,
  calendar: ContractCalendar,
  approved: readonly StoredPaper[],
): Promise<WindowLine[]> {
  const law = lawOf(turn.deps, contract.region);
  const data = await caseData(turn, contract);
  return calendar.incomeWindows.map((window) => {
    const key = recordKey(window.numbers[2], calendar.endsOn);
    const signed = approved.find((paper) => paper.key === key);
    const kept = signed && (signed.inputs as KeptWindow).window;
    return kept ?? windowLine(law, data, window);
  });
}

function reportOf(approved: readonly StoredPaper[], endsOn: Day): DecisionFigures['report'] {
  const paper = approved.find(({ key }) => key === `report@${endsOn}`);
  if (paper?.value.kind !== 'report') return null;
  const { preparedOn, verdict } = paper.value;
  return { paperId: paper.id, on: preparedOn ?? paper.prepared.on, verdict };
}
