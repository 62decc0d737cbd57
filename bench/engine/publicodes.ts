import Engine from 'publicodes';
import type { Effectiveness, IncomeOutcome } from '../../src/engine/effectiveness.ts';
import { OUTCOMES_BY_RESULT } from './proposal-table.ts';
import type { Contestant } from './verdict.ts';

// publicodes writes its mechanisms in French: si if, alors then, sinon else, arrondi rounded, valeur value, oui yes, non no.
// A figure that is not known is a flag of its own, because a situation takes no value of "nothing".
const RULES = {
  total: { valeur: 0 },
  members: { valeur: 1 },
  before: { valeur: 0 },
  minimum: { valeur: 0 },
  'before known': { valeur: 'oui' },
  'minimum known': { valeur: 'oui' },
  result: { valeur: "'reached'" },
  track: { valeur: "'job-search'" },
  conditions: { valeur: "'same'" },
  shares: { valeur: '3 * members' },
  after: { valeur: 'total / shares', arrondi: 'oui' },
  above: { valeur: 'total > minimum * shares' },
  outcome: {
    variations: [
      { si: 'before known = non', alors: "'not-comparable'" },
      { si: 'after < before', alors: "'fell'" },
      { si: 'after = before', alors: "'not-risen'" },
      { si: 'minimum known = non', alors: "'rose-minimum-unknown'" },
      { si: 'above', alors: "'rose-above-minimum'" },
      { sinon: "'rose-not-above-minimum'" },
    ],
  },
  table: {
    variations: [
      ...OUTCOMES_BY_RESULT.map(({ outcome, result, proposal }) => ({
        si: { 'toutes ces conditions': [`outcome = '${outcome}'`, `result = '${result}'`] },
        alors: `'${proposal}'`,
      })),
      { sinon: "'undetermined'" },
    ],
  },
  proposal: {
    variations: [
      {
        si: {
          'toutes ces conditions': [
            "track = 'hardship'",
            "conditions = 'better'",
            "table = 'ineffective'",
            "result = 'partly'",
          ],
        },
        alors: "'undetermined'",
      },
      {
        si: { 'toutes ces conditions': ["track = 'hardship'", "conditions = 'worse'", "table = 'effective'"] },
        alors: "'undetermined'",
      },
      { sinon: 'table' },
    ],
  },
};

/** publicodes 1: rules parsed once; one situation per family; its trace is the evaluated tree. */
export function publicodes(): Contestant {
  const engine = new Engine(RULES);
  const valueOf = (rule: string) => engine.evaluate(rule).nodeValue;
  return {
    name: 'publicodes',
    judge: ({ figures, input }) => {
      engine.setSituation({
        total: figures.total,
        members: figures.members,
        before: figures.before ?? 0,
        minimum: figures.minimum ?? 0,
        'before known': figures.before === null ? 'non' : 'oui',
        'minimum known': figures.minimum === null ? 'non' : 'oui',
        result: `'${input.result}'`,
        track: `'${input.track}'`,
        conditions: `'${input.livingConditions}'`,
      });
      return {
        proposal: valueOf('proposal') as Effectiveness,
        incomeOutcome: valueOf('outcome') as IncomeOutcome,
        perCapitaAfter: valueOf('after') as number,
        aboveMinimum: figures.minimum === null ? null : (valueOf('above') as boolean),
      };
    },
  };
}
