/** Answers every worked case of the engine and prints the answers as JSON: a process of its own, so that `TZ` is the whole program's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citizenAsks } from '../../../src/engine/citizen-asks.ts';
import { citizenReminders } from '../../../src/engine/citizen-reminders.ts';
import { concludeContract } from '../../../src/engine/conclusion.ts';
import { type CalendarInput, contractCalendar } from '../../../src/engine/contract-calendar.ts';
import { proposeDecision } from '../../../src/engine/decision.ts';
import { officeDuties } from '../../../src/engine/duties.ts';
import { dutyNudges } from '../../../src/engine/duty-nudges.ts';
import type { Law } from '../../../src/engine/law.ts';
import type { Outcome } from '../../../src/engine/outcome.ts';
import { preCheck } from '../../../src/engine/pre-check.ts';
import { reportEffect } from '../../../src/engine/report.ts';
import { scoreSubmission } from '../../../src/engine/submission-score.ts';
import { regionLaw } from './laws.ts';

interface Case {
  readonly name: string;
  readonly command: string;
  readonly input: { readonly region?: string };
  readonly expect: object;
}

/** Cases come from JSON: their shape is checked by the commands, here they are taken at their word. */
function taking<Input>(run: (law: Law, input: Input) => Outcome<unknown>) {
  return (law: Law, input: object): Outcome<unknown> => run(law, input as Input);
}

const COMMANDS: { readonly [command: string]: (law: Law, input: object) => Outcome<unknown> } = {
  precheck: taking(preCheck),
  calendar: taking(contractCalendar),
  conclusion: taking(concludeContract),
  report: taking(reportEffect),
  decision: taking(proposeDecision),
  score: taking(scoreSubmission),
};

const folder = join(import.meta.dirname, '..', 'cases');
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case[]);

const answers = cases.map(({ name, command, input, expect }) => {
  const law = regionLaw(input.region);
  const outcome = COMMANDS[command]?.(law, input);
  return { name: `${command}: ${name}`, outcome, expect, owed: command === 'calendar' ? owed(law, input) : null };
});

function owed(law: Law, input: object) {
  const contract = input as CalendarInput;
  return {
    duties: officeDuties(law, contract).map((duty) => ({ ...duty, nudges: dutyNudges(duty) })),
    asks: citizenAsks(law, contract).asks.map((ask) => ({ ...ask, reminders: citizenReminders(law, ask) })),
  };
}

// Minutes behind UTC in winter: shows the test that the zone was really another one.
process.stdout.write(JSON.stringify({ offset: new Date(2026, 0, 1).getTimezoneOffset(), answers }));
