import type { Command, CommandKind } from '../../dialogs/command.ts';

/** One command of the closed list by its kind. */
export type Wish<Kind extends CommandKind> = Extract<Command, { kind: Kind }>;
