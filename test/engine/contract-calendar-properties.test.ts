import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CalendarInput,
  type ContractCalendar,
  calendarOf,
  contractCalendar,
} from '../../src/engine/contract-calendar.ts';
import { addDays, type Day, day, daysBetween, later } from '../../src/engine/day.ts';
import { latestExtension } from '../../src/engine/extension.ts';
import type { Window } from '../../src/engine/outcome.ts';
import { stageOf } from '../../src/engine/stage.ts';
import { isWorkingDay } from '../../src/engine/working-days.ts';
import { anyDay, span } from './support/days.ts';
import { regionLaw } from './support/laws.ts';

const LAW = regionLaw();

const anyPolicy = fc.record({
  lastMonth: fc.constantFrom('by-date' as const, 'calendar' as const),
  monitoringMonths: fc.constantFrom('calendar' as const, 'anniversary' as const),
  extension: fc.constantFrom('days' as const, 'months' as const),
  departmentDay: fc.integer({ min: 1, max: 28 }),
  monitorAfterStop: fc.boolean(),
});

const anyTerm: fc.Arbitrary<CalendarInput> = fc
  .record({ term: span, policy: anyPolicy })
  .map(({ term, policy }) => ({ region: 'bryansk', track: 'business', ...term, policy }));

/** Stopped or extended at any allowed day, or neither. */
const anyContract: fc.Arbitrary<CalendarInput> = fc
  .record({ term: anyTerm, extended: fc.option(fc.nat(400)), stopped: fc.option(fc.nat(2000)), point49: fc.boolean() })
  .map(({ term, extended, stopped, point49 }) => {
    const { days, months } = latestExtension(term.startsOn, term.endsOn, LAW.policy);
    const room = daysBetween(term.endsOn, later(days, months));
    const extendedTo = extended === null || room === 0 ? undefined : addDays(term.endsOn, 1 + (extended % room));
    const length = daysBetween(term.startsOn, extendedTo ?? term.endsOn) + 1;
    const stoppedOn = stopped === null ? undefined : addDays(term.startsOn, stopped % length);
    return { ...term, extendedTo, stoppedOn, stoppedUnderPoint49: stoppedOn === undefined ? undefined : point49 };
  });

function windowsOf(found: ContractCalendar): Window[] {
  const single = [found.conclusion, found.report, found.decision].filter((each) => each !== null);
  return [...single, ...found.monitoring, ...found.incomeWindows];
}

function expectInTurn(windows: readonly Window[]): void {
  windows.forEach((window, index) => {
    const before = windows[index - 1];
    if (before) expect(window.opensOn > before.dueOn).toBe(true);
  });
}

/** Every day of a calendar in a fixed order. */
function daysOf(found: ContractCalendar): Day[] {
  const { report } = found;
  const ofReport = report === null ? [] : [report.toDepartmentBy, report.remindBy];
  return [
    ...windowsOf(found).flatMap(({ opensOn, dueOn }) => [opensOn, dueOn]),
    ...ofReport,
    found.latestExtensionEndsOn,
  ];
}

/** Both lists are of the same stages; no day of the first may lie after its fellow. */
function expectNoneEarlier(before: readonly Day[], after: readonly Day[]): void {
  expect(after).toHaveLength(before.length);
  before.forEach((date, index) => expect(date <= (after[index] ?? '')).toBe(true));
}

describe('for any contract of 2024–2028, extended, stopped or neither, under any reading', () => {
  const law = (name: string, check: (found: ContractCalendar, input: CalendarInput) => void) =>
    test(name, () => {
      fc.assert(
        fc.property(anyContract, (input) => check(calendarOf(LAW, input), input)),
        { numRuns: 400 },
      );
    });

  law('everything opens before it is due', (found) => {
    for (const window of windowsOf(found)) expect(window.opensOn <= window.dueOn).toBe(true);
  });

  law('records do not overlap each other, nor windows each other', (found) => {
    expectInTurn(found.monitoring);
    expectInTurn(found.incomeWindows);
  });

  law('there are twelve records numbered in turn or none, and windows and decision go with them', (found) => {
    const count = found.monitoring.length;
    expect(found.monitoring.map(({ number }) => number)).toEqual(
      count === 0 ? [] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    );
    expect(found.incomeWindows).toHaveLength(count / 4);
    expect(found.decision === null).toBe(count === 0);
  });

  law('the conclusion is due before the first record opens, on the real end', ({ conclusion, monitoring, endsOn }) => {
    if (conclusion === null) return;
    expect(conclusion.dueOn).toBe(endsOn);
    if (monitoring[0]) expect(conclusion.dueOn < monitoring[0].opensOn).toBe(true);
  });

  law('the report is due before the register’s day, and the reminder is a working day before it', ({ report }) => {
    if (report === null) return;
    expect(report.dueOn < report.toDepartmentBy && report.remindBy < report.toDepartmentBy).toBe(true);
    expect(report.opensOn <= report.remindBy && isWorkingDay(LAW.workCalendar, report.remindBy)).toBe(true);
  });

  law('months of a report or window are over when it opens', ({ report, incomeWindows }) => {
    for (const { months, opensOn } of incomeWindows)
      expect(months.every((month) => month < opensOn.slice(0, 7))).toBe(true);
    if (report) expect(report.incomeMonths.every((month) => month < report.opensOn.slice(0, 7))).toBe(true);
  });

  law('no window and no record is due after the decision', ({ incomeWindows, monitoring, decision }) => {
    for (const { dueOn } of [...incomeWindows, ...monitoring])
      expect(decision !== null && dueOn <= decision.dueOn).toBe(true);
  });

  law('the stage only goes on', (found) => {
    const stages = [
      'before-start',
      'running',
      'last-month',
      'after-end',
      'report-month',
      'monitoring',
      'decision',
      'closed',
    ];
    let last = 0;
    for (let at = addDays(found.startsOn, -1); at <= addDays(found.endsOn, 500); at = addDays(at, 7)) {
      const now = stages.indexOf(stageOf(found, at));
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
  });
});

describe('a later end never moves a date earlier', () => {
  const later1to40 = fc.integer({ min: 1, max: 40 });

  test('a later agreed end', () => {
    fc.assert(
      fc.property(anyTerm, later1to40, (input, count) => {
        const moved = { ...input, endsOn: addDays(input.endsOn, count) };
        expectNoneEarlier(daysOf(calendarOf(LAW, input)), daysOf(calendarOf(LAW, moved)));
      }),
      { numRuns: 400 },
    );
  });

  test('day by day through five years, under the defaults', () => {
    let before: Day[] = [];
    for (let endsOn = day('2024-01-01'); endsOn <= '2028-12-31'; endsOn = addDays(endsOn, 1)) {
      const input: CalendarInput = { region: 'bryansk', track: 'business', startsOn: day('2023-12-15'), endsOn };
      const now = daysOf(calendarOf(LAW, input));
      if (before.some((date, index) => date > (now[index] ?? ''))) expect.fail(`earlier on ${endsOn}`);
      before = now;
    }
    expect(before).toHaveLength(39);
  });

  test('a later extension, or a later stop of the same kind', () => {
    fc.assert(
      fc.property(anyContract, (input) => {
        const { startsOn, endsOn, extendedTo, stoppedOn } = input;
        const key = stoppedOn === undefined ? 'extendedTo' : 'stoppedOn';
        const moved = { ...input, [key]: addDays(stoppedOn ?? extendedTo ?? endsOn, 1) };
        const next = contractCalendar(LAW, moved);
        const now = calendarOf(LAW, input);
        // Beyond the contract or its extension there is no later end to speak of.
        if (!next.ok) return;
        // Under point 49 a later stop may come inside the window and so bring a conclusion: a date more, none earlier.
        if (now.conclusion === null && next.value.conclusion !== null) return;
        expect(startsOn <= next.value.endsOn).toBe(true);
        expectNoneEarlier(daysOf(now), daysOf(next.value));
      }),
      { numRuns: 400 },
    );
  });
});

test('an extension is accepted exactly up to the later of both readings', () => {
  fc.assert(
    fc.property(anyTerm, anyDay, (input, extendedTo) => {
      const { days, months } = latestExtension(input.startsOn, input.endsOn, LAW.policy);
      const allowed = extendedTo > input.endsOn && extendedTo <= later(days, months);
      const outcome = contractCalendar(LAW, { ...input, extendedTo });
      expect(outcome.ok).toBe(allowed);
      if (!outcome.ok) return;
      const differs = outcome.value.warnings.some(({ code }) => code === 'extension-reading-differs');
      expect(differs).toBe(extendedTo > days || extendedTo > months);
    }),
  );
});
