import { day } from '../engine/day.ts';
import type { Citation, MinimumRow, Territory } from '../engine/law.ts';
import { roubles } from '../engine/money.ts';

/** Whole roubles a month in the order the acts print them: per capita, able-bodied, pensioners, children. */
export type MinimumFigures = readonly [perCapita: number, ableBodied: number, pensioner: number, child: number];

/** One row of the subsistence minimum as an act sets it: whole roubles, from a day on, for one territory. */
export function minimumRow(since: string, territory: Territory, figures: MinimumFigures, cite: Citation): MinimumRow {
  const [perCapita, ableBodied, pensioner, child] = figures;
  return {
    since: day(since),
    territory,
    value: {
      'per-capita': roubles(`${perCapita}.00`),
      'able-bodied': roubles(`${ableBodied}.00`),
      pensioner: roubles(`${pensioner}.00`),
      child: roubles(`${child}.00`),
    },
    cite,
  };
}
