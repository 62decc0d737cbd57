/** The subsistence minimum on a day: which row decides, what it is worth, what another row would give (domain.md; regulation.md 3). */
import { type Day, yearOf } from './day.ts';
import type { Household } from './household.ts';
import { citationText, inForce } from './in-force.ts';
import type { Law, MinimumByGroup, MinimumRow, Policy, PopulationGroup, Territory } from './law.ts';
import { isAdult, type Member } from './member.ts';
import { type Money, share, sum } from './money.ts';
import type { Assumption, TraceStep } from './outcome.ts';
import { municipalityOf, type Place } from './place.ts';
import { openReading } from './policy.ts';

/** A value of the minimum with its origin; roubles a month. */
export interface Minimum {
  readonly amount: Money;
  readonly group: 'per-capita';
  readonly territory: Territory;
  /** First day it held. */
  readonly since: Day;
  /** Title and date of the act; null where none was seen. */
  readonly act: string | null;
  /** Where the figure was read. */
  readonly source: string;
  readonly verified: boolean;
}

/** The row in force on the day: it holds until the next row of its territory, at most to 31 December of its year; else null. */
export function minimumRow(law: Law, territory: Territory, on: Day): MinimumRow | null {
  const row = lastRow(law, territory, on);
  return row !== null && row.value !== null && yearOf(row.since) === yearOf(on) ? row : null;
}

/** The per-capita value in force on the day; null where none is known. */
export function minimumOn(law: Law, territory: Territory, on: Day): Minimum | null {
  return fromRow(minimumRow(law, territory, on));
}

/** The territory whose row decides: that of the municipality, or `whole` where the policy says so or no municipality is known. */
export function decidingTerritory(law: Law, place: Place, policy: Policy): Territory {
  return policy.minimumRow === 'whole' ? 'whole' : (municipalityOf(law, place)?.territory ?? 'whole');
}

/**
 * What the person who signs must know of the value: an unverified territory or figure, the last value where none holds yet,
 * and what another row would give. `wouldBe` reckons the outcome with another amount.
 */
export function minimumAssumptions(
  law: Law,
  place: Place,
  policy: Policy,
  on: Day,
  wouldBe: (minimum: Money | null) => string,
): Assumption[] {
  const territory = decidingTerritory(law, place, policy);
  const minimum = minimumOn(law, territory, on);
  const assumptions = [...rowAssumptions(law, place, policy, on, wouldBe)];
  if (minimum !== null && !minimum.verified)
    assumptions.push({ code: 'minimum-unverified', territory, since: minimum.since, source: minimum.source });
  const last = minimum === null ? fromRow(lastRow(law, territory, on)) : null;
  if (last !== null) assumptions.push({ code: 'minimum-provisional', on, last, wouldBe: wouldBe(last.amount) });
  return assumptions;
}

/** The step of the trace that shows the value, or that none is in force. */
export function minimumStep(territory: Territory, on: Day, row: MinimumRow | null): TraceStep {
  const basis = row === null ? `no value for ${territory} in force on ${on}` : citationText(row.cite);
  return { step: 'minimum', in: { territory, on }, out: row?.value?.['per-capita'] ?? null, basis };
}

/** The group of the population a member belongs to; an adult with a pension in the stated income is a pensioner (the household names no sex or pension age). */
export function groupOf(member: Member, on: Day): Exclude<PopulationGroup, 'per-capita'> {
  if (!isAdult(member, on)) return 'child';
  const pension = (member.incomes ?? []).some((entry) => entry.kind === 'pension' && entry.amount !== '0.00');
  return pension ? 'pensioner' : 'able-bodied';
}

/** The minimum for the family of form 2: sum of the members' group values ÷ members, to kopecks; null where a value is not known. */
export function familyMinimum(values: MinimumByGroup | null, household: Household, on: Day): Money | null {
  const amounts = household.counted.map((member) => values?.[groupOf(member, on)] ?? null);
  const known = amounts.filter((amount): amount is Money => amount !== null);
  return known.length === 0 || known.length < amounts.length ? null : share(sum(known), known.length);
}

/** Both values of form 2 for a family on a day: per capita and for the family, by the row that decides; null where not known. */
export function minimaOn(
  law: Law,
  place: Place,
  policy: Policy,
  on: Day,
  household: Household,
): { readonly perCapita: Money | null; readonly family: Money | null } {
  const row = minimumRow(law, decidingTerritory(law, place, policy), on);
  return { perCapita: row?.value?.['per-capita'] ?? null, family: familyMinimum(row?.value ?? null, household, on) };
}

function rowAssumptions(
  law: Law,
  place: Place,
  policy: Policy,
  on: Day,
  wouldBe: (minimum: Money | null) => string,
): Assumption[] {
  const territories = new Set(law.minima.map((row) => row.territory));
  if (territories.size < 2) return [];
  const municipality = municipalityOf(law, place);
  const used = decidingTerritory(law, place, policy);
  const candidates = municipality === null ? [...territories] : [municipality.territory, 'whole' as const];
  const outcome = wouldBe(minimumOn(law, used, on)?.amount ?? null);
  const otherRows = [...new Set(candidates)]
    .filter((territory) => territory !== used)
    .map((territory) => {
      const amount = minimumOn(law, territory, on)?.amount ?? null;
      return { territory, amount, wouldBe: wouldBe(amount) };
    });
  const differs = otherRows.some((row) => row.amount !== null && row.wouldBe !== outcome);
  const note = openReading('minimum-row', 'minimumRow', policy, { territory: used, otherRows, differs });
  const unverified = municipality !== null && !municipality.territoryVerified && policy.minimumRow === 'territory';
  return unverified
    ? [note, { code: 'territory-unverified', municipality: municipality.code, territory: used }]
    : [note];
}

function lastRow(law: Law, territory: Territory, on: Day): MinimumRow | null {
  return inForce(
    law.minima.filter((row) => row.territory === territory),
    on,
  );
}

function fromRow(row: MinimumRow | null): Minimum | null {
  const amount = row?.value?.['per-capita'] ?? null;
  if (row === null || amount === null) return null;
  const { territory, since, cite } = row;
  return { amount, group: 'per-capita', territory, since, act: cite.act, source: cite.source, verified: cite.verified };
}
