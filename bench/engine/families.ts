/** Families for the race: the same ones in every run, because the numbers come from a fixed seed. */
import { firstDay, addMonths, day, type Month, month } from '../../src/engine/day.ts';
import type { Track } from '../../src/engine/law.ts';
import type { IncomeEntry, Member, Relation } from '../../src/engine/member.ts';
import { roubles } from '../../src/engine/money.ts';
import type { ReportInput } from '../../src/engine/report.ts';
import { REGIONS } from '../../src/law/index.ts';

const TRACKS: readonly Track[] = ['job-search', 'training', 'business', 'household-farm', 'hardship'];
const RESULTS = ['reached', 'partly', 'not-reached'] as const;
const CONDITIONS = ['better', 'worse', 'same'] as const;
const KINDS = ['wage', 'pension', 'alimony', 'unified-child-allowance'] as const;

/** `count` families of one to six people in the three regions; contracts that end in 2025 and 2026, so for some the minimum is not known. */
export function families(count: number): ReportInput[] {
  const chance = fixedChance(20_261_122);
  return Array.from({ length: count }, () => family(chance));
}

function family(chance: (below: number) => number): ReportInput {
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[]): T => from[chance(from.length)] as T;
  const endMonth = addMonths(month('2025-01'), chance(24));
  const months = [1, 2, 3].map((step) => addMonths(endMonth, step));
  const track = pick(TRACKS);
  const ofBusiness = track === 'business' || track === 'household-farm';
  const earns = (kind: string) => months.map((each) => entry(each, kind, chance(4_000_000) + 100_000));
  const adult = (id: string, relation: Relation): Member => {
    const kind = ofBusiness && relation === 'applicant' ? 'self-employed' : pick(KINDS);
    return {
      id,
      relation,
      birthDate: day(`19${70 + chance(30)}-0${1 + chance(9)}-1${chance(9)}`),
      incomes: earns(kind),
    };
  };
  const child = (at: number): Member => ({
    id: `child-${at}`,
    relation: 'child',
    birthDate: day(`20${String(1 + chance(24)).padStart(2, '0')}-0${1 + chance(9)}-1${chance(9)}`),
    incomes: earns(pick(KINDS)),
  });
  const members = [
    adult('applicant', 'applicant'),
    ...(chance(2) === 0 ? [adult('spouse', 'spouse')] : []),
    ...Array.from({ length: chance(4) }, (_, at) => child(at)),
    ...(chance(5) === 0 ? [adult('grandmother', 'grandparent')] : []),
  ];
  return {
    region: pick(REGIONS),
    track,
    endsOn: day(`${endMonth}-2${chance(8)}`),
    reportOn: firstDay(addMonths(endMonth, 5)),
    before: { perCapitaIncome: chance(8) === 0 ? null : amount(chance(2_000_000) + 50_000) },
    after: { members },
    business: ofBusiness ? months.map((each) => ({ month: each, amount: amount(chance(4_000_000)) })) : [],
    livingConditions: pick(CONDITIONS),
    result: pick(RESULTS),
  };
}

function entry(each: Month, kind: string, kopecks: number): IncomeEntry {
  return { month: each, kind, amount: amount(kopecks) };
}

function amount(kopecks: number) {
  return roubles((kopecks / 100).toFixed(2));
}

/** A linear congruential generator: whole numbers from 0 to below `below`, the same in every run. */
function fixedChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
