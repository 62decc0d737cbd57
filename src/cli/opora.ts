#!/usr/bin/env node
/** The `opora` command: finds the sub-command, runs it, sets the exit status. */
import { loadEnvironmentFile } from '../config.ts';
import type { CommandEntry } from './command.ts';
import { type EngineCommandName, ENGINE_COMMAND_NAMES } from './engine-command-names.ts';
import { leaveQuietlyOnClosedPipe, printLine } from './output.ts';
import { printFaults } from './print-faults.ts';

const DOES: { readonly [name in EngineCommandName]: string } = {
  precheck: 'would this family probably be granted a contract',
  calendar: 'every date of a contract',
  conclusion: 'stage 1: the outcome of form 1',
  report: 'stage 2: figures and proposal of form 2',
  decision: 'stage 3: whether a new contract is advisable',
  score: 'points of a monthly submission',
};

/** Every command by its name. A new command is one line here. */
const COMMANDS: { readonly [name: string]: CommandEntry } = {
  ...Object.fromEntries(
    ENGINE_COMMAND_NAMES.map((name) => [
      name,
      {
        usage: '[--ndjson] [file|-]',
        does: DOES[name],
        load: async () => (await import('./engine-command.ts')).engineCommand(name),
      },
    ]),
  ),
  start: {
    usage: '[--empty]',
    does: 'migrates, opens the web chat and the channels that have tokens, starts the reminders; a demo office where all is empty',
    load: async () => (await import('./start-command.ts')).startCommand,
  },
  migrate: {
    usage: '',
    does: 'applies migrations and stops',
    load: async () => (await import('./migrate-command.ts')).migrateCommand,
  },
  office: {
    usage:
      '--region R --name "…" --head "…" [--municipality M] [--position "…"] [--phone "…"] [--address "…"] [--hours "…"]',
    does: 'opens an office and makes the link of its head',
    load: async () => (await import('./office-command.ts')).officeCommand,
  },
  demo: {
    usage: '[--family bryansk|irkutsk]',
    does: 'plays two families on a turned clock and prints the talk',
    load: async () => (await import('./demo-command.ts')).demoCommand,
  },
  channels: {
    usage: 'check | connect telegram|max|viber|vk [--language ru|en]',
    does: 'what of each channel works and what to mend; registers webhook and commands',
    load: async () => (await import('./channels-command.ts')).channelsCommand,
  },
  law: {
    usage: '[--region R] [--on DAY]',
    does: 'values in force with their acts, municipalities with their codes',
    load: async () => (await import('./law-command.ts')).lawCommand,
  },
};

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await printLine(help(), process.stderr);
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) {
    const remedy = `use one of: ${Object.keys(COMMANDS).join(', ')}`;
    return printFaults('opora', [{ path: name, problem: 'no such command', remedy }]);
  }
  if (args.includes('--help') || args.includes('-h')) {
    await printLine(`opora ${name} ${entry.usage}\n  ${entry.does}`, process.stderr);
    return 0;
  }
  const command = await entry.load();
  return command(args);
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, { usage, does }]) => `  ${name} ${usage}\n      ${does}`);
  return ['opora <command> [options]', '', ...lines].join('\n');
}

leaveQuietlyOnClosedPipe();
loadEnvironmentFile(process.cwd());
process.exitCode = await run(process.argv.slice(2));
