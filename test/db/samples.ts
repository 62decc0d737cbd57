/** Small true-to-life values to store, and ready rows that others hang on. */
import type {
  Contract,
  Instant,
  NewId,
  OutboxDraft,
  Received,
  Revision,
  Staff,
  Stores,
} from '../../src/casework/ports.ts';
import type { MonthAnswers } from '../../src/dialogs/command.ts';
import type { CitizenAsk } from '../../src/engine/citizen-asks.ts';
import { day, month } from '../../src/engine/day.ts';
import type { Duty } from '../../src/engine/duties.ts';
import { roubles } from '../../src/engine/money.ts';
import type { ScoreResult } from '../../src/engine/submission-score.ts';

/** A moment of the morning everything here happens on. */
export const at = (time: string): Instant => `2026-11-22T${time}.000Z`;
export const NOW: Instant = at('06:00:00');

/** `id1`, `id2` …: told apart and repeatable. */
export function countedIds(): NewId {
  let count = 0;
  const next = (): string => `id${(count += 1)}`;
  return { id: next, token: next, code: next };
}

/** The office with its specialist and head. */
export async function addOffice(stores: Stores, id = 'office'): Promise<void> {
  await stores.offices.add({
    id,
    region: 'bryansk',
    municipality: null,
    name: 'Отдел социальной защиты населения',
    address: null,
    phone: '+7 4832 00-00-00',
    hours: null,
    timeZone: 'Europe/Moscow',
    isDemo: false,
  });
  await stores.offices.addStaff(staff(id, 'specialist'));
  await stores.offices.addStaff(staff(id, 'head'));
}

export function staff(officeId: string, role: 'specialist' | 'head', id = `${officeId}-${role}`): Staff {
  return {
    id,
    officeId,
    personId: null,
    name: 'Орлова А. П.',
    position: 'Специалист',
    role,
    phone: null,
    active: true,
  };
}

export function contract(change: Partial<Contract> = {}): Contract {
  return {
    id: 'contract',
    officeId: 'office',
    specialistId: 'office-specialist',
    personId: null,
    number: '32-17/2026',
    recipientName: 'Королёва Мария Петровна',
    region: 'bryansk',
    municipality: null,
    track: 'job-search',
    startsOn: day('2026-03-01'),
    agreedEndsOn: day('2026-11-30'),
    extendedTo: null,
    extensionAskedOn: null,
    stoppedOn: null,
    stoppedUnderPoint49: false,
    perCapitaIncomeBefore: roubles('9000.00'),
    averageMonthlyIncomeBefore: null,
    household: [
      { relation: 'applicant', birthDate: day('1990-02-28'), ageBand: null, fullTimeStudent: false },
      { relation: 'child', birthDate: null, ageBand: 'under-18', fullTimeStudent: false },
    ],
    measures: [
      { id: 'measure-1', name: 'Регистрация в центре занятости', dueOn: day('2026-03-15'), status: 'done', note: null },
      { id: 'measure-2', name: 'Трудоустройство', dueOn: null, status: 'planned', note: null },
    ],
    dates: [
      {
        kind: 'agreed',
        startsOn: day('2026-03-01'),
        endsOn: day('2026-11-30'),
        stoppedUnderPoint49: false,
        reason: null,
        recordedAt: NOW,
        byStaffId: 'office-specialist',
      },
    ],
    remindersPausedUntil: null,
    nextDate: day('2026-12-01'),
    ...change,
  };
}

export function score(recommendation: ScoreResult['recommendation']): ScoreResult {
  return { score: 75, checks: [], recommendation, reasons: [], assumptions: [], trace: [] };
}

export function revision(number: number, change: Partial<Revision> = {}): Revision {
  return {
    revision: number,
    submittedOn: day('2026-11-22'),
    submittedAt: NOW,
    asked: ['fact', 'income'],
    answers: answers(),
    score: score('review'),
    decision: null,
    ...change,
  };
}

export function answers(change: Partial<MonthAnswers> = {}): MonthAnswers {
  return { fact: null, income: null, household: null, proofs: [], ...change };
}

export function duty(id: string, opensOn: string, dueOn: string): Duty {
  return { id, key: `${id}@2026-11-30`, kind: 'monitoring', number: 3, opensOn: day(opensOn), dueOn: day(dueOn) };
}

export function ask(id: string, citizenDay: string): CitizenAsk {
  return {
    id,
    item: 'fact',
    month: month('2026-10'),
    askFrom: day('2026-11-01'),
    citizenDay: day(citizenDay),
    dueOn: day('2026-11-30'),
    stage: 'contract',
    householdIncome: false,
    basis: 'contract-terms',
  };
}

export function received(eventKey: string, externalId = 'chat-1', text = 'меню'): Received {
  return { channel: 'telegram', eventKey, externalId, input: { kind: 'text', text }, at: NOW };
}

export function draft(uniqueKey: string, personId: string, change: Partial<OutboxDraft> = {}): OutboxDraft {
  return {
    uniqueKey,
    personId,
    addressId: null,
    kind: 'answer',
    reply: { texts: [{ key: 'core:menu' }], content: 'public' },
    notBefore: NOW,
    about: [],
    ...change,
  };
}
