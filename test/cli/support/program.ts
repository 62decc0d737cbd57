/** The program as an operator runs it: a child process with a data folder of its own, and the web chat as its page talks to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebMessage } from '../../../src/casework/ports.ts';

const PROGRAM = resolve(import.meta.dirname, '../../../src/cli/opora.ts');
/** Generous: many suites share two cores. */
export const PATIENCE_MS = 240_000;

const POLL_MS = 600;

/** A folder that is removed by `remove`. */
export function newFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'opora-start-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A child that runs or ran. */
export class Program {
  stdout = '';
  stderr = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  /** `cwd` is a strange folder on purpose: nothing may depend on where it is started. */
  constructor(args: readonly string[], cwd: string, environment: Record<string, string>) {
    this.child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), PROGRAM, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (bytes) => {
      this.stdout += String(bytes);
    });
    this.child.stderr?.on('data', (bytes) => {
      this.stderr += String(bytes);
    });
    this.ended = once(this.child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  }

  /** Waits until stdout has the words. Throws with all that was said where the program ends before. */
  says(words: string): Promise<void> {
    return this.until(words, () => this.stdout);
  }

  /** The same on stderr. */
  complains(words: string): Promise<void> {
    return this.until(words, () => this.stderr);
  }

  private async until(words: string, said: () => string): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!said().includes(words)) {
      if (this.child.exitCode !== null || Date.now() > deadline)
        throw new Error(`the program did not say "${words}":\n${this.stdout}\n${this.stderr}`);
      await pause(50);
    }
  }

  async stop(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Runs a command to its end. */
export async function run(args: readonly string[], cwd: string, environment: Record<string, string> = {}) {
  const program = new Program(args, cwd, environment);
  const status = await program.ended;
  return { status, stdout: program.stdout, stderr: program.stderr };
}

/** A browser with one session. */
export class Browser {
  private readonly base: string;
  private cookie = '';

  constructor(port: number) {
    this.base = `http://localhost:${port}`;
  }

  /** Opens the page, as a person or a link preview does. */
  async open(address = '/'): Promise<number> {
    const page = await fetch(
      new URL(address, this.base),
      this.cookie === '' ? {} : { headers: { cookie: this.cookie } },
    );
    const [set] = page.headers.getSetCookie();
    if (set && this.cookie === '') this.cookie = set.split(';')[0] ?? '';
    await page.arrayBuffer();
    return page.status;
  }

  /** Posts one deed as the page does; throws unless it was acknowledged. */
  async post(event: object): Promise<void> {
    const answer = await fetch(`${this.base}/chat/event`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-opora-chat': '1', origin: this.base, cookie: this.cookie },
      body: JSON.stringify({ eventKey: randomUUID(), ...event }),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`not acknowledged: ${answer.status}`);
  }

  async history(): Promise<WebMessage[]> {
    const answer = await fetch(`${this.base}/chat/history?after=0`, { headers: { cookie: this.cookie } });
    const { messages = [] } = (await answer.json()) as { messages?: WebMessage[] };
    return messages;
  }

  say(text: string): Promise<void> {
    return this.post({ kind: 'text', text });
  }

  /** Presses the newest button whose payload fits. */
  async press(fits: RegExp): Promise<void> {
    const button = findButton(await this.waitFor(fits), fits);
    await this.post({ kind: 'press', payload: button?.press, label: button?.label });
  }

  /** The talk once a button with such a payload stands under its last message. */
  async waitFor(fits: RegExp): Promise<WebMessage[]> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const messages = await this.history();
      if (findButton(messages.slice(-1), fits)) return messages;
      if (Date.now() > deadline) throw new Error(`no button ${fits} under ${JSON.stringify(messages.at(-1))}`);
      // A page listens to the stream; asking often runs into the limit of requests.
      await pause(POLL_MS);
    }
  }
}

function findButton(messages: readonly WebMessage[], fits: RegExp) {
  return messages
    .toReversed()
    .flatMap(({ buttons }) => buttons.flat())
    .find(({ press }) => fits.test(press));
}
