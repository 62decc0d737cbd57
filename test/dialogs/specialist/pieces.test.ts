/** The small parts of staff dialogs, by the traps they were written for. */
import { describe, expect, it } from 'vitest';
import { nameBegins } from '../../../src/dialogs/read/plain-name.ts';
import { datedLinesIn } from '../../../src/dialogs/read/read-dated-line.ts';
import { calendarRemarkTexts, calendarText } from '../../../src/dialogs/specialist/calendar-lines.ts';
import { daysLeftText, dutyText } from '../../../src/dialogs/specialist/duty-words.ts';
import { isFullName } from '../../../src/dialogs/specialist/full-name.ts';
import { gatheredMembers, mayStudy, membersJson } from '../../../src/dialogs/specialist/household-draft.ts';
import { pageRow, readPage } from '../../../src/dialogs/specialist/paging.ts';
import { shortName } from '../../../src/dialogs/specialist/short-name.ts';
import { readRevision } from '../../../src/dialogs/specialist/submission.ts';
import { calendarOf } from '../../../src/engine/contract-calendar.ts';
import { day } from '../../../src/engine/day.ts';
import type { CalendarInput } from '../../../src/engine/contract-calendar.ts';
import type { Text } from '../../../src/texts/text.ts';
import { lawFor } from '../../../src/law/index.ts';
import { TEXTS } from '../../support/texts.ts';

const ru = (text: Text) => TEXTS.render('ru', text).replaceAll('\u00a0', ' ');
const TODAY = day('2026-11-30');

describe('measures as they are typed', () => {
  it.each([
    ['Найти работу', [['Найти работу', null]]],
    ['Найти работу до 31.03.2027', [['Найти работу', '2027-03-31']]],
    ['Найти работу, до 31 марта 2027 г.', [['Найти работу', '2027-03-31']]],
    ['Найти работу (до 1.3.27)', [['Найти работу', '2027-03-01']]],
    [
      '1) Курсы\n\n2) Работа',
      [
        ['Курсы', null],
        ['Работа', null],
      ],
    ],
    [
      '- Курсы\n• Работа до 2027-01-15',
      [
        ['Курсы', null],
        ['Работа', '2027-01-15'],
      ],
    ],
    ['Довести доход до 20 000', [['Довести доход до 20 000', null]]],
    ['Сдать отчёт до 31.02.2027', [['Сдать отчёт до 31.02.2027', null]]],
    ['2 курса', [['2 курса', null]]],
    ['  \n ', []],
  ])('%j', (text, expected) => {
    expect(datedLinesIn(text).map(({ name, dueOn }) => [name, dueOn])).toEqual(expected);
  });
});

describe('places by the beginning of a word', () => {
  it.each([
    ['МО «Братский район»', 'брат', true],
    ['МО города Братска', 'Братск', true],
    ['МО «Алёхинский район»', 'алехин', true],
    ['МО «Слюдянский район»', 'дян', false],
    ['МО «Братский район»', '«»', false],
    ['МО «Братский район»', '', false],
  ])('%s by "%s": %s', (name, typed, fits) => expect(nameBegins(name, typed)).toBe(fits));
});

describe('names', () => {
  it.each([
    ['Петрова Анна Сергеевна', true],
    ['Ким Ли', true],
    ["О'Коннор-Смит Джон", true],
    ['Оглы Али Вели (Мамедов)', true],
    ['Иванова', false],
    ['123 456', false],
    ['', false],
  ])('%s is a full name: %s', (name, full) => expect(isFullName(name)).toBe(full));
  it.each([
    ['Петрова Анна Сергеевна', 'Петрова А. С.'],
    ['Ан Ольга', 'Ан О.'],
    ['Мария', 'Мария'],
    ['  Ким   Ли ', 'Ким Л.'],
  ])('%s fits a button as %s', (name, short) => expect(shortName(name)).toBe(short));
});

describe('days that are left', () => {
  it.each([
    ['2026-11-30', undefined, 'это сегодня'],
    ['2026-12-01', undefined, 'остался 1 день'],
    ['2026-12-21', undefined, 'остался 21 день'],
    ['2026-12-05', undefined, 'осталось 5 дней'],
    ['2026-11-29', undefined, 'просрочено на 1 день'],
    ['2026-11-08', undefined, 'просрочено на 22 дня'],
    // The register: the working day it is reminded to has come, the day itself has not.
    ['2026-12-10', '2026-11-27', 'это сегодня'],
    ['2026-12-10', '2026-12-02', 'осталось 2 дня'],
  ])('due %s, reminded to %s: %s', (dueOn, remindBy, left) => {
    const duty = remindBy === undefined ? { dueOn: day(dueOn) } : { dueOn: day(dueOn), remindBy: day(remindBy) };
    expect(ru(daysLeftText(duty, TODAY))).toBe(left);
  });
  it('names the months of an income window from its last', () => {
    expect([6, 9, 12].map((number) => ru(dutyText({ kind: 'income-window', number })))).toEqual([
      'Доходы за месяцы 4–6',
      'Доходы за месяцы 7–9',
      'Доходы за месяцы 10–12',
    ]);
  });
});

describe('the household on its way', () => {
  it('is asked about studies only where that decides who is counted', () => {
    const born = (birthDate: string) => ({ birthDate: day(birthDate), ageBand: null });
    expect(mayStudy('child', born('2008-11-30'), TODAY)).toBe(true);
    expect(mayStudy('child', born('2008-12-01'), TODAY)).toBe(false);
    expect(mayStudy('child', born('2003-12-01'), TODAY)).toBe(true);
    expect(mayStudy('child', born('2003-11-30'), TODAY)).toBe(false);
    expect(mayStudy('spouse', born('2006-01-01'), TODAY)).toBe(false);
    expect(mayStudy('child', { birthDate: null, ageBand: '18-22' }, TODAY)).toBe(true);
  });
  it('begins with the recipient and comes back from JSON as it was', () => {
    expect(gatheredMembers(undefined)).toMatchObject({ members: [], adding: 'applicant' });
    const member = { relation: 'child', birthDate: day('2008-11-30'), ageBand: null, fullTimeStudent: true } as const;
    const gathered = { members: [member], adding: 'spouse', born: { birthDate: null, ageBand: 'adult' } } as const;
    expect(gatheredMembers(JSON.parse(JSON.stringify(membersJson(gathered))))).toEqual(gathered);
    expect(gatheredMembers(membersJson(gathered).members)).toEqual({ members: [member], adding: null, born: null });
  });
});

describe('pages and arguments', () => {
  it.each([
    [null, 0],
    ['3', 3],
    ['-1', 0],
    ['x', 0],
    ['99999', 0],
  ])('%s is page %s', (text, page) => expect(readPage(text)).toBe(page));
  it.each([
    [0, 1, []],
    [0, 2, ['g.queue.1']],
    [1, 3, ['g.queue.0', 'g.queue.2']],
    [1, 2, ['g.queue.0']],
  ])('page %s of %s leads to %j', (page, pages, presses) => {
    expect(pageRow('queue', { page, pages }).map(({ press }) => press)).toEqual(presses);
  });
  it.each([
    ['abc~1', { submissionId: 'abc', revision: 1 }],
    ['abc', null],
    ['abc~', null],
    ['abc~1~2', null],
    ['~1', null],
    [null, null],
  ])('%s names a revision: %j', (argument, seen) => expect(readRevision(argument)).toEqual(seen));
});

describe('the calendar in words', () => {
  const law = lawFor('bryansk');
  if (!law) throw new Error('no law of bryansk');
  const calendar = (input: Partial<CalendarInput>) =>
    calendarOf(law, {
      region: 'bryansk',
      track: 'job-search',
      startsOn: day('2026-01-12'),
      endsOn: day('2026-07-11'),
      ...input,
    });

  it('has twelve records, three windows and every stage', () => {
    const rows = ru(calendarText(calendar({}))).split('\n');
    expect(rows).toHaveLength(1 + 1 + 2 + 1 + 12 + 3 + 1 + 1);
    expect(rows[0]).toContain('11 июля 2026 г.');
  });
  it('says so where there is neither report nor monitoring', () => {
    const text = ru(calendarText(calendar({ stoppedOn: day('2026-05-01'), stoppedUnderPoint49: true })));
    expect(text).toContain('Решения не будет');
    expect(text).not.toMatch(/Отчёт|Мониторинг|Доходы/);
  });
  it('gives both days of a record by anniversary periods', () => {
    const text = ru(calendarText(calendar({ policy: { monitoringMonths: 'anniversary' } })));
    expect(text).toContain('1. 12 июля 2026 г. – 11 августа 2026 г.');
  });
  it.each([
    ['2026-02-20', 'Срок короче, чем разрешает направление: от 3 мес.'],
    ['2026-10-12', 'Срок длиннее, чем разрешает направление: до 9 мес.'],
    ['2026-10-11', null],
    ['2026-04-11', null],
  ])('a term until %s: %s', (endsOn, warning) => {
    const remarks = calendarRemarkTexts(calendar({ endsOn: day(endsOn) }))
      .map(ru)
      .join('\n');
    if (warning === null) expect(remarks).not.toContain('⚠️ Срок');
    else expect(remarks).toContain(warning);
  });
});
