import { measure, type RoundPlan, type Speed } from '../rounds.ts';
import { families } from './families.ts';
import { jsonRulesEngine } from './json-rules-engine.ts';
import { benchCase, OPORA, withoutRise } from './opora.ts';
import { publicodes } from './publicodes.ts';
import type { BenchCase, Contestant, Verdict } from './verdict.ts';

const FAMILIES = 600;
/** Every so many of them gets a twin with nothing gained. */
const TWIN_EVERY = 10;

/** Speeds of the three engines, and how the verdicts fell, so that a reader sees the cases are not all alike. */
export interface EngineBench {
  readonly speeds: readonly Speed[];
  readonly cases: number;
  readonly verdicts: Readonly<Record<string, number>>;
}

/** Stage 2 of the families and their twins by three engines. Throws if any two of them disagree on any family: then there is nothing to compare. */
export async function benchEngine(plan: RoundPlan): Promise<EngineBench> {
  const drawn = families(FAMILIES);
  const twins = drawn.filter((_, at) => at % TWIN_EVERY === 0).map(withoutRise);
  const cases = [...drawn, ...twins].map(benchCase);
  const contestants = [OPORA, jsonRulesEngine(), publicodes()];
  const verdicts = await agreedVerdicts(cases, contestants);
  const speeds = await measure(
    contestants.map(({ name, judge }) => ({ name, work: (at) => judge(cases[at % cases.length] as BenchCase) })),
    plan,
  );
  return { speeds, cases: cases.length, verdicts: countOf(verdicts) };
}

async function agreedVerdicts(cases: readonly BenchCase[], contestants: readonly Contestant[]): Promise<Verdict[]> {
  const agreed: Verdict[] = [];
  for (const one of cases) {
    const ours = await OPORA.judge(one);
    for (const { name, judge } of contestants) {
      const theirs = await judge(one);
      if (!sameVerdict(ours, theirs))
        throw new Error(`${name} disagrees: ${JSON.stringify({ ours, theirs, figures: one.figures })}`);
    }
    agreed.push(ours);
  }
  return agreed;
}

function sameVerdict(ours: Verdict, theirs: Verdict): boolean {
  return (
    ours.perCapitaAfter === theirs.perCapitaAfter &&
    ours.aboveMinimum === theirs.aboveMinimum &&
    ours.incomeOutcome === theirs.incomeOutcome &&
    ours.proposal === theirs.proposal
  );
}

function countOf(verdicts: readonly Verdict[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { incomeOutcome } of verdicts) counts[incomeOutcome] = (counts[incomeOutcome] ?? 0) + 1;
  for (const { proposal } of verdicts) counts[proposal] = (counts[proposal] ?? 0) + 1;
  return counts;
}
