/** The worked examples of the public contract (`design/interfaces.md`), kept as our own copy: `expect` lists the fields that must be equal. */
import { describe, expect, test } from 'vitest';
import { concludeContract } from '../../src/engine/conclusion.ts';
import { proposeDecision } from '../../src/engine/decision.ts';
import type { Law } from '../../src/engine/law.ts';
import type { Outcome, TraceStep } from '../../src/engine/outcome.ts';
import { preCheck } from '../../src/engine/pre-check.ts';
import { reportEffect } from '../../src/engine/report.ts';
import { scoreSubmission } from '../../src/engine/submission-score.ts';
import conclusionCases from './cases/conclusion.json' with { type: 'json' };
import decisionCases from './cases/decision.json' with { type: 'json' };
import precheckCases from './cases/precheck.json' with { type: 'json' };
import reportCases from './cases/report.json' with { type: 'json' };
import scoreCases from './cases/score.json' with { type: 'json' };
import { regionLaw } from './support/laws.ts';

interface Worked {
  readonly name: string;
  readonly input: object;
  readonly expect: object;
}
type Answer = Outcome<{ readonly trace: readonly TraceStep[] }>;

/** Inputs come from JSON: their shape is checked by the commands, here they are taken at their word. */
function runner<Input>(run: (law: Law, input: Input) => Answer): (law: Law, input: object) => Answer {
  return (law, input) => run(law, input as Input);
}

const COMMANDS: readonly [string, readonly Worked[], (law: Law, input: object) => Answer][] = [
  ['precheck', precheckCases, runner(preCheck)],
  ['conclusion', conclusionCases, runner(concludeContract)],
  ['report', reportCases, runner(reportEffect)],
  ['decision', decisionCases, runner(proposeDecision)],
  ['score', scoreCases, runner(scoreSubmission)],
];

function regionOf(input: object): string {
  return 'region' in input && typeof input.region === 'string' ? input.region : 'bryansk';
}

describe.each(COMMANDS)('%s', (_command, cases, run) => {
  test.each(cases)('$name', (worked) => {
    const outcome = run(regionLaw(regionOf(worked.input)), worked.input);
    expect(outcome).toMatchObject({ ok: true, value: worked.expect });
  });

  test.each(cases)('$name: the trace names a basis for every step', (worked) => {
    const outcome = run(regionLaw(regionOf(worked.input)), worked.input);
    const trace = outcome.ok ? outcome.value.trace : [];
    expect(trace.length).toBeGreaterThan(0);
    for (const step of trace) expect(step.basis, step.step).not.toMatch(/^$|no act named/);
  });

  test.each(cases)('$name: the answer goes through JSON unharmed', (worked) => {
    const outcome = run(regionLaw(regionOf(worked.input)), worked.input);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });
});
