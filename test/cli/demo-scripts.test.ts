import { describe, expect, test } from 'vitest';
import { bryanskFamilyToday } from '../../src/cli/demo/bryansk-family.ts';
import { irkutskFamilyToday } from '../../src/cli/demo/irkutsk-family.ts';
import { FAMILIES } from '../../src/cli/demo/play-family.ts';
import type { FamilyScript } from '../../src/cli/demo/script.ts';
import { startScreen } from '../../src/cli/start-screen.ts';
import { readConfig } from '../../src/config.ts';
import { addDays, day, firstDay, monthOf } from '../../src/engine/day.ts';

function moments({ scenes }: FamilyScript): string[] {
  return scenes.map(({ on, at }) => `${on} ${at}`);
}

describe('scripts', () => {
  test.each(Object.values(FAMILIES))('$office: scenes stand in the order of time', (script) => {
    expect(moments(script)).toEqual(moments(script).toSorted());
  });

  test('whatever the day of the first start, every scene of the demo office lies before its month, in order', () => {
    for (let today = day('2026-01-01'); today < '2028-03-02'; today = addDays(today, 1)) {
      for (const script of [bryanskFamilyToday(today), irkutskFamilyToday(today)]) {
        expect(moments(script)).toEqual(moments(script).toSorted());
        expect(moments(script).filter((moment) => moment >= firstDay(monthOf(today)))).toEqual([]);
      }
    }
  });
});

describe('the screen of the start', () => {
  const token = '123:abc';
  test.each([
    [{}, '', false],
    [{ TELEGRAM_BOT_TOKEN: token }, '', true],
    [{ TELEGRAM_BOT_TOKEN: token }, 'open', false],
    [{ TELEGRAM_BOT_TOKEN: token, CHANNEL_POLICY: 'ru-41fz' }, 'ru-41fz', false],
    [{ VIBER_AUTH_TOKEN: 'viber-token' }, '', true],
    [{ MAX_BOT_TOKEN: 'max-token' }, '', false],
  ])('with %j and CHANNEL_POLICY "%s": the law on foreign messengers is named: %s', (environment, policy, named) => {
    const read = readConfig(environment);
    if (!read.ok) throw new Error('a wrong setting in a test');
    const screen = startScreen(read.config, [], policy);
    expect(screen.includes('41-FZ')).toBe(named);
    expect(screen.includes('CHANNEL_POLICY=ru-41fz')).toBe(named);
    expect(screen).not.toContain(token);
  });

  test('names the server without its address, which holds a password', () => {
    const read = readConfig({ DATABASE_URL: 'postgres://opora:secret@db:5432/opora' });
    if (!read.ok) throw new Error('a wrong setting in a test');
    const screen = startScreen(read.config, [], '');
    expect(screen).toContain('a PostgreSQL server');
    expect(screen).not.toContain('secret');
  });
});
