/** The register comes to the head by itself on the last working day before the department's day (domain.md, "Time"). */
import { addMonths, type Day, monthOf } from '../../../engine/day.ts';
import { lastWorkingDayBefore } from '../../../engine/working-days.ts';
import { lawOf } from '../../case/plan-contract.ts';
import type { Deps } from '../../deps.ts';
import type { Office, OutboxDraft, Stores } from '../../ports.ts';
import { departmentDay, registerDrafts, writtenRegister } from './written-register.ts';

/** What is put on a working day's morning: nothing unless the day has come and a register of the month is owed. Its duty stays open. */
export async function registerReminder(
  deps: Pick<Deps, 'laws' | 'clock' | 'documents' | 'files'>,
  stores: Stores,
  office: Office,
  today: Day,
): Promise<OutboxDraft[]> {
  const { workCalendar } = lawOf(deps, office.region);
  // Where a month has no working day before its department's day, the reminder comes in the month before.
  for (const month of [addMonths(monthOf(today), -1), monthOf(today)]) {
    const by = departmentDay(deps, office, month);
    if (today < lastWorkingDayBefore(workCalendar, by) || today >= by) continue;
    const owed = {
      officeId: office.id,
      // A report that is late is owed in the register of the month it comes in.
      dueFrom: null,
      dueTo: by,
      openBy: today,
      specialistId: null,
      kind: 'register',
    } as const;
    if ((await stores.duties.list(owed, 0, 0)).total === 0) continue;
    const written = await writtenRegister(deps, stores, office, month);
    const key = `register-reminder:${office.id}:${month}`;
    return registerDrafts(deps, stores, office, written, deps.clock.now(), (personId) => `${key}:${personId}`);
  }
  return [];
}
