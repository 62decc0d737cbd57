/** The engine as other programs call it: one JSON document in, one out (`design/interfaces.md`, "Commands"). */
import { calendar } from './calendar.ts';
import { conclusion } from './conclusion.ts';
import { decision } from './decision.ts';
import type { EngineCommand } from './engine-command.ts';
import { precheck } from './precheck.ts';
import { report } from './report.ts';
import { score } from './score.ts';

export type { EngineCommand, LawOf } from './engine-command.ts';

/** Names of the engine commands. */
export type EngineCommandName = 'precheck' | 'calendar' | 'conclusion' | 'report' | 'decision' | 'score';

/** Every engine command by its public name. */
export const ENGINE_COMMANDS: { readonly [name in EngineCommandName]: EngineCommand } = {
  precheck,
  calendar,
  conclusion,
  report,
  decision,
  score,
};
