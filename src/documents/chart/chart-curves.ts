/** The figures themselves: income by month, the subsistence minimum, the level before the contract. */
import type { IncomeChart } from '../../casework/paper/paper.ts';
import type { Say } from '../register/register-words.ts';
import { SOFT } from './chart-frame.ts';
import { sizeToFit } from './chart-letters.ts';
import { drawn, type Plane, runs } from './chart-plane.ts';
import { dot, line, type Stroke, words } from './svg.ts';

/** Each line has a pattern of its own as well as a colour. */
export const INCOME: Stroke = { colour: '#0f5e6e', width: 6 };
export const MINIMUM: Stroke = { colour: '#b5460f', width: 5, dash: [22, 9] };
export const BEFORE: Stroke = { colour: SOFT, width: 5, dash: [5, 9] };
/** Radius of the dot of a month. */
export const DOT = 11;

const MESSAGE_SIZE = 34;

/** Income by month: a dot for each known month, a line between neighbours, nothing at all where it is not known. */
export function incomeCurve(chart: IncomeChart, plane: Plane, say: Say): string[] {
  const figures = chart.months.map(({ perCapitaIncome }) => perCapitaIncome);
  const known = runs(figures, (at, roubles) => [{ x: plane.x(at), y: plane.y(roubles) }]);
  if (known.length === 0) return [message(say('chart.no-income'), plane)];
  const lines = known.flatMap((run) => (run.length > 1 ? [line(run, INCOME)] : []));
  return [...lines, ...known.flat().map((point) => dot(point, DOT, INCOME.colour))];
}

/** The minimum as a step line: level over its months, upright where it changes, broken where it is not known. */
export function minimumCurve(chart: IncomeChart, plane: Plane): string[] {
  const figures = chart.months.map(({ minimum }) => minimum);
  return runs(figures, (at, roubles) => [
    { x: plane.x(at - 0.5), y: plane.y(roubles) },
    { x: plane.x(at + 0.5), y: plane.y(roubles) },
  ]).map((run) => line(run, MINIMUM));
}

/** The figure of the application as a level across the picture. */
export function beforeLevel(chart: IncomeChart, plane: Plane): string[] {
  if (chart.perCapitaIncomeBefore === null) return [];
  const y = plane.y(drawn(chart.perCapitaIncomeBefore));
  return [
    line(
      [
        { x: plane.left, y },
        { x: plane.right, y },
      ],
      BEFORE,
    ),
  ];
}

/** In the middle, between two lines of the scale. */
function message(text: string, plane: Plane): string {
  const below = plane.levels[Math.floor((plane.levels.length - 1) / 2)] ?? 0;
  const above = plane.levels.find((level) => level > below) ?? below;
  const at = { x: (plane.left + plane.right) / 2, y: plane.y((below + above) / 2) + MESSAGE_SIZE / 3 };
  const size = sizeToFit(text, plane.right - plane.left, MESSAGE_SIZE, MESSAGE_SIZE / 2);
  return words(text, at, { size, colour: SOFT, anchor: 'middle' });
}
