/** What is asked of the recipient now, month by month: one sending answers all that is asked about a month. */
import type { Day, Month } from '../../engine/day.ts';
import type { SubmissionItem } from '../../engine/law.ts';
import type { AskLine, ContractCard } from '../view.ts';

/** One month of one contract with the asks of these states. */
export interface AskedMonth {
  readonly contract: ContractCard;
  readonly month: Month;
  readonly items: readonly SubmissionItem[];
  /** The income of the other counted members is needed too. */
  readonly householdIncome: boolean;
  /** The earliest "by this day please". */
  readonly citizenDay: Day;
  readonly returned: boolean;
}

/** Months with something to answer, the earliest first. */
export function askedMonths(contracts: readonly ContractCard[]): AskedMonth[] {
  return contracts
    .flatMap((contract) => monthsIn(contract, ['open', 'returned']))
    .sort((left, right) => (left.month < right.month ? -1 : left.month > right.month ? 1 : 0));
}

/** Months of one contract that have asks in one of the states, the earliest first. */
export function monthsIn(contract: ContractCard, states: readonly AskLine['state'][]): AskedMonth[] {
  const asks = contract.asks.filter(({ state }) => states.includes(state));
  const months = [...new Set(asks.map(({ month }) => month))].sort();
  return months.map((month) =>
    askedMonth(
      contract,
      month,
      asks.filter((ask) => ask.month === month),
    ),
  );
}

/** One month with the given asks; the items in the order they are asked, never twice. */
function askedMonth(contract: ContractCard, month: Month, asks: readonly AskLine[]): AskedMonth {
  const items = (['fact', 'income'] as const).filter((item) => asks.some((ask) => ask.item === item));
  const days = asks.map(({ citizenDay }) => citizenDay).sort();
  return {
    contract,
    month,
    items,
    householdIncome: asks.some(({ householdIncome }) => householdIncome) && contract.householdCounted > 1,
    citizenDay: days[0] ?? contract.endsOn,
    returned: asks.some(({ state }) => state === 'returned'),
  };
}

/** The opaque argument of a month: `<contractId>~<YYYY-MM>`. */
export function monthArgument({ contract, month }: Pick<AskedMonth, 'contract' | 'month'>): string {
  return `${contract.id}~${month}`;
}
