import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';

interface ZoneRun {
  readonly offset: number;
  readonly answers: readonly {
    readonly name: string;
    readonly outcome: unknown;
    readonly expect: object;
    readonly owed: unknown;
  }[];
}

const ZONES = [
  ['UTC', 0],
  ['Europe/Kaliningrad', -120],
  ['Asia/Kamchatka', -720],
] as const;

const run = promisify(execFile);

async function answersIn(zone: string): Promise<ZoneRun> {
  const script = join(import.meta.dirname, 'support', 'zone-run.ts');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TZ: zone },
    maxBuffer: 32 * 1024 * 1024,
    timeout: 50_000,
  });
  return JSON.parse(stdout) as ZoneRun;
}

describe('the zone of the machine changes no answer', () => {
  const runs = new Map<string, ZoneRun>();
  beforeAll(async () => {
    for (const [zone, found] of await Promise.all(
      ZONES.map(async ([zone]) => [zone, await answersIn(zone)] as const),
    )) {
      runs.set(zone, found);
    }
  });

  test.each(ZONES)('%s is really in force: %i minutes', (zone, offset) => {
    expect(runs.get(zone)?.offset).toBe(offset);
  });

  test.each(ZONES)('every worked case comes out in %s', (zone) => {
    const answers = runs.get(zone)?.answers ?? [];
    expect(answers.length).toBeGreaterThanOrEqual(57);
    for (const { name, outcome, expect: wanted } of answers) {
      expect(outcome, `${zone}, ${name}`).toMatchObject({ ok: true, value: wanted });
    }
  });

  test('answers, duties, asks and all reminders are the same to the letter', () => {
    const [utc, ...others] = ZONES.map(([zone]) => JSON.stringify(runs.get(zone)?.answers));
    for (const other of others) expect(other).toBe(utc);
    expect(utc).toContain('"two-working-days"');
  });
});
