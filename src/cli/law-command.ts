/** `opora law`: the values in force on a day with their acts, and the municipalities with their codes. */
import { parseArgs } from 'node:util';
import { type Day, parseDay, yearOf } from '../engine/day.ts';
import { inForce } from '../engine/in-force.ts';
import type { Dated, Law, Territory } from '../engine/law.ts';
import { TRACKS } from '../engine/law.ts';
import { minimumRow } from '../engine/minimum.ts';
import { accept, type Fault, type Outcome, refuse } from '../engine/outcome.ts';
import { REGIONS } from '../law/index.ts';
import type { CliCommand } from './command.ts';
import { loadLaw } from './load-law.ts';
import { printLine } from './output.ts';
import { printFaults } from './print-faults.ts';

const TERRITORIES = ['whole', 'north', 'other'] as const satisfies readonly Territory[];

/** Without a region the default one is meant; without a day, today at its offices. */
export const lawCommand: CliCommand = async (args) => {
  const options = readArguments(args);
  if (!options.ok) return printFaults('opora law', options.faults);
  const loaded = loadLaw(process.env);
  if (!loaded.ok) return printFaults('opora law', loaded.faults);
  const law = loaded.value.lawOf(options.value.region);
  if (law === null) return printFaults('opora law', [noRegion(options.value.region ?? loaded.value.defaultRegion)]);
  await printLine(JSON.stringify(lawOn(law, options.value.on ?? todayIn(law.region.timeZone)), null, 2));
  return 0;
};

/** What holds on the day. A value that is not known is `null`; the last one known stands beside it. */
function lawOn(law: Law, on: Day): object {
  const { municipalities, code, ...region } = law.region;
  return {
    on,
    region: code,
    ...region,
    minimum: territoriesOf(law).map((territory) => minimumOf(law, territory, on)),
    policy: law.policy,
    tracks: Object.fromEntries(TRACKS.map((track) => [track, flat(inForce(law.tracks[track], on))])),
    incomeKinds: law.incomeKinds.map(({ kind, counted }) => ({ kind, ...flat(inForce(counted, on)) })),
    noIncomeTest: flat(inForce(law.noIncomeTest, on)),
    circumstances: law.circumstances,
    categories: law.categories,
    papers: law.papers,
    holidays: law.workCalendar.holidays,
    transfers: law.workCalendar.transfers.find(({ year }) => year === yearOf(on)) ?? null,
    scoreWeights: flat(inForce(law.scoreWeights, on)),
    bases: law.bases,
    municipalities,
    regions: REGIONS,
  };
}

function minimumOf(law: Law, territory: Territory, on: Day): object {
  const rows = law.minima.filter((row) => row.territory === territory);
  const row = minimumRow(law, territory, on);
  const last = row === null ? inForce(rows, on) : null;
  return { territory, ...flat(row), ...(last === null ? {} : { lastKnown: flat(last) }) };
}

/** A row with its citation on the same level: `since`, `value`, `act`, `source`, `link`, `verified`. */
function flat(row: Dated<unknown> | null): object {
  return row === null ? { value: null } : { since: row.since, value: row.value, ...row.cite };
}

function territoriesOf(law: Law): Territory[] {
  return TERRITORIES.filter((known) => known === 'whole' || law.minima.some(({ territory }) => territory === known));
}

function todayIn(timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const today = parseDay(parts.format(new Date()));
  if (today === null) throw new Error(`no day of today in ${timeZone}`);
  return today;
}

function readArguments(args: readonly string[]): Outcome<{ readonly region: string | null; readonly on: Day | null }> {
  try {
    const { values } = parseArgs({ args: [...args], options: { region: { type: 'string' }, on: { type: 'string' } } });
    const on = values.on === undefined ? null : parseDay(values.on);
    if (values.on !== undefined && on === null) {
      return refuse([{ path: '--on', problem: `not a day that exists: ${values.on}`, remedy: 'write YYYY-MM-DD' }]);
    }
    return accept({ region: values.region ?? null, on });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return refuse([{ path: 'arguments', problem, remedy: 'use [--region R] [--on DAY]' }]);
  }
}

function noRegion(region: string): Fault {
  return { path: '--region', problem: `no law of region ${region}`, remedy: `use one of: ${REGIONS.join(', ')}` };
}
