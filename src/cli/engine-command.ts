/** An engine command on the command line: JSON in, JSON out (`design/interfaces.md`, "Commands"). */
import { parseArgs } from 'node:util';
import { ENGINE_COMMANDS, type EngineCommandName } from '../casework/engine-commands/index.ts';
import { accept, type Outcome, refuse } from '../engine/outcome.ts';
import type { CliCommand } from './command.ts';
import { loadLaw } from './load-law.ts';
import { printLine } from './output.ts';
import { printFaults } from './print-faults.ts';
import { readDocument, readLines, UnreadableInput } from './read-documents.ts';

/** Some lines were answered with an error, the others are good. */
const SOME_LINES_REFUSED = 1;

type Answer = (document: unknown) => Outcome<object>;

/** The command as `opora` runs it: one document, or with `--ndjson` one a line. */
export function engineCommand(name: EngineCommandName): CliCommand {
  return async (args) => {
    const told = `opora ${name}`;
    const options = readArguments(args);
    if (!options.ok) return printFaults(told, options.faults);
    const law = loadLaw(process.env);
    if (!law.ok) return printFaults(told, law.faults);
    const answer = ENGINE_COMMANDS[name](law.value.lawOf);
    const { source, ndjson } = options.value;
    try {
      return await (ndjson ? answerLines(answer, source) : answerOne(answer, source, told));
    } catch (error) {
      if (error instanceof UnreadableInput) return printFaults(told, [error.fault]);
      throw error;
    }
  };
}

async function answerOne(answer: Answer, source: string, told: string): Promise<number> {
  const document = await readDocument(source);
  const outcome = document.ok ? answer(document.value) : document;
  if (!outcome.ok) return printFaults(told, outcome.faults);
  await printLine(JSON.stringify(outcome.value, null, 2));
  return 0;
}

async function answerLines(answer: Answer, source: string): Promise<number> {
  let status = 0;
  for await (const document of readLines(source)) {
    const outcome = document.ok ? answer(document.value) : document;
    if (!outcome.ok) status = SOME_LINES_REFUSED;
    await printLine(JSON.stringify(outcome.ok ? outcome.value : { error: { faults: outcome.faults } }));
  }
  return status;
}

function readArguments(args: readonly string[]): Outcome<{ readonly source: string; readonly ndjson: boolean }> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ndjson: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length > 1) {
      const remedy = 'name one file, or - for stdin';
      return refuse([{ path: positionals.slice(1).join(' '), problem: 'more than one file', remedy }]);
    }
    return accept({ source: positionals[0] ?? '-', ndjson: values.ndjson });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return refuse([{ path: 'arguments', problem, remedy: 'use [--ndjson] [file|-]' }]);
  }
}
