/** What each line means, with its figure: under the picture, a line of its own each, because a phone has no room beside the curves. */
import type { IncomeChart } from '../../casework/paper/paper.ts';
import { firstDay } from '../../engine/day.ts';
import type { Say } from '../register/register-words.ts';
import { BEFORE, DOT, INCOME, MINIMUM } from './chart-curves.ts';
import { INK, SOFT } from './chart-frame.ts';
import { sizeToFit } from './chart-letters.ts';
import { AVERAGE } from './chart-marks.ts';
import { SIDE, WIDTH } from './chart-plane.ts';
import { dot, line, type Stroke, words } from './svg.ts';

const FIRST_LINE = 822;
const LINE_HEIGHT = 40;
const SAMPLE = 74;
const SIZE = 30;
const LEAST_SIZE = 20;

interface Entry {
  readonly text: string;
  /** Null: words only. */
  readonly sample: Stroke | null;
  readonly dotted?: true;
}

/** The lines of the legend; an unknown figure is said to be unknown. */
export function legend(chart: IncomeChart, say: Say): string[] {
  return entries(chart, say).flatMap(({ text, sample, dotted }, at) => {
    const y = FIRST_LINE + at * LINE_HEIGHT;
    const left = SIDE + SAMPLE + 16;
    const size = sizeToFit(text, WIDTH - SIDE - left, SIZE, LEAST_SIZE);
    const middle = y - 10;
    return [
      ...(sample === null
        ? []
        : [
            line(
              [
                { x: SIDE, y: middle },
                { x: SIDE + SAMPLE, y: middle },
              ],
              sample,
            ),
          ]),
      ...(dotted ? [dot({ x: SIDE + SAMPLE / 2, y: middle }, DOT, INCOME.colour)] : []),
      words(text, { x: left, y }, { size, colour: sample === null ? SOFT : INK }),
    ];
  });
}

function entries(chart: IncomeChart, say: Say): Entry[] {
  const last = chart.months.findLast(({ perCapitaIncome }) => perCapitaIncome !== null);
  const income = last?.perCapitaIncome ?? null;
  const before = chart.perCapitaIncomeBefore;
  const gaps = income !== null && chart.months.some(({ perCapitaIncome }) => perCapitaIncome === null);
  return [
    ...(last === undefined || income === null
      ? []
      : [
          {
            text: say('chart.income', { month: { month: last.month }, amount: { money: income } }),
            sample: INCOME,
            dotted: true as const,
          },
        ]),
    { text: minimumText(chart, say), sample: chart.months.some(({ minimum }) => minimum !== null) ? MINIMUM : null },
    {
      text: before === null ? say('chart.before-unknown') : say('chart.before', { amount: { money: before } }),
      sample: before === null ? null : BEFORE,
    },
    ...(chart.windows.some(({ perCapitaIncome }) => perCapitaIncome !== null)
      ? [{ text: say('chart.window-average'), sample: AVERAGE }]
      : []),
    ...(gaps ? [{ text: say('chart.gap'), sample: null }] : []),
  ];
}

/** The one minimum of all months, or the first and the last with the day the last came into force. */
function minimumText(chart: IncomeChart, say: Say): string {
  const known = chart.months.flatMap(({ month, minimum }) => (minimum === null ? [] : [{ month, minimum }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return say('chart.minimum-unknown');
  const changed = known.find(
    ({ minimum }, at) => minimum === last.minimum && known.slice(at).every((later) => later.minimum === minimum),
  );
  if (changed === undefined || changed === first) return say('chart.minimum', { amount: { money: last.minimum } });
  return say('chart.minimum-changed', {
    first: { money: first.minimum },
    day: { day: firstDay(changed.month) },
    last: { money: last.minimum },
  });
}
