/** Cases for the picture: the months around and after a contract that ended on 31 August 2026. */
import type { IncomeChart } from '../../../src/casework/paper/paper.ts';
import { addMonths, day, month, type Month } from '../../../src/engine/day.ts';
import { type Money, roubles, share, sum } from '../../../src/engine/money.ts';

const FIRST = month('2026-06');
const COUNT = 15;

/** Incomes of 15 months from June 2026 on, null for a month nobody knows. */
export function chartOf(incomes: readonly (string | null)[], change: Partial<IncomeChart> = {}): IncomeChart {
  const months = incomes.map((income, at) => ({
    month: addMonths(FIRST, at),
    perCapitaIncome: income === null ? null : roubles(income),
    minimum: addMonths(FIRST, at) < month('2027-01') ? roubles('17424.00') : roubles('18939.00'),
  }));
  const window = (first: string): IncomeChart['windows'][number] => {
    const three: [Month, Month, Month] = [month(first), addMonths(month(first), 1), addMonths(month(first), 2)];
    const known = three.map((each) => months.find((one) => one.month === each)?.perCapitaIncome ?? null);
    const amounts = known.filter((each): each is Money => each !== null);
    return { months: three, perCapitaIncome: amounts.length === 3 ? share(sum(amounts), 3) : null };
  };
  return {
    recipientName: 'Иванова Анна Сергеевна',
    months,
    endsOn: day('2026-08-31'),
    perCapitaIncomeBefore: roubles('9800.00'),
    windows: [window('2026-12'), window('2027-03'), window('2027-06')],
    ...change,
  };
}

const KNOWN = [
  9800, 10_400, 11_900, 12_350.5, 13_000, 14_100, 15_220.33, 16_800, 17_350, 17_900, 18_400, 19_200, 19_150, 20_400,
  21_030.75,
];
const plain = (list: readonly number[]): string[] => list.map((amount) => amount.toFixed(2));

/** Every situation that has a look of its own. */
export const CHARTS: { readonly [name: string]: IncomeChart } = {
  'every month known': chartOf(plain(KNOWN)),
  'months not known': chartOf(plain(KNOWN).map((income, at) => ([1, 5, 6, 10, 13, 14].includes(at) ? null : income))),
  'income far above': chartOf(plain(KNOWN.map((income) => income * 6))),
  'no income at all': chartOf(Array<string>(COUNT).fill('0.00'), { perCapitaIncomeBefore: roubles('0.00') }),
  'seven digits': chartOf(plain(KNOWN.map((income) => income * 101.37)), {
    recipientName: 'Константинопольская-Рождественская Александра-Виктория Владиславовна, глава большой семьи',
  }),
  'two years, seven digits': chartOf(
    plain([...KNOWN, ...KNOWN.slice(0, 9)].map((income, at) => income * 90 + at * 1111.11)),
    {
      recipientName: '<Ёж> & "Co"',
    },
  ),
  'nothing known': chartOf(Array<null>(COUNT).fill(null), { perCapitaIncomeBefore: null }),
  'no minimum, end in the middle of a month': {
    ...chartOf(plain(KNOWN), { endsOn: day('2026-08-10'), perCapitaIncomeBefore: null }),
    months: chartOf(plain(KNOWN)).months.map((one) => ({ ...one, minimum: null })),
  },
  'three months only': chartOf(['12000.00', null, '15000.00'], { windows: [] }),
  'no months': chartOf([], { windows: [] }),
};
