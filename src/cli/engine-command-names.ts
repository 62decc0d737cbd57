import type { EngineCommandName } from '../casework/engine-commands/index.ts';

export type { EngineCommandName };

/** The engine commands in the order of the help; a list of names, so that the help loads no command. */
export const ENGINE_COMMAND_NAMES = [
  'precheck',
  'calendar',
  'conclusion',
  'report',
  'decision',
  'score',
] as const satisfies readonly EngineCommandName[];
