/** The picture of a case: income per head by month against the minimum. */
import { addMonths, firstDay, type Month, monthOf, monthsFrom } from '../../../engine/day.ts';
import { countHousehold } from '../../../engine/household.ts';
import { kindCounts } from '../../../engine/income.ts';
import type { Law } from '../../../engine/law.ts';
import { minimaOn } from '../../../engine/minimum.ts';
import { type Money, share, sum } from '../../../engine/money.ts';
import { effectivePolicy } from '../../../engine/policy.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import { contractOfOffice, refused, type Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import { lawOf } from '../../case/plan-contract.ts';
import type { IncomeChart } from '../../paper/paper.ts';
import { type CaseData, caseData } from '../figures/case-data.ts';
import { membersOn, othersCount } from '../figures/family.ts';
import { monthFigures } from '../figures/month-figures.ts';
import { keepMade } from '../paper/paper-file.ts';
import { decisionFigures } from '../stage3/decision-figures.ts';
import type { Wish } from '../wish.ts';

/** Months of monitoring. */
const MONTHS_AFTER = 12;

/** PNG of the contract's months and the twelve after it; a month nobody told of is a gap, never zero. */
export async function drawChart(turn: Turn, command: Wish<'draw-chart'>): Promise<CommandResult> {
  const { deps } = turn;
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('draw-chart', 'not-found');
  const { contract } = held;
  const { endsOn } = calendarOfContract(deps, contract);
  const data = await caseData(turn, contract);
  const law = lawOf(deps, contract.region);
  const months = monthsFrom(monthOf(contract.startsOn), addMonths(monthOf(endsOn), MONTHS_AFTER));
  const { windows } = await decisionFigures(turn, contract);
  const chart: IncomeChart = {
    recipientName: contract.recipientName,
    months: months.map((month) => chartMonth(law, data, month)),
    endsOn,
    perCapitaIncomeBefore: contract.perCapitaIncomeBefore,
    windows: windows.map(({ months: of, perCapitaIncome }) => ({ months: of, perCapitaIncome })),
  };
  const file = await keepMade(turn, await deps.documents.incomeChart(chart));
  return { of: 'draw-chart', kind: 'picture', file };
}

/** Counted income of the month ÷ counted members, both of the first day of the next month; the minimum of the first day of the month. */
function chartMonth(law: Law, data: CaseData, month: Month): IncomeChart['months'][number] {
  const { contract, households } = data;
  const on = firstDay(addMonths(month, 1));
  const members = membersOn(contract, households, on);
  const household = countHousehold(members, on);
  const { figures, missing } = monthFigures(data, month, { household: othersCount(members, on), business: false });
  const counted = figures.filter(
    ({ item, incomeKind }) => item === 'household' || kindCounts(law, incomeKind ?? 'other', on),
  );
  const isKnown = missing.length === 0 && household.counted.length > 0;
  const perCapitaIncome: Money | null = isKnown
    ? share(sum(counted.map(({ amount }) => amount)), household.counted.length)
    : null;
  const place = { region: contract.region, municipality: contract.municipality ?? undefined };
  const { perCapita } = minimaOn(law, place, effectivePolicy(law), firstDay(month), household);
  return { month, perCapitaIncome, minimum: perCapita };
}
