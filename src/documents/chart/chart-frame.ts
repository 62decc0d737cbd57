/** What surrounds the curves: title, scale of roubles, months and years. */
import type { IncomeChart } from '../../casework/paper/paper.ts';
import { yearOf } from '../../engine/day.ts';
import type { Language } from '../../texts/text.ts';
import type { Say } from '../register/register-words.ts';
import { cutToFit, drawable, sizeToFit, textWidth } from './chart-letters.ts';
import { levelsOf, PLANE_BOTTOM, PLANE_TOP, type Plane, SIDE, WIDTH } from './chart-plane.ts';
import { levelText } from './chart-words.ts';
import { line, words } from './svg.ts';

/** Colours of the picture: letters, quiet letters, lines of the scale. */
export const INK = '#16242b';
export const SOFT = '#4a5a62';
const GRID = '#d5dde0';

const TITLE_SIZE = 44;
const NAME_SIZE = 32;
/** Size of the scale's and the months' letters, in pixels. */
const AXIS_SIZE = 28;
const LEAST_SIZE = 22;
const MONTH_LINE = PLANE_BOTTOM + 38;
const YEAR_LINE = PLANE_BOTTOM + 74;
const GAP = 12;

/** Title and name, at most one line each; a longer name is cut. */
export function heading(chart: IncomeChart, say: Say): string[] {
  const room = WIDTH - 2 * SIDE;
  const title = say('chart.title');
  const size = sizeToFit(title, room, TITLE_SIZE, LEAST_SIZE, 'bold');
  const name = cutToFit(drawable(chart.recipientName), room, NAME_SIZE);
  return [
    words(title, { x: SIDE, y: 68 }, { size, colour: INK, weight: 'bold' }),
    words(name, { x: SIDE, y: 114 }, { size: NAME_SIZE, colour: SOFT }),
  ];
}

/** The left edge of the plane: just right of the widest amount of the scale. */
export function leftEdge(chart: IncomeChart, language: Language, say: Say): number {
  const texts = levelTexts(levelsOf(chart), language, say);
  return SIDE + Math.max(...texts.map((text) => textWidth(text, AXIS_SIZE))) + GAP;
}

/** A line across at each round amount, with the amount. */
export function scale(plane: Plane, language: Language, say: Say): string[] {
  const texts = levelTexts(plane.levels, language, say);
  return plane.levels.flatMap((level, at) => {
    const y = plane.y(level);
    const stroke = { colour: level === 0 ? SOFT : GRID, width: level === 0 ? 3 : 2 };
    return [
      line(
        [
          { x: plane.left, y },
          { x: plane.right, y },
        ],
        stroke,
      ),
      words(texts[at] ?? '', { x: plane.left - GAP, y: y + 10 }, { size: AXIS_SIZE, colour: SOFT, anchor: 'end' }),
    ];
  });
}

/** Names of months under the plane, as many as have room, and each year under its first month. */
export function monthNames(chart: IncomeChart, plane: Plane, say: Say): string[] {
  const names = chart.months.map(({ month }) => say(`chart.month.${month.slice(5)}`));
  const widest = Math.max(0, ...names.map((name) => textWidth(name, AXIS_SIZE)));
  const every = Math.ceil((widest + 6) / plane.slot);
  const shown = names.flatMap((name, at) =>
    at % every === 0
      ? [words(name, { x: plane.x(at), y: MONTH_LINE }, { size: AXIS_SIZE, colour: INK, anchor: 'middle' })]
      : [],
  );
  return [...shown, ...years(chart, plane)];
}

function years(chart: IncomeChart, plane: Plane): string[] {
  const marks: string[] = [];
  let free = plane.left;
  chart.months.forEach(({ month }, at) => {
    const before = chart.months[at - 1];
    if (before !== undefined && yearOf(before.month) === yearOf(month)) return;
    const edge = plane.x(at - 0.5);
    if (before !== undefined)
      marks.push(
        line(
          [
            { x: edge, y: MONTH_LINE + GAP },
            { x: edge, y: YEAR_LINE },
          ],
          { colour: GRID, width: 2 },
        ),
      );
    const text = String(yearOf(month));
    const x = Math.max(free, edge + GAP / 2);
    free = x + textWidth(text, AXIS_SIZE) + GAP;
    if (free - GAP <= plane.right) marks.push(words(text, { x, y: YEAR_LINE }, { size: AXIS_SIZE, colour: SOFT }));
  });
  return marks;
}

function levelTexts(levels: readonly number[], language: Language, say: Say): string[] {
  const top = levels.at(-1) ?? 0;
  return levels.map((level) => levelText(level, top, language, (number) => say('chart.millions', { number })));
}

/** Upper end of lines that mark a day or a stretch: it reaches above the plane, to their labels. */
export const MARK_TOP = PLANE_TOP - 84;
