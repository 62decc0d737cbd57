/** The days on which a recipient is reminded of one ask (issue 2, section 6). Whether it still stands is asked at the moment of sending. */
import type { CitizenAsk } from './citizen-asks.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import type { Law } from './law.ts';
import { addWorkingDays } from './working-days.ts';

/** One reminder of an ask. */
export interface CitizenReminder {
  readonly step: 'asked' | 'halfway' | 'two-working-days' | 'on-day';
  readonly on: Day;
}

/**
 * When asked, halfway (rounded down), two working days before the citizen's day, and on it: strictly ascending by day and by
 * step. Where two would fall on one day or out of turn the later step stays; nothing comes before the ask.
 */
export function citizenReminders(law: Law, ask: Pick<CitizenAsk, 'askFrom' | 'citizenDay'>): CitizenReminder[] {
  const { askFrom, citizenDay } = ask;
  const steps: CitizenReminder[] = [
    { step: 'asked', on: askFrom },
    { step: 'halfway', on: addDays(askFrom, Math.floor(daysBetween(askFrom, citizenDay) / 2)) },
    { step: 'two-working-days', on: addWorkingDays(law.workCalendar, citizenDay, -2) },
    { step: 'on-day', on: citizenDay },
  ];
  return steps.filter(
    ({ on }, index) => on >= askFrom && steps.slice(index + 1).every((next) => next.on > on || next.on < askFrom),
  );
}
