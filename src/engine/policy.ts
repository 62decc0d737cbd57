/** Open readings of the law: which one holds for this question, and how a result admits that it used one (domain.md). */
import type { Law, Policy } from './law.ts';
import type { Assumption } from './outcome.ts';

/** Readings chosen for one question over those of the region pack; unknown keys are refused where JSON is read. */
export type PolicyInput = { readonly [Key in keyof Policy]?: Policy[Key] | undefined };

/** The readings that hold: the region's, each replaced by the one asked for, if any. */
export function effectivePolicy(law: Law, asked?: PolicyInput): Policy {
  const given = Object.entries(asked ?? {}).filter(([, value]) => value !== undefined);
  return { ...law.policy, ...Object.fromEntries(given) };
}

/** The reading not chosen; of three readings it is the one a reader would meet next. */
const OTHER: { readonly [Key in keyof Policy]: (chosen: Policy[Key]) => Policy[Key] } = {
  lastMonth: (chosen) => (chosen === 'by-date' ? 'calendar' : 'by-date'),
  monitoringMonths: (chosen) => (chosen === 'calendar' ? 'anniversary' : 'calendar'),
  monitorAfterStop: (chosen) => !chosen,
  extension: (chosen) => (chosen === 'days' ? 'months' : 'days'),
  departmentDay: (chosen) => (chosen === 10 ? 5 : 10),
  minimumRow: (chosen) => (chosen === 'territory' ? 'whole' : 'territory'),
  minimumAfter: (chosen) => (chosen === 'last-income-month' ? 'report-day' : 'last-income-month'),
};

/** The assumption a result carries when it used the reading `key`: what was chosen and what else the text allows, with the facts of the case. */
export function openReading<Key extends keyof Policy>(
  code: string,
  key: Key,
  policy: Policy,
  facts: Readonly<Record<string, unknown>> = {},
): Assumption {
  return { code, policy: key, chosen: policy[key], other: OTHER[key](policy[key]), ...facts };
}

/** `evaluation-by-analogy` for the regions where order 693 is not the law (domain.md, opening); empty for the others. */
export function analogyAssumption(law: Law): Assumption[] {
  return law.region.evaluationByAnalogy ? [{ code: 'evaluation-by-analogy', region: law.region.code }] : [];
}
