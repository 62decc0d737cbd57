/** `opora demo`: plays the two families, side by side in two processes, and prints one after the other. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
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

/** Without `--family` all families; their papers go to `--out`, else to `DATA_DIR/demo-papers`. Exit status 1: the demo could not be played to its end. */
export const demoCommand: CliCommand = async (args) => {
  const wish = readWish(args);
  if (wish === null) {
    const remedy = `use --family ${NAMES.join(' or --family ')}, or no option for both; --out FOLDER for the papers`;
    return printFaults('opora demo', [{ path: 'arguments', problem: args.join(' '), remedy }]);
  }
  // Leaving by `exit` takes the data folders and the other processes along; dying of the signal would not.
  for (const [signal, status] of SIGNALS) process.once(signal, () => process.exit(status));
  return wish.family === null ? playAll(wish.out) : playOne(wish.family, wish.out);
};

async function playOne(family: FamilyName, out: string): Promise<number> {
  const began = performance.now();
  await playFamily(family, out, (line) => process.stdout.write(`${line}\n`));
  const { user, system } = process.cpuUsage();
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  const took = `${seconds(performance.now() - began)} s, ${seconds((user + system) / 1000)} s of processor`;
  await printLine(`opora demo: ${family} was played in ${took}`, process.stderr);
  return 0;
}

/** The first is read as it is played, the others wait until it is over. */
async function playAll(out: string): Promise<number> {
  const children = NAMES.map((family) => spawnFamily(family, out));
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

function spawnFamily(
  family: FamilyName,
  out: string,
): { readonly child: ChildProcess; readonly ended: Promise<number> } {
  const program = process.argv[1];
  if (program === undefined) throw new Error('the demo does not know its own program');
  const child = fork(program, ['demo', '--family', family, '--out', out], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  return { child, ended: once(child, 'close').then(([code]) => (typeof code === 'number' ? code : 1)) };
}

interface Wish {
  /** Null: all. */
  readonly family: FamilyName | null;
  /** Folder of the papers, absolute: the page that names it is read from anywhere. */
  readonly out: string;
}

/** Null: not understood. */
function readWish(args: readonly string[]): Wish | null {
  try {
    const options = { family: { type: 'string' }, out: { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const family = values.family === undefined ? null : NAMES.find((name) => name === values.family);
    const out = values.out ?? join(process.env['DATA_DIR'] || 'data', 'demo-papers');
    return family === undefined || out === '' ? null : { family, out: resolve(out) };
  } catch {
    return null;
  }
}
