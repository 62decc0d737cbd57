import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../src/cli/demo/play-family.ts';
import type { FamilyScript } from '../../src/cli/demo/script.ts';
import type { SeedOffice } from '../../src/cli/demo/seed-office.ts';
import { bryanskPlan, irkutskPlan, MONTHS_BACK } from '../../src/cli/demo/seed-plan.ts';
import { startScreen } from '../../src/cli/start-screen.ts';
import { readConfig } from '../../src/config.ts';
import { addDays, addMonths, day, firstDay, monthOf } from '../../src/engine/day.ts';

function moments({ scenes }: FamilyScript): string[] {
  return scenes.map(({ on, at }) => `${on} ${at}`);
}

describe('scripts', () => {
  test.each(Object.values(FAMILIES))('$office: scenes stand in the order of time', (script) => {
    expect(moments(script)).toEqual(moments(script).toSorted());
  });

  test('whatever the day of the first start, the past of the demo office lies before its month and after its clock begins', () => {
    const office: SeedOffice = {
      get deps(): never {
        throw new Error('a plan does nothing by itself');
      },
      get office(): never {
        throw new Error('a plan does nothing by itself');
      },
      words: () => '',
      run: () => Promise.reject(new Error('a plan does nothing by itself')),
      duty: () => Promise.reject(new Error('a plan does nothing by itself')),
      sign: () => Promise.reject(new Error('a plan does nothing by itself')),
    };
    for (let today = day('2026-01-01'); today < '2028-03-02'; today = addDays(today, 1)) {
      const days = [bryanskPlan, irkutskPlan].flatMap((plan) => plan(office, today).past.map(({ on }) => on));
      const month = monthOf(today);
      expect(days.filter((on) => on >= firstDay(month) || on <= firstDay(addMonths(month, -MONTHS_BACK)))).toEqual([]);
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
