import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { Browser, freePort, newFolder, PATIENCE_MS, Program, run } from './support/program.ts';

const folders: { remove(): void }[] = [];
const started: Program[] = [];
afterAll(async () => {
  for (const program of started) if (program.child.exitCode === null) await program.stop('SIGKILL');
  for (const folder of folders) folder.remove();
});

function folder(): string {
  const made = newFolder();
  folders.push(made);
  return made.path;
}

const READY = 'Opora is open at';

async function start(dataDir: string, args: readonly string[] = [], environment: Record<string, string> = {}) {
  const port = await freePort();
  const program = new Program(['start', ...args], folder(), {
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...environment,
  });
  started.push(program);
  await program.says(READY);
  return { program, port };
}

function linksIn(screen: string): string[] {
  return [...screen.matchAll(/http:\/\/localhost:\d+(\/\?start=\S+)/g)].map(([, path]) => path ?? '');
}

describe('start with nothing configured', () => {
  test('makes a demo office, prints its links, is ready, and stops on a signal', {
    timeout: PATIENCE_MS * 2,
  }, async () => {
    const dataDir = folder();
    // A start that dies while it makes the demo leaves nothing half made: the next one begins anew.
    const dies = new Program(['start'], folder(), { DATA_DIR: dataDir, PORT: String(await freePort()) });
    started.push(dies);
    await dies.complains('making a demo office');
    await pause(3000);
    await dies.stop('SIGKILL');

    const { program, port } = await start(dataDir);
    await program.says('To open an office there');
    expect(program.stderr).toContain('The demo office was made in');
    const links = linksIn(program.stdout);
    expect(links).toHaveLength(4);
    expect(new Set(links).size).toBe(4);
    expect(program.stdout).toContain(`http://localhost:${port}/\n`);
    expect(program.stdout).toContain(`embedded, in ${join(dataDir, 'database')}`);
    const ready = await fetch(`http://localhost:${port}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ ready: true })]);

    // Three previews of the link do not spend it: the person who goes on in the chat does.
    const [citizen = '', , specialist = ''] = links;
    for (const preview of [new Browser(port), new Browser(port), new Browser(port)])
      expect(await preview.open(citizen)).toBe(200);
    await joins(new Browser(port), citizen);
    const staff = new Browser(port);
    await joins(staff, specialist);
    await staff.press(/^g\.work$/);
    const [work] = (await staff.waitFor(/^g\.queue$/)).slice(-1);
    expect(work?.buttons.flat().find(({ press }) => press === 'g.queue')?.label).toMatch(/1$/);
    // The same link again is told to be spent.
    const late = new Browser(port);
    await opens(late, citizen);
    expect(JSON.stringify((await late.waitFor(/^g\.menu/)).at(-1)?.text)).toMatch(/уже/i);

    expect(await program.stop('SIGTERM')).toBe(0);
    expect(existsSync(join(dataDir, 'opora.lock'))).toBe(false);

    const again = await start(dataDir);
    await again.program.says('To open an office there');
    expect(linksIn(again.program.stdout)).toHaveLength(4);
    expect(linksIn(again.program.stdout).filter((link) => links.includes(link))).toEqual([]);
    expect(again.program.stderr).not.toContain('making a demo office');
    expect(await again.program.stop('SIGINT')).toBe(0);
  });
});

async function opens(browser: Browser, link: string): Promise<void> {
  await browser.open(link);
  await browser.post({ kind: 'start', token: new URL(link, 'http://x').searchParams.get('start') });
  await browser.press(/^c\.\d+\.ru$/);
}

async function joins(browser: Browser, link: string): Promise<void> {
  await opens(browser, link);
  await browser.press(/^c\.\d+\.yes$/);
}

describe('start --empty', () => {
  test('a second process is refused by name; an office is opened when the first has stopped', {
    timeout: PATIENCE_MS,
  }, async () => {
    const dataDir = folder();
    const { program, port } = await start(dataDir, ['--empty']);
    await program.says('npm run -s opora -- office');
    expect(linksIn(program.stdout)).toEqual([]);

    const options = [
      'office',
      '--region',
      'irkutsk',
      '--municipality',
      'katangsky',
      '--name',
      'Отдел',
      '--head',
      'Пробный Пётр',
    ];
    for (const args of [['start'], ['migrate'], options]) {
      const second = await run(args, folder(), {
        DATA_DIR: dataDir,
        PORT: String(port),
        LOG_LEVEL: 'warn',
      });
      expect([second.status, second.stdout]).toEqual([1, '']);
      expect(second.stderr).toContain(`process ${program.child.pid} `);
      expect(second.stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(await program.stop('SIGTERM')).toBe(0);

    const opened = await run(options, folder(), { DATA_DIR: dataDir, PUBLIC_URL: `http://localhost:${port}` });
    expect(opened.stderr).toBe('');
    expect(opened.status).toBe(0);
    const papers = join(dataDir, 'papers');
    expect(readdirSync(papers).map((name) => name.slice(-4))).toEqual(['.pdf', '.png']);
    for (const name of readdirSync(papers)) {
      expect(opened.stdout).toContain(join(papers, name));
      expect(statSync(join(papers, name)).mode & 0o77).toBe(0);
    }

    const later = await start(dataDir);
    expect(later.program.stderr).not.toContain('making a demo office');
    const head = new Browser(later.port);
    await joins(head, linksIn(opened.stdout)[0] ?? '');
    await head.press(/^g\.work$/);
    await head.waitFor(/^g\.staff$/);
    expect(await later.program.stop('SIGTERM')).toBe(0);
  });

  test('a busy port is named', { timeout: PATIENCE_MS }, async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => busy.once('listening', done));
    const address = busy.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const dataDir = folder();
    const refused = await run(['start', '--empty'], folder(), {
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'fatal',
    });
    busy.close();
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain(`port ${port} of 127.0.0.1 is in use`);
    expect(existsSync(join(dataDir, 'opora.lock'))).toBe(false);
  });
});

describe('kill -9 during a conversation', () => {
  test('nothing acknowledged is lost, the lock of the dead is taken over, the form goes on', {
    timeout: PATIENCE_MS,
  }, async () => {
    const dataDir = folder();
    const { program, port } = await start(dataDir, ['--empty']);
    const person = new Browser(port);
    await person.open();
    await person.post({ kind: 'start', token: null });
    await person.press(/^c\.\d+\.ru$/);
    await person.press(/^g\.pre-check$/);
    for (const answer of ['bryansk', 'job-search', '1', '2', '0'])
      await person.press(new RegExp(`^c\\.\\d+\\.${answer}$`));
    await person.waitFor(/^c\.\d+\.none$/);
    // Three answers one after the other, none waited for: the last is acknowledged and the process dies at once.
    for (const amount of ['18 001', '16 502', '17 003']) await person.say(amount);
    const killed = await program.stop('SIGKILL');
    expect(killed).toBeNull();
    expect(existsSync(join(dataDir, 'opora.lock'))).toBe(true);

    const next = new Program(['start', '--empty'], folder(), {
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'warn',
    });
    started.push(next);
    await next.says(READY);
    expect(next.stderr).toContain('took over the data folder from a process that died');
    const talk = await person.waitFor(/^c\.\d+\.unemployment$/);
    expect(
      talk
        .filter(({ from }) => from === 'person')
        .map(({ text }) => text)
        .slice(-3),
    ).toEqual(['18 001', '16 502', '17 003']);
    // Each question was answered once: the next one is about the reason, and the result adds the three amounts up.
    await person.press(/^c\.\d+\.unemployment$/);
    await person.press(/^c\.\d+\.no$/);
    const result = (await person.waitFor(/^c\.\d+\.contact$/)).at(-1)?.text.replaceAll('\u00a0', ' ');
    expect(result).toContain('51 506 ₽');
    expect(await next.stop('SIGTERM')).toBe(0);
  });
});

describe('settings that are wrong', () => {
  test('one message names each with what it must look like, and no value', async () => {
    const wrong = {
      DATABASE_URL: 'mysql://secret@host/db',
      PORT: '99999',
      REGION: 'moscow',
      CHANNEL_POLICY: 'closed',
      TELEGRAM_BOT_TOKEN: 'secret-token',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'ftp://somewhere',
    };
    for (const command of ['start', 'migrate', 'office']) {
      const refused = await run([command], folder(), wrong);
      expect([refused.status, refused.stdout]).toEqual([2, '']);
      for (const name of Object.keys(wrong)) expect(refused.stderr).toContain(`${name} must be`);
      for (const value of ['secret', '99999', 'moscow', 'ftp:']) expect(refused.stderr).not.toContain(value);
      expect(refused.stderr).not.toMatch(/\n\s+at /);
      expect(refused.stderr).toContain('.env');
    }
  });

  test('values of .env in the folder it is started from count', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, '.env'), 'PORT=many\nHOST=\n');
    const refused = await run(['start'], cwd);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('one setting is wrong');
    expect(refused.stderr).toContain('PORT must be');
  });

  test('faults of the law an operator laid in are all named', async () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, 'law'));
    writeFileSync(join(dataDir, 'law', '2027.json'), '{"region":"bryansk","minima":');
    const refused = await run(['start'], folder(), { DATA_DIR: dataDir });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('law/2027.json');
  });

  test.each([
    ['start', '--full', '--full'],
    ['migrate', '--now', '--now'],
    ['demo', '--family', 'arguments'],
    ['office', '--colour=red', 'arguments'],
  ])('%s %s is refused', async (command, option, named) => {
    const refused = await run([command, option], folder(), { DATA_DIR: folder() });
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain(named);
  });
});

describe('office', () => {
  test('every wrong option is named at once', async () => {
    const refused = await run(
      ['office', '--region', 'bryansk', '--municipality', 'nowhere', '--language', 'fr'],
      folder(),
      {
        DATA_DIR: folder(),
      },
    );
    expect(refused.status).toBe(2);
    for (const path of ['--municipality', '--name', '--head', '--language'])
      expect(refused.stderr).toContain(`${path}:`);
  });
});

test('migrate says what it did', { timeout: PATIENCE_MS }, async () => {
  const dataDir = folder();
  const first = await run(['migrate'], folder(), { DATA_DIR: dataDir });
  expect(first.status).toBe(0);
  expect(first.stdout).toMatch(/^Applied: 0001_first/);
  expect(await run(['migrate'], folder(), { DATA_DIR: dataDir })).toMatchObject({
    status: 0,
    stdout: 'Nothing to migrate.\n',
  });
});
