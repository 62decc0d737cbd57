import { describe, expect, test } from 'vitest';
import {
  type CalendarInput,
  type ContractCalendar,
  calendarOf,
  contractCalendar,
} from '../../src/engine/contract-calendar.ts';
import { day } from '../../src/engine/day.ts';
import type { Policy } from '../../src/engine/law.ts';
import cases from './cases/calendar.json' with { type: 'json' };
import { regionLaw, withPolicy, withTransfers } from './support/laws.ts';

interface CalendarCase {
  readonly name: string;
  readonly input: CalendarInput;
  readonly expect: Partial<ContractCalendar>;
}

const LAW = regionLaw();
const TERM: CalendarInput = {
  region: 'bryansk',
  track: 'job-search',
  startsOn: day('2026-01-01'),
  endsOn: day('2026-06-30'),
};

function calendar(change: Partial<CalendarInput> = {}, law = LAW): ContractCalendar {
  return calendarOf(law, { ...TERM, ...change });
}

/** A contract of nine months up to the end, or of the start given. */
function endingOn(endsOn: string, policy: Partial<Policy> = {}): ContractCalendar {
  return calendar({ startsOn: day('2025-05-01'), endsOn: day(endsOn), policy });
}

function codes(list: readonly { readonly code: string }[]): string[] {
  return list.map((each) => each.code);
}

describe('cases of the contract', () => {
  const named = (cases as unknown as readonly CalendarCase[]).map((each) => [each.name, each] as const);
  test.each(named)('%s', (_, { input, expect: wanted }) => {
    const outcome = contractCalendar(regionLaw(input.region), input);
    expect(outcome).toMatchObject({ ok: true, value: wanted });
  });
});

describe('the table of regulation.md 5.2', () => {
  test.each([
    [
      '2026-01-15',
      '2026-01-01',
      '2025-12-16',
      '2026-02',
      '2026-06',
      '2026-07-10',
      '2026-05',
      '2026-08',
      '2026-11',
      '2027-01',
    ],
    [
      '2026-03-31',
      '2026-03-01',
      '2026-03-01',
      '2026-04',
      '2026-08',
      '2026-09-10',
      '2026-07',
      '2026-10',
      '2027-01',
      '2027-03',
    ],
    [
      '2026-05-20',
      '2026-05-01',
      '2026-04-21',
      '2026-06',
      '2026-10',
      '2026-11-10',
      '2026-09',
      '2026-12',
      '2027-03',
      '2027-05',
    ],
    [
      '2026-08-31',
      '2026-08-01',
      '2026-08-01',
      '2026-09',
      '2027-01',
      '2027-02-10',
      '2026-12',
      '2027-03',
      '2027-06',
      '2027-08',
    ],
    [
      '2026-09-01',
      '2026-09-01',
      '2026-08-02',
      '2026-10',
      '2027-02',
      '2027-03-10',
      '2027-01',
      '2027-04',
      '2027-07',
      '2027-09',
    ],
    [
      '2026-11-30',
      '2026-11-01',
      '2026-11-01',
      '2026-12',
      '2027-04',
      '2027-05-10',
      '2027-03',
      '2027-06',
      '2027-09',
      '2027-11',
    ],
    [
      '2026-12-25',
      '2026-12-01',
      '2026-11-26',
      '2027-01',
      '2027-05',
      '2027-06-10',
      '2027-04',
      '2027-07',
      '2027-10',
      '2027-12',
    ],
    [
      '2027-02-28',
      '2027-02-01',
      '2027-02-01',
      '2027-03',
      '2027-07',
      '2027-08-10',
      '2027-06',
      '2027-09',
      '2027-12',
      '2028-02',
    ],
  ])('end %s', (end, readingA, readingB, firstIncome, report, register, window1, window2, window3, lastMonth) => {
    const found = endingOn(end);
    expect(found.conclusion).toEqual({ opensOn: readingB, dueOn: end });
    expect(endingOn(end, { lastMonth: 'calendar' }).conclusion).toEqual({ opensOn: readingA, dueOn: end });
    expect(found.report).toMatchObject({ opensOn: `${report}-01`, toDepartmentBy: register });
    expect(found.report?.incomeMonths[0]).toBe(firstIncome);
    expect(found.incomeWindows.map((window) => window.months[0])).toEqual([window1, window2, window3]);
    expect(found.incomeWindows.at(-1)?.months[2]).toBe(lastMonth);
    expect(found.monitoring.at(-1)?.month).toBe(lastMonth);
  });
});

describe('traps of the month', () => {
  test.each([
    ['the 30th of March: a month back is the end of February', '2026-03-30', '2026-03-01'],
    ['the 29th of March in a common year', '2026-03-29', '2026-03-01'],
    ['the 29th of March in a leap year', '2028-03-29', '2028-03-01'],
    ['the 30th of April is the last day', '2026-04-30', '2026-04-01'],
    ['the 30th of May is not the last day', '2026-05-30', '2026-05-01'],
    ['the 31st of May: April has no 31st, but it is the last day', '2026-05-31', '2026-05-01'],
    ['28 February of a leap year is not the last day', '2028-02-28', '2028-01-29'],
    ['29 February', '2028-02-29', '2028-02-01'],
    ['the first of January', '2027-01-01', '2026-12-02'],
    ['the last of December', '2026-12-31', '2026-12-01'],
  ])('the conclusion opens: %s', (_, end, opensOn) => {
    expect(calendar({ startsOn: day('2025-08-01'), endsOn: day(end) }).conclusion?.opensOn).toBe(opensOn);
  });

  test('one day, 31 August to 1 September, moves the report by a month', () => {
    expect(endingOn('2026-08-31').report?.opensOn).toBe('2027-01-01');
    expect(endingOn('2026-09-01').report?.opensOn).toBe('2027-02-01');
  });

  test('an end in September makes twelve records over a leap February', () => {
    const found = calendar({ startsOn: day('2026-12-01'), endsOn: day('2027-08-31') });
    expect(found.monitoring[5]).toEqual({ number: 6, month: '2028-02', opensOn: '2028-02-01', dueOn: '2028-02-29' });
  });

  test.each([
    ['mid-month', '2026-01-15', 1, '2026-01-16', '2026-02-15'],
    ['end on the 31st: a period ends on the 30th', '2026-05-31', 1, '2026-06-01', '2026-06-30'],
    ['and the next on the 31st again', '2026-05-31', 2, '2026-07-01', '2026-07-31'],
    ['the 30th of January: February is cut to 28', '2026-01-30', 1, '2026-01-31', '2026-02-28'],
    ['and March starts on the 1st', '2026-01-30', 2, '2026-03-01', '2026-03-30'],
    ['the twelfth ends a year after', '2026-01-15', 12, '2026-12-16', '2027-01-15'],
  ])('anniversary period: %s', (_, end, number, opensOn, dueOn) => {
    const record = endingOn(end, { monitoringMonths: 'anniversary' }).monitoring[number - 1];
    expect(record).toEqual({ number, opensOn, dueOn });
  });
});

describe('the register to the department', () => {
  const law = withTransfers(
    LAW,
    { year: 2026, free: [day('2026-12-31')], worked: [] },
    { year: 2027, free: [], worked: [] },
  );

  test('10 January 2027 is a Sunday in the holidays: remind in December, though the report is still open', () => {
    const found = calendar({ startsOn: day('2025-11-01'), endsOn: day('2026-07-31') }, law);
    expect(found.report).toMatchObject({ dueOn: '2026-12-31', toDepartmentBy: '2027-01-10', remindBy: '2026-12-30' });
    expect(found.warnings).toEqual([
      { code: 'register-before-window-ends', remindBy: '2026-12-30', windowEndsOn: '2026-12-31' },
    ]);
  });

  test.each([
    ['the 10th is a Saturday', '2026-10-31', '2027-04-09'],
    ['the 10th is a Monday after the free Monday of May', '2026-11-15', '2027-05-07'],
    ['the 10th is a Sunday', '2027-04-30', '2027-10-08'],
  ])('%s', (_, endsOn, remindBy) => {
    const found = calendar({ track: 'business', startsOn: day('2026-06-01'), endsOn: day(endsOn) }, law);
    expect(found.report?.remindBy).toBe(remindBy);
    expect(found.warnings).toEqual([]);
  });

  test.each([
    [5, '2027-02-05', '2027-02-04', []],
    [20, '2027-02-20', '2027-02-19', []],
    [1, '2027-02-01', '2027-01-29', ['register-before-window-ends']],
  ])('a region whose day is %i', (departmentDay, toDepartmentBy, remindBy, warnings) => {
    const found = calendar({ startsOn: day('2025-12-01'), endsOn: day('2026-08-31'), policy: { departmentDay } }, law);
    expect(found.report).toMatchObject({ toDepartmentBy, remindBy });
    expect(codes(found.warnings)).toEqual(warnings);
  });

  test('a year without transfers is named only when its working days were needed', () => {
    const only2026 = withTransfers(LAW, { year: 2026, free: [], worked: [] });
    const unknown = (endsOn: string, change: Partial<CalendarInput> = {}) =>
      calendar({ startsOn: day('2025-08-01'), endsOn: day(endsOn), ...change }, only2026).assumptions.find(
        (each) => each.code === 'transfers-unknown',
      );
    expect(unknown('2026-04-30')).toBeUndefined();
    expect(unknown('2026-08-31')).toEqual({ code: 'transfers-unknown', years: [2027] });
    expect(unknown('2026-07-31')).toEqual({ code: 'transfers-unknown', years: [2027] });
    expect(unknown('2026-07-31', { stoppedOn: day('2026-07-30'), stoppedUnderPoint49: true })).toBeUndefined();
  });
});

describe('extension', () => {
  test.each([
    ['allowed by both readings', '2026-09-28', []],
    ['allowed by whole months only', '2026-09-29', ['extension-reading-differs']],
    ['the last day of the longer reading', '2026-09-30', ['extension-reading-differs']],
  ])('%s', (_, extendedTo, warnings) => {
    expect(codes(calendar({ extendedTo: day(extendedTo) }).warnings)).toEqual(warnings);
  });

  test('the warning names both days, whichever reading the region takes', () => {
    for (const extension of ['days', 'months'] as const) {
      const { warnings } = calendar({ extendedTo: day('2026-09-30') }, withPolicy(LAW, { extension }));
      expect(warnings).toEqual([
        { code: 'extension-reading-differs', extendedTo: '2026-09-30', days: '2026-09-28', months: '2026-09-30' },
      ]);
    }
  });

  test('where days give more than months, the later day is the limit', () => {
    const term = { startsOn: day('2025-12-01'), endsOn: day('2026-08-31') };
    expect(codes(calendar({ ...term, extendedTo: day('2027-01-15') }).warnings)).toEqual(['extension-reading-differs']);
    expect(contractCalendar(LAW, { ...TERM, ...term, extendedTo: day('2027-01-16') }).ok).toBe(false);
  });

  test('the latest extension follows the policy and the term first agreed', () => {
    const extended = { extendedTo: day('2026-09-15') };
    expect(calendar(extended).latestExtensionEndsOn).toBe('2026-09-28');
    expect(calendar({ ...extended, policy: { extension: 'months' } }).latestExtensionEndsOn).toBe('2026-09-30');
  });
});

describe('a stop', () => {
  const stop = (stoppedOn: string, change: Partial<CalendarInput> = {}) =>
    calendar({ stoppedOn: day(stoppedOn), stoppedUnderPoint49: true, ...change });

  test.each([
    ['the day before its window', '2026-05-31', null],
    ['the first day of its window', '2026-06-01', { opensOn: '2026-06-01', dueOn: '2026-06-01' }],
    ['the last day of the contract', '2026-06-30', { opensOn: '2026-06-01', dueOn: '2026-06-30' }],
  ])('under point 49 on %s', (_, on, conclusion) => {
    const found = stop(on);
    expect(found.conclusion).toEqual(conclusion);
    expect(found).toMatchObject({ endsOn: on, report: null, monitoring: [], incomeWindows: [], decision: null });
  });

  test('under point 49 after an extension the window is the one of the extended end', () => {
    const extendedTo = day('2026-09-15');
    expect(stop('2026-06-20', { extendedTo }).conclusion).toBeNull();
    expect(stop('2026-08-20', { extendedTo }).conclusion).toEqual({ opensOn: '2026-08-16', dueOn: '2026-08-20' });
  });

  test('under point 49 where the region goes on: records and decision from the stop, still no report', () => {
    const found = stop('2026-03-10', { policy: { monitorAfterStop: true } });
    expect(found.report).toBeNull();
    expect(found.monitoring).toHaveLength(12);
    expect(found.monitoring[0]).toMatchObject({ number: 1, month: '2026-04' });
    expect(found.incomeWindows.at(-1)?.months[2]).toBe('2027-03');
    expect(found.decision).toEqual({ opensOn: '2027-04-01', dueOn: '2027-04-30' });
    expect(codes(found.reasons)).toEqual([
      'counts-from-stop',
      'no-conclusion-after-point-49',
      'no-report-after-point-49',
    ]);
  });

  test('of another kind everything counts from it', () => {
    expect(calendar({ stoppedOn: day('2026-03-10') })).toEqual({
      ...calendar({ endsOn: day('2026-03-10') }),
      endReason: 'stopped',
      latestExtensionEndsOn: '2026-09-28',
      warnings: [],
      reasons: [{ code: 'counts-from-stop', on: '2026-03-10' }],
      trace: expect.anything(),
    });
  });
});

describe('refusals', () => {
  test.each([
    ['an end before the start', { endsOn: day('2025-12-31') }, ['endsOn']],
    ['an extension on the first end', { extendedTo: day('2026-06-30') }, ['extendedTo']],
    ['an extension beyond both readings', { extendedTo: day('2026-10-01') }, ['extendedTo']],
    ['a stop before the start', { stoppedOn: day('2025-12-31') }, ['stoppedOn']],
    ['a stop after the end', { stoppedOn: day('2026-07-01') }, ['stoppedOn']],
    ['a stop after the extended end', { extendedTo: day('2026-08-01'), stoppedOn: day('2026-08-02') }, ['stoppedOn']],
    ['point 49 without a stop', { stoppedUnderPoint49: true }, ['stoppedUnderPoint49']],
    ['the law of another region', { region: 'irkutsk' }, ['region']],
    [
      'every fault at once',
      { region: 'irkutsk', endsOn: day('2025-12-31'), extendedTo: day('2025-12-01'), stoppedOn: day('2025-11-30') },
      ['region', 'endsOn', 'extendedTo', 'stoppedOn'],
    ],
  ])('%s', (_, change: Partial<CalendarInput>, paths) => {
    const outcome = contractCalendar(LAW, { ...TERM, ...change });
    expect(outcome.ok ? [] : outcome.faults.map((fault) => fault.path)).toEqual(paths);
    if (!outcome.ok) for (const fault of outcome.faults) expect(fault.problem && fault.remedy).toBeTruthy();
  });

  test.each([
    ['a stop on the first day', { stoppedOn: day('2026-01-01') }],
    ['a contract of one day', { endsOn: day('2026-01-01') }],
    [
      'a stop after the first end, inside the extension',
      { extendedTo: day('2026-08-01'), stoppedOn: day('2026-07-20') },
    ],
    ['point 49 said to be false', { stoppedUnderPoint49: false }],
  ])('not refused: %s', (_, change: Partial<CalendarInput>) => {
    expect(contractCalendar(LAW, { ...TERM, ...change }).ok).toBe(true);
  });

  test('a stored contract with an impossible term is a bug', () => {
    expect(() => calendarOf(LAW, { ...TERM, endsOn: day('2025-12-31') })).toThrow(/impossible term/);
  });
});

describe('remarks', () => {
  test.each([
    ['three months of job search', '2026-03-31', []],
    ['one day less', '2026-03-30', ['term-not-allowed']],
    ['nine months', '2026-09-30', []],
    ['one day more', '2026-10-01', ['term-not-allowed']],
  ])('the term of the track: %s', (_, endsOn, warnings) => {
    expect(codes(calendar({ endsOn: day(endsOn) }).warnings)).toEqual(warnings);
  });

  test('the term warning carries the figures', () => {
    expect(calendar({ track: 'hardship', endsOn: day('2026-09-30') }).warnings).toEqual([
      { code: 'term-not-allowed', track: 'hardship', wholeMonths: 9, minMonths: 3, maxMonths: 6 },
    ]);
  });

  test('a track without terms in force says that its limits are unknown', () => {
    const found = calendar({}, { ...LAW, tracks: { ...LAW.tracks, 'job-search': [] } });
    expect(codes(found.assumptions)).toContain('term-limits-unknown');
    expect(found.warnings).toEqual([]);
  });

  test.each([
    ['bryansk', false],
    ['irkutsk', true],
    ['novosibirsk', true],
  ])('%s is evaluated by analogy: %s', (region, analogy) => {
    const found = calendar({ region }, regionLaw(region));
    expect(codes(found.assumptions).includes('evaluation-by-analogy')).toBe(analogy);
    expect(codes(found.assumptions)).toContain('decision-day-not-given');
  });

  test('every reading used is named with what was chosen, an unused one is not', () => {
    const used = (change: Partial<CalendarInput>) =>
      calendar(change).assumptions.flatMap((each) => (each.policy === undefined ? [] : [each.policy]));
    expect(used({})).toEqual(['extension', 'lastMonth', 'departmentDay', 'monitoringMonths']);
    expect(used({ stoppedOn: day('2026-02-01'), stoppedUnderPoint49: true })).toEqual([
      'extension',
      'monitorAfterStop',
    ]);
    expect(calendar({ policy: { lastMonth: 'calendar' } }).assumptions).toContainEqual({
      code: 'last-month-reading',
      policy: 'lastMonth',
      chosen: 'calendar',
      other: 'by-date',
    });
  });

  test('the trace has a step with figures and basis for each stage that exists', () => {
    const steps = calendar().trace;
    expect(steps.map(({ step }) => step)).toEqual([
      'latest-extension',
      'real-end',
      'conclusion',
      'report',
      'register',
      'reminder-of-register',
      'monitoring',
      'income-windows',
      'decision',
    ]);
    for (const step of steps) expect(step.basis).not.toMatch(/no act named/);
    expect(calendar({ stoppedOn: day('2026-02-01'), stoppedUnderPoint49: true }).trace).toHaveLength(2);
  });
});
