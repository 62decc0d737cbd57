/** Stretches and days marked in the picture: the windows of three months and the end of the contract. */
import type { IncomeChart } from '../../casework/paper/paper.ts';
import type { Language } from '../../texts/text.ts';
import type { Say } from '../register/register-words.ts';
import { INK, MARK_TOP, SOFT } from './chart-frame.ts';
import { sizeToFit, textWidth, type Weight } from './chart-letters.ts';
import { drawn, endOfDay, PLANE_BOTTOM, type Plane, SIDE, WIDTH } from './chart-plane.ts';
import { moneyToFit, numberAfter } from './chart-words.ts';
import { line, rectangle, words } from './svg.ts';

/** Fill of a window; the average in it. */
const BAND = '#e6f1f3';
export const AVERAGE = { colour: '#6aa5b1', width: 10 };

const LABEL_SIZE = 28;
const LEAST_SIZE = 18;
const EDGE = 3;
const END_LINE = 160;

/** The windows as bands: their months and average above each, the average as a bar at its height. Letters of one size in all. */
export function windowMarks(chart: IncomeChart, plane: Plane, language: Language, say: Say): string[] {
  const bands = chart.windows.flatMap((window) => bandOf(window, chart, plane, language, say));
  const size = (of: (band: Band) => string, weight: Weight): number =>
    Math.min(LABEL_SIZE, ...bands.map((band) => sizeToFit(of(band), band.room, LABEL_SIZE, LEAST_SIZE, weight)));
  const [nameSize, amountSize] = [size((band) => band.name, 'normal'), size((band) => band.amount, 'bold')];
  return bands.flatMap(({ left, right, name, amount, y }) => {
    const x = (left + right) / 2;
    const [colour, weight]: [string, Weight] = y === null ? [SOFT, 'normal'] : [INK, 'bold'];
    return [
      rectangle({ x: left, y: MARK_TOP }, { x: right, y: PLANE_BOTTOM }, BAND),
      words(name, { x, y: MARK_TOP + 34 }, { size: nameSize, colour: SOFT, anchor: 'middle' }),
      words(amount, { x, y: MARK_TOP + 70 }, { size: amountSize, colour, weight, anchor: 'middle' }),
      ...(y === null
        ? []
        : [
            line(
              [
                { x: left, y },
                { x: right, y },
              ],
              AVERAGE,
            ),
          ]),
    ];
  });
}

/** Edges and words of a band; `y` is the height of its average, null where it is not known. */
interface Band {
  readonly left: number;
  readonly right: number;
  readonly room: number;
  readonly name: string;
  readonly amount: string;
  readonly y: number | null;
}

/** None where the months of the window are not shown. */
function bandOf(
  { months: [first, , last], perCapitaIncome }: IncomeChart['windows'][number],
  chart: IncomeChart,
  plane: Plane,
  language: Language,
  say: Say,
): Band[] {
  const [from, to] = [plane.place(first), plane.place(last)];
  if (from === null || to === null) return [];
  const [left, right] = [plane.x(from - 0.5) + EDGE, plane.x(to + 0.5) - EDGE];
  const room = right - left - 2 * EDGE;
  const name = say('chart.window', {
    first: numberAfter(chart.endsOn, first),
    last: numberAfter(chart.endsOn, last),
  });
  return perCapitaIncome === null
    ? [{ left, right, room, name, amount: say('chart.no-data'), y: null }]
    : [
        {
          left,
          right,
          room,
          name,
          amount: moneyToFit(perCapitaIncome, room, LABEL_SIZE, language, (number) =>
            say('chart.millions', { number }),
          ),
          y: plane.y(drawn(perCapitaIncome)),
        },
      ];
}

/** The end of the contract as an upright line with its day; nothing if its month is not shown. */
export function endMark(chart: IncomeChart, plane: Plane, say: Say): string[] {
  const at = endOfDay(plane, chart.endsOn);
  if (at === null) return [];
  const x = plane.x(at);
  const text = say('chart.end', { day: { day: chart.endsOn } });
  const half = textWidth(text, LABEL_SIZE) / 2;
  const centre = Math.min(Math.max(x, SIDE + half), WIDTH - SIDE - half);
  return [
    line(
      [
        { x, y: END_LINE + 8 },
        { x, y: PLANE_BOTTOM },
      ],
      { colour: INK, width: 4, dash: [4, 8] },
    ),
    words(text, { x: centre, y: END_LINE }, { size: LABEL_SIZE, colour: INK, anchor: 'middle' }),
  ];
}
