/** `opora demo`: plays the two families, side by side in two processes, and prints one after the other. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { CliCommand } from './command.ts';
import { FAMILIES, type FamilyName, playFamily } from './demo/play-family.ts';
import { printLine } from './output.ts';
import { printFaults } from './print-faults.ts';

const NAMES = Object.keys(FAMILIES) as FamilyName[];
/** With the exit status a shell gives to a program that died of them. */
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const satisfies readonly (readonly [NodeJS.Signals, number])[];

/** Without `--family` all families. Exit status 1: the demo could not be played to its end. */
export const demoCommand: CliCommand = async (args) => {
  const family = readFamily(args);
  if (family === undefined) {
    const remedy = `use --family ${NAMES.join(' or --family ')}, or no option for both`;
    return printFaults('opora demo', [{ path: 'arguments', problem: args.join(' '), remedy }]);
  }
  // Leaving by `exit` takes the data folders and the other processes along; dying of the signal would not.
  for (const [signal, status] of SIGNALS) process.once(signal, () => process.exit(status));
  return family === null ? playAll() : playOne(family);
};

async function playOne(family: FamilyName): Promise<number> {
  const began = performance.now();
  await playFamily(family, (line) => process.stdout.write(`${line}\n`));
  const { user, system } = process.cpuUsage();
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  const took = `${seconds(performance.now() - began)} s, ${seconds((user + system) / 1000)} s of processor`;
  await printLine(`opora demo: ${family} was played in ${took}`, process.stderr);
  return 0;
}

/** The first is read as it is played, the others wait until it is over. */
async function playAll(): Promise<number> {
  const children = NAMES.map((family) => spawnFamily(family));
  process.once('exit', () => {
    for (const { child } of children) child.kill();
  });
  const [first, ...others] = children;
  first?.child.stdout?.pipe(process.stdout, { end: false });
  const rest = others.map(({ child }) => (child.stdout ? text(child.stdout) : Promise.resolve('')));
  await first?.ended;
  for (const printed of rest) process.stdout.write(await printed);
  const codes = await Promise.all(children.map(({ ended }) => ended));
  return codes.every((code) => code === 0) ? 0 : 1;
}

function spawnFamily(family: FamilyName): { readonly child: ChildProcess; readonly ended: Promise<number> } {
  const program = process.argv[1];
  if (program === undefined) throw new Error('the demo does not know its own program');
  const child = fork(program, ['demo', '--family', family], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  return { child, ended: once(child, 'close').then(([code]) => (typeof code === 'number' ? code : 1)) };
}

/** Null: all. Undefined: not understood. */
function readFamily(args: readonly string[]): FamilyName | null | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { family: { type: 'string' } } });
    return values.family === undefined ? null : NAMES.find((name) => name === values.family);
  } catch {
    return undefined;
  }
}
