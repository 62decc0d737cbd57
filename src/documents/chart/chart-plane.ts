/** Where a month and an amount lie in the picture. */
import type { IncomeChart } from '../../casework/paper/paper.ts';
import { type Day, dayOfMonth, lastDay, type Month, monthOf } from '../../engine/day.ts';
import type { Money } from '../../engine/money.ts';
import type { Point } from './svg.ts';

/** Pixels of the picture: as wide as a phone shows it, upright enough to need no turning. */
export const WIDTH = 1080;
export const HEIGHT = 1000;
/** Empty border on the sides. */
export const SIDE = 40;
/** The plane of the curves, top to bottom. */
export const PLANE_TOP = 262;
export const PLANE_BOTTOM = 700;

/** The plane with its scales. */
export interface Plane {
  readonly left: number;
  readonly right: number;
  /** Pixels of one month. */
  readonly slot: number;
  /** Amounts that get a line across, ascending from 0; the last is the top of the plane. */
  readonly levels: readonly number[];
  /** Where the middle of a month lies; `at` counts from 0, halves are edges between months. */
  x(at: number): number;
  y(roubles: number): number;
  /** Place of the month among those shown, null if it is not shown. */
  place(month: Month): number | null;
}

/** A plane that holds every figure of the chart, its left edge at `left`. */
export function planeOf(chart: IncomeChart, left: number): Plane {
  const right = WIDTH - SIDE;
  const slot = (right - left) / Math.max(1, chart.months.length);
  const levels = levelsOf(chart);
  const top = levels.at(-1) ?? 1;
  const places = new Map(chart.months.map(({ month }, at) => [month, at]));
  return {
    left,
    right,
    slot,
    levels,
    x: (at) => left + (at + 0.5) * slot,
    y: (roubles) => PLANE_BOTTOM - (roubles / top) * (PLANE_BOTTOM - PLANE_TOP),
    place: (month) => places.get(month) ?? null,
  };
}

/** Round steps of 1, 2, 2.5 or 5 with zeros, about five of them, from 0 to just above the largest figure. */
export function levelsOf(chart: IncomeChart): readonly number[] {
  const figures = [
    ...chart.months.flatMap(({ perCapitaIncome, minimum }) => [perCapitaIncome, minimum]),
    ...chart.windows.map((window) => window.perCapitaIncome),
    chart.perCapitaIncomeBefore,
  ];
  const largest = Math.max(...figures.map((figure) => (figure === null ? 0 : drawn(figure))));
  // With nothing but zeros the plane still needs a height.
  const highest = largest > 0 ? largest : 10_000;
  const power = 10 ** Math.floor(Math.log10(highest / 5));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size * 5 >= highest) ?? power * 10;
  const count = Math.floor(highest / step) + 1;
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** An amount as a height. Only for drawing: a double is finer than a pixel, and nothing is compared by it. */
export function drawn(amount: Money): number {
  return Number(amount);
}

/** Where in time the end of that day lies, in months from the middle of the first; null if its month is not shown. */
export function endOfDay(plane: Plane, end: Day): number | null {
  const place = plane.place(monthOf(end));
  return place === null ? null : place - 0.5 + dayOfMonth(end) / dayOfMonth(lastDay(monthOf(end)));
}

/** Runs of neighbouring months with a figure: a month without one ends the run, so that no line bridges a gap. */
export function runs(figures: readonly (Money | null)[], point: (at: number, roubles: number) => Point[]): Point[][] {
  const found: Point[][] = [[]];
  figures.forEach((figure, at) => {
    if (figure === null) found.push([]);
    else found.at(-1)?.push(...point(at, drawn(figure)));
  });
  return found.filter((run) => run.length > 0);
}
