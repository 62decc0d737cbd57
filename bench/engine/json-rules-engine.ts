import { type Almanac, Engine, type RuleProperties } from 'json-rules-engine';
import type { Effectiveness, IncomeOutcome } from '../../src/engine/effectiveness.ts';
import { OUTCOMES_BY_RESULT } from './proposal-table.ts';
import type { Contestant, Verdict } from './verdict.ts';

/** Priorities: the outcome is settled before the proposal is looked up, and the proposal before living conditions change it. */
const OUTCOME = 30;
const PROPOSAL = 20;
const BY_CONDITIONS = 10;

const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value });
const than = (fact: string, operator: string, other: string) => ({ fact, operator, value: { fact: other } });

const risen = [{ fact: 'before', operator: 'notEqual', value: null }, than('perCapitaAfter', 'greaterThan', 'before')];

const OUTCOME_RULES: readonly RuleProperties[] = [
  outcomeRule('not-comparable', [is('before', null)]),
  outcomeRule('fell', [than('perCapitaAfter', 'lessThan', 'before')]),
  outcomeRule('not-risen', [than('perCapitaAfter', 'equal', 'before')]),
  outcomeRule('rose-minimum-unknown', [...risen, is('minimum', null)]),
  outcomeRule('rose-above-minimum', [...risen, is('aboveMinimum', true)]),
  outcomeRule('rose-not-above-minimum', [...risen, is('aboveMinimum', false)]),
];

const PROPOSAL_RULES: readonly RuleProperties[] = OUTCOMES_BY_RESULT.map(({ outcome, result, proposal }) => ({
  priority: PROPOSAL,
  conditions: { all: [is('incomeOutcome', outcome), is('result', result)] },
  event: { type: 'proposal', params: { proposal } },
  onSuccess: (_event, almanac: Almanac) => almanac.addRuntimeFact('tableProposal', proposal),
}));

const CONDITION_RULES: readonly RuleProperties[] = [
  conditionRule([is('livingConditions', 'better'), is('tableProposal', 'ineffective'), is('result', 'partly')]),
  conditionRule([is('livingConditions', 'worse'), is('tableProposal', 'effective')]),
];

/** json-rules-engine 7: rules parsed once; facts of one family per run; its trace is the list of rule results. */
export function jsonRulesEngine(): Contestant {
  const engine = new Engine([...OUTCOME_RULES, ...PROPOSAL_RULES, ...CONDITION_RULES]);
  engine.addFact('perCapitaAfter', async (_params, almanac) => {
    const [total, members] = await Promise.all([
      almanac.factValue<number>('total'),
      almanac.factValue<number>('members'),
    ]);
    return Math.round(total / (3 * members));
  });
  engine.addFact('aboveMinimum', async (_params, almanac) => {
    const minimum = await almanac.factValue<number | null>('minimum');
    const [total, members] = await Promise.all([
      almanac.factValue<number>('total'),
      almanac.factValue<number>('members'),
    ]);
    return minimum === null ? null : total > minimum * 3 * members;
  });
  return {
    name: 'json-rules-engine',
    judge: async ({ figures, input: { result, livingConditions, track } }) => {
      const { almanac, events } = await engine.run({ ...figures, result, livingConditions, track });
      const last = events.findLast(({ type }) => type === 'proposal');
      return {
        perCapitaAfter: await almanac.factValue<number>('perCapitaAfter'),
        aboveMinimum: await almanac.factValue<boolean | null>('aboveMinimum'),
        incomeOutcome: await almanac.factValue<IncomeOutcome>('incomeOutcome'),
        proposal: last?.params?.['proposal'] as Effectiveness,
      } satisfies Verdict;
    },
  };
}

function outcomeRule(outcome: IncomeOutcome, all: object[]): RuleProperties {
  return {
    priority: OUTCOME,
    conditions: { all: all as never[] },
    event: { type: 'outcome', params: { outcome } },
    onSuccess: (_event, almanac: Almanac) => almanac.addRuntimeFact('incomeOutcome', outcome),
  };
}

function conditionRule(all: object[]): RuleProperties {
  return {
    priority: BY_CONDITIONS,
    conditions: { all: [is('track', 'hardship'), ...all] as never[] },
    event: { type: 'proposal', params: { proposal: 'undetermined' } },
  };
}
