import { describe, expect, it } from 'vitest';
import { RETURN_REASONS } from '../../src/dialogs/codes.ts';
import type { Reply } from '../../src/dialogs/dialog.ts';
import { decisionNotice } from '../../src/dialogs/notice/decision-notice.ts';
import { recipientReminder, type RemindedAsk } from '../../src/dialogs/notice/recipient-reminder.ts';
import { type NudgedDutyLine, staffDigest, staffNudge } from '../../src/dialogs/notice/staff-nudge.ts';
import { day, month } from '../../src/engine/day.ts';
import type { DutyKind } from '../../src/engine/duties.ts';
import { loadLocales } from '../../src/texts/locales.ts';
import { createTexts } from '../../src/texts/render.ts';

const texts = createTexts(loadLocales(), (language, key) => {
  throw new Error(`no words for ${key} in ${language}`);
});
/** Both languages are rendered, so that a missing key of either throws; the Russian one is looked at. */
function words(reply: Reply): string {
  const all = [...reply.texts, ...(reply.options ?? []).flat().map((option) => option.label)];
  for (const text of all) texts.render('en', text);
  return reply.texts
    .map((text) => texts.render('ru', text))
    .join('\n')
    .replaceAll('\u00a0', ' ');
}
const presses = (reply: Reply) => (reply.options ?? []).flat().map((option) => option.press);
const ask = (item: 'fact' | 'income', change: Partial<RemindedAsk> = {}): RemindedAsk => ({
  contractId: 'k1',
  ask: { item, month: month('2026-09'), citizenDay: day('2026-10-20'), stage: 'after' },
  step: 'asked',
  returned: false,
  ...change,
});
const line = (kind: DutyKind, step: NudgedDutyLine['step'], change: object = {}): NudgedDutyLine => ({
  contractId: 'k1',
  contractNumber: '17/2026',
  recipientName: 'Примерова Анна Сергеевна',
  specialistName: 'Сидорова Ольга',
  duty: {
    kind,
    dueOn: day('2026-10-31'),
    ...(kind === 'monitoring' ? { number: 2, month: month('2026-10') } : {}),
    ...change,
  },
  step,
});

describe('a reminder to a recipient', () => {
  it('speaks of both items of a month in one line, with one button', () => {
    const reply = recipientReminder([ask('fact'), ask('income')], day('2026-10-01'));
    expect(words(reply)).toContain('• сентябрь 2026: подтверждение и доход. Пожалуйста, до 20 октября 2026 г.');
    expect(presses(reply)).toEqual(['g.confirm-month.k1~2026-09', 'g.my-contract', 'g.reminders']);
  });
  it.each([
    ['before the day it is the tone of the step', 'halfway', '2026-10-10', 'ещё не получили'],
    ['on the day', 'on-day', '2026-10-20', 'Сегодня день'],
    ['a step of the day that waited for the morning is not said of yesterday', 'on-day', '2026-10-21', 'прошёл'],
    ['a late catch-up is not a lie about today', 'asked', '2026-10-25', 'прошёл'],
  ] as const)('%s', (_name, step, today, says) => {
    expect(words(recipientReminder([ask('fact', { step })], day(today)))).toContain(says);
  });
  it('after the contract no word calls an answer obligatory', () => {
    for (const step of ['asked', 'halfway', 'two-working-days', 'on-day'] as const)
      for (const today of ['2026-10-01', '2026-10-20', '2026-10-30'])
        expect(words(recipientReminder([ask('fact', { step })], day(today)))).not.toMatch(
          /обязан|должны|необходимо|требу|штраф|иначе/i,
        );
  });
  it('says that the specialist asked to correct it', () => {
    expect(words(recipientReminder([ask('fact', { returned: true })], day('2026-10-01')))).toContain(
      'попросил поправить',
    );
  });
});

describe('a nudge to staff', () => {
  it.each(['conclusion', 'report', 'register', 'monitoring', 'income-window', 'decision'] as const)(
    'has words for %s',
    (kind) => {
      expect(words(staffNudge([line(kind, 'on-day', kind === 'income-window' ? { number: 6 } : {})], false))).toContain(
        'договор 17/2026',
      );
    },
  );
  it('puts the overdue first and counts what it does not show', () => {
    const many = Array.from({ length: 25 }, () => line('monitoring', 'opened'));
    const said = words(staffNudge([...many, line('report', 'overdue')], true));
    expect(said.indexOf('Просрочено')).toBeLessThan(said.indexOf('Можно начинать'));
    expect(said).toContain('И ещё 6 сроков');
    expect(said).toContain('специалист Сидорова Ольга');
  });
  it('says that an extension may move the day', () => {
    expect(words(staffNudge([line('report', 'on-day', { pending: 'extension-pending' })], false))).toContain(
      'комиссия решает',
    );
  });
  it('the digest of a quiet day says so', () => {
    const none = { queue: 0, today: 0, overdue: 0, week: 0, contactRequests: 0, papers: 0 };
    expect(words(staffDigest('Ольга', day('2026-10-05'), none))).toContain('Срочных дел нет');
    expect(presses(staffDigest('Ольга', day('2026-10-05'), { ...none, queue: 3 }))[0]).toBe('g.queue');
  });
});

describe('a decision on a month', () => {
  it.each(RETURN_REASONS)('returned for %s: why, what next, a button to mend it', (reason) => {
    const reply = decisionNotice({
      contractId: 'k1',
      month: month('2026-09'),
      what: 'returned',
      reason,
      words: 'нужна вторая страница',
    });
    expect(words(reply)).toContain('«нужна вторая страница»');
    expect(presses(reply)[0]).toBe('g.confirm-month.k1~2026-09');
  });
  it('accepted: nothing more to send', () => {
    const reply = decisionNotice({
      contractId: 'k1',
      month: month('2026-09'),
      what: 'accepted',
      reason: null,
      words: null,
    });
    expect(words(reply)).toContain('приняты');
  });
});
