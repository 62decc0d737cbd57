/** Where a family lives: region and municipality of a question, checked against the law it is asked of. */
import type { Law, Municipality } from './law.ts';
import type { Fault } from './outcome.ts';

/** Region code, and the code of a municipality of its list; null or absent where the municipality is not known. */
export interface Place {
  readonly region: string;
  readonly municipality?: string | null | undefined;
}

/** The municipality of the place; null where none is named or the region has no such code. */
export function municipalityOf(law: Law, place: Place): Municipality | null {
  return law.region.municipalities.find((known) => known.code === place.municipality) ?? null;
}

/** Faults of the place: another region than the law's, a municipality the region does not have. */
export function placeFaults(law: Law, place: Place): Fault[] {
  const faults: Fault[] = [];
  if (place.region !== law.region.code)
    faults.push({
      path: 'region',
      problem: `the law at hand is of ${law.region.code}, not of ${place.region}`,
      remedy: `write "${law.region.code}", or ask with the law of ${place.region}`,
    });
  if (typeof place.municipality === 'string' && municipalityOf(law, place) === null)
    faults.push({
      path: 'municipality',
      problem: `${place.municipality} is not a municipality of ${law.region.code}`,
      remedy: 'take a code from `opora law --region …`, or write null where it is not known',
    });
  return faults;
}
