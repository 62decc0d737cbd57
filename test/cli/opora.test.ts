import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const room = mkdtempSync(join(tmpdir(), 'opora-cli-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in a folder of its own, so that no `.env` or data of the checkout has a say. */
async function opora(
  args: readonly string[],
  stdin: Iterable<string> = [],
  environment: Record<string, string> = {},
): Promise<Run> {
  const loader = import.meta.resolve('tsx');
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=64', '--import', loader, join(root, 'src/cli/opora.ts'), ...args],
    {
      cwd: room,
      env: { PATH: process.env['PATH'], DATA_DIR: join(room, 'none'), ...environment },
    },
  );
  // The command may answer and leave before it has read everything.
  child.stdin.on('error', () => undefined);
  Readable.from(stdin).pipe(child.stdin);
  const read = async (stream: Readable) => {
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    return text;
  };
  const closed = new Promise<number | null>((done) => child.on('close', done));
  const [status, stdout, stderr] = await Promise.all([closed, read(child.stdout), read(child.stderr)]);
  return { status, stdout, stderr };
}

const contract = { region: 'bryansk', track: 'job-search', startsOn: '2025-12-01', endsOn: '2026-08-31' };
const family = {
  region: 'bryansk',
  applicationDate: '2027-02-10',
  track: 'job-search',
  circumstances: ['unemployment'],
  members: [{ id: 'a', relation: 'applicant', birthDate: '1990-05-01' }],
  householdIncome: ['2026-10', '2026-11', '2026-12'].map((month) => ({ month, amount: '18000.00' })),
};

function file(name: string, content: string): string {
  const path = join(room, name);
  writeFileSync(path, content);
  return path;
}

describe('one document', () => {
  test('from a file is answered with one JSON document', async () => {
    const { status, stdout, stderr } = await opora(['calendar', file('one.json', JSON.stringify(contract))]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ endsOn: '2026-08-31', latestExtensionEndsOn: '2027-01-15' });
    expect(status).toBe(0);
  });

  test('from stdin, with or without the hyphen, and with a byte order mark', async () => {
    const [plain, hyphen] = await Promise.all([
      opora(['calendar'], [JSON.stringify(contract)]),
      opora(['calendar', '-'], [`\uFEFF${JSON.stringify(contract)}`]),
    ]);
    expect(plain.status).toBe(0);
    expect(hyphen).toEqual(plain);
  });

  test('with faults leaves stdout empty and names path, problem and remedy of each', async () => {
    const wrong = { ...contract, startsOn: '2025-02-30', track: 'study' };
    const { status, stdout, stderr } = await opora(['calendar'], [JSON.stringify(wrong)]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('startsOn: not a day that exists: "2025-02-30"');
    expect(stderr).toContain('track: not a known code: "study"');
    expect(stderr).toContain('"household-farm"');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each<[string, readonly string[], string, string]>([
    ['no such file', ['score', 'nowhere.json'], '', 'nowhere.json: cannot be read (ENOENT)'],
    ['a folder', ['score', tmpdir()], '', 'cannot be read (EISDIR)'],
    ['not JSON', ['score'], '{"region": "bryansk",', '(document): not JSON'],
    ['nothing at all', ['score'], ' \n', '(document): nothing was given'],
    ['two files', ['score', 'a.json', 'b.json'], '', 'b.json: more than one file'],
    ['an unknown option', ['score', '--fast'], '', '--fast'],
    ['an unknown command', ['skore'], '', 'use one of: precheck, calendar'],
    ['a command named like a part of JavaScript', ['toString'], '', 'no such command'],
    ['a wrong default region', ['law'], 'REGION=omsk', 'REGION'],
  ])('%s is refused', async (_what, args, stdin, words) => {
    const environment: Record<string, string> = stdin.startsWith('REGION') ? { REGION: 'omsk' } : {};
    const { status, stdout, stderr } = await opora(args, [stdin], environment);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('a wrong token of a messenger stops no reckoning', async () => {
    const { status } = await opora(['calendar'], [JSON.stringify(contract)], { PORT: 'x', TELEGRAM_API_ROOT: 'x' });
    expect(status).toBe(0);
  });

  test('--help says what a command takes', async () => {
    const [all, one] = await Promise.all([opora(['--help']), opora(['law', '--help'])]);
    expect([all.status, one.status]).toEqual([0, 0]);
    expect(all.stderr).toContain('precheck [--ndjson] [file|-]');
    expect(one.stderr).toContain('[--region R] [--on DAY]');
  });
});

describe('one document a line', () => {
  test('a bad line answers in its place, blank lines are skipped, the rest goes on', async () => {
    const lines = [
      JSON.stringify(contract),
      '',
      '{"region": "Иванова"',
      JSON.stringify({ ...contract, endsOn: 1 }),
      '  ',
      JSON.stringify({ ...contract, endsOn: '2026-09-01' }),
    ];
    const { status, stdout, stderr } = await opora(['calendar', '--ndjson'], [lines.join('\r\n')]);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map((answer) => answer['endsOn'] ?? answer['error'])).toMatchObject([
      '2026-08-31',
      { faults: [{ path: '(document)' }] },
      { faults: [{ path: 'endsOn', problem: 'not a day that exists: 1' }] },
      '2026-09-01',
    ]);
    expect(stdout, 'what is not JSON may be about a person').not.toContain('Иванова');
    expect([status, stderr]).toEqual([1, '']);
  });

  test('no line at all is fine, no such file is not', async () => {
    expect(await opora(['calendar', '--ndjson'], ['\n\n'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await opora(['calendar', '--ndjson', 'nowhere'])).status).toBe(2);
  });

  test('a line cut between two bytes of a letter is whole again', async () => {
    const document = {
      startsOn: '2026-01-01',
      endsOn: '2026-09-30',
      measures: [{ name: 'ж'.repeat(100_000), status: 'x' }],
    };
    const { stdout } = await opora(['conclusion', '--ndjson'], [`${JSON.stringify(document)}\n`]);
    expect(stdout).toContain('measures[0].status');
    expect(stdout).not.toContain('\uFFFD');
  });

  test('twenty thousand lines in 64 MB of heap, in order', async () => {
    const count = 20_000;
    function* lines() {
      for (let at = 0; at < count; at += 1)
        yield `${JSON.stringify({ ...contract, track: at === 777 ? 'x' : 'business' })}\n`;
    }
    const { status, stdout } = await opora(['calendar', '--ndjson'], lines());
    const answers = stdout.trimEnd().split('\n');
    expect(answers).toHaveLength(count);
    expect(answers.findIndex((line) => line.startsWith('{"error"'))).toBe(777);
    expect(status).toBe(1);
  });

  test('a reader who leaves early is no fault', async () => {
    const path = file('many.ndjson', `${JSON.stringify(contract)}\n`.repeat(5000));
    const loader = import.meta.resolve('tsx');
    const child = spawn(
      process.execPath,
      ['--import', loader, join(root, 'src/cli/opora.ts'), 'calendar', '--ndjson', path],
      { cwd: room, env: { PATH: process.env['PATH'] } },
    );
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise<number | null>((done) => child.on('close', done));
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('law', () => {
  test('of a region on a day: values with their acts, municipalities with their codes', async () => {
    const { status, stdout } = await opora(['law', '--region', 'irkutsk', '--on', '2026-11-22']);
    expect(status).toBe(0);
    const law = JSON.parse(stdout) as { minimum: unknown; municipalities: { code: string }[] };
    expect(law).toMatchObject({
      on: '2026-11-22',
      region: 'irkutsk',
      minimum: [
        { territory: 'whole', since: '2026-01-01', value: { 'per-capita': '20075.00' }, verified: true },
        { territory: 'north', value: { 'per-capita': '24411.00' } },
        { territory: 'other', value: { 'per-capita': '18770.00' } },
      ],
    });
    expect(law.municipalities).toHaveLength(42);
    expect(law.municipalities[0]?.code).toBe('alarsky');
  });

  test('after the last known year says that the value is unknown and shows the last one', async () => {
    const { stdout } = await opora(['law', '--on', '2027-03-01']);
    expect(JSON.parse(stdout)).toMatchObject({
      region: 'bryansk',
      minimum: [{ value: null, lastKnown: { since: '2026-01-01', act: expect.stringContaining('577-п') } }],
      transfers: null,
    });
  });

  test.each([
    [['law', '--region', 'omsk'], 'no law of region omsk'],
    [['law', '--on', '2026-02-30'], 'not a day that exists'],
    [['law', 'irkutsk'], 'arguments'],
  ])('%j is refused', async (args, words) => {
    const { status, stderr } = await opora(args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('files of DATA_DIR/law', () => {
  function dataDir(name: string, content: string): string {
    const data = join(room, name);
    mkdirSync(join(data, 'law'), { recursive: true });
    writeFileSync(join(data, 'law', '2027.json'), content);
    return data;
  }
  const row = {
    since: '2027-01-01',
    value: { 'per-capita': '18500.00', 'able-bodied': '20165.00', pensioner: '15910.00', child: '17945.00' },
    cite: { act: null, source: 'бюллетень' },
  };

  test('give the commands the values of the next year without a release', async () => {
    const DATA_DIR = dataDir('good', JSON.stringify({ region: 'bryansk', minima: [row] }));
    const [checked, law] = await Promise.all([
      opora(['precheck'], [JSON.stringify(family)], { DATA_DIR }),
      opora(['law', '--on', '2027-02-01'], [], { DATA_DIR }),
    ]);
    expect(JSON.parse(checked.stdout)).toMatchObject({ minimum: { amount: '18500.00' }, verdict: 'likely-eligible' });
    expect(JSON.parse(law.stdout)).toMatchObject({ minimum: [{ since: '2027-01-01', source: 'бюллетень' }] });
  });

  test.each([
    [
      'a wrong value',
      JSON.stringify({ region: 'bryansk', minima: [{ ...row, since: '2027' }] }),
      'law/2027.json: minima[0].since',
    ],
    ['not JSON', '{', 'law/2027.json: (document): not JSON'],
  ])('%s stops every command and names the file', async (name, content, words) => {
    const { status, stdout, stderr } = await opora(['precheck'], [JSON.stringify(family)], {
      DATA_DIR: dataDir(name, content),
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });
});

test('an engine command never loads the database', async () => {
  const path = file('trace.mjs', "import { register } from 'node:module'; register('./hook.mjs', import.meta.url);");
  file(
    'hook.mjs',
    "export async function resolve(name, context, next) { const found = await next(name, context); if (/prisma|pglite|fastify|grammy/.test(found.url)) throw new Error('loaded ' + found.url); return found; }",
  );
  const { status, stderr } = await opora(['calendar'], [JSON.stringify(contract)], {
    NODE_OPTIONS: `--import ${path}`,
  });
  expect([status, stderr]).toEqual([0, '']);
});
