/** A sub-command of `opora`: gets what stands after its name, answers the exit status (0 fine, 1 some lines were wrong, 2 invalid input). */
export type CliCommand = (args: readonly string[]) => Promise<number>;

/** One line of the table of commands. Its module is loaded only when it is called, so the engine never loads the database. */
export interface CommandEntry {
  /** What stands after the name, for the help. */
  readonly usage: string;
  /** What it does, in a few words. */
  readonly does: string;
  readonly load: () => Promise<CliCommand>;
}
