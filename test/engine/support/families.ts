import { day, month } from '../../../src/engine/day.ts';
import type { IncomeEntry, Member, Relation } from '../../../src/engine/member.ts';
import { roubles } from '../../../src/engine/money.ts';
import type { Outcome } from '../../../src/engine/outcome.ts';
import type { PreCheckInput } from '../../../src/engine/pre-check.ts';

/** The counted months of an application of November 2026. */
export const AUTUMN = ['2026-07', '2026-08', '2026-09'] as const;

/** One entry a month of one kind; amounts run with the months, the last one repeats. */
export function earning(kind: string, amounts: readonly string[], months: readonly string[] = AUTUMN): IncomeEntry[] {
  return months.map((each, at) => ({
    month: month(each),
    kind,
    amount: roubles(amounts[Math.min(at, amounts.length - 1)] ?? '0.00'),
  }));
}

export function person(id: string, relation: Relation, birthDate: string, more: Partial<Member> = {}): Member {
  return { id, relation, birthDate: day(birthDate), ...more };
}

/** An adult applicant with the same wage each counted month. */
export function applicant(...monthly: string[]): Member {
  return person('a', 'applicant', '1990-05-01', { incomes: earning('wage', monthly) });
}

/** A Bryansk job seeker who applies on 10 November 2026; what is given replaces. */
export function application(more: Partial<PreCheckInput> = {}): PreCheckInput {
  return {
    region: 'bryansk',
    municipality: null,
    applicationDate: day('2026-11-10'),
    track: 'job-search',
    circumstances: ['unemployment'],
    members: [applicant('15000.00')],
    ...more,
  };
}

/** The answer of an outcome; a refusal fails the test with its faults. */
export function answered<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.faults)}`);
  return outcome.value;
}

/** Paths of the faults of a refusal; empty if it was accepted. */
export function faultPaths(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? [] : outcome.faults.map((fault) => fault.path);
}
