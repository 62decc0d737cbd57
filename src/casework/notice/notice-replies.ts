/** Messages of ours as they stand at this moment: what was done, excused or paused meanwhile is left out. */
import type { Day } from '../../engine/day.ts';
import type { CitizenReminder } from '../../engine/citizen-reminders.ts';
import type { Reply } from '../../dialogs/dialog.ts';
import { recipientReminder, type RemindedAsk } from '../../dialogs/notice/recipient-reminder.ts';
import { type NudgedDutyLine, staffDigest, staffNudge } from '../../dialogs/notice/staff-nudge.ts';
import type { Contract, OutboxDraft, Person, Staff, Stores } from '../ports.ts';
import { deadlineFilter } from '../specialist/list-deadlines.ts';

type About = OutboxDraft['about'];

/** The reminder of the asks that still stand, or null: none for one who answered, left, stopped reminders or is paused. */
export async function reminderReply(stores: Stores, person: Person, about: About, today: Day): Promise<Reply | null> {
  if (!person.remindersOn) return null;
  const asks: RemindedAsk[] = [];
  for (const { contract, entries } of await byContract(stores, about)) {
    if (contract.personId !== person.id || isPaused(contract, today)) continue;
    const stored = new Map((await stores.duties.asksOf(contract.id)).map((ask) => [ask.id, ask]));
    for (const { key, step } of entries) {
      const ask = stored.get(key);
      if (!ask || (ask.state !== 'open' && ask.state !== 'returned')) continue;
      asks.push({
        contractId: contract.id,
        ask,
        step: step as CitizenReminder['step'],
        returned: ask.state === 'returned',
      });
    }
  }
  return asks.length > 0 ? recipientReminder(asks, today) : null;
}

/** Whether a specialist has asked the robot to be quiet towards the recipient today. */
export function isPaused(contract: Pick<Contract, 'remindersPausedUntil'>, today: Day): boolean {
  return contract.remindersPausedUntil !== null && today <= contract.remindersPausedUntil;
}

/** The nudge of the duties that are still undone and still theirs, or null. */
export async function nudgeReply(stores: Stores, staff: Staff, about: About): Promise<Reply | null> {
  if (!staff.active) return null;
  const lines: NudgedDutyLine[] = [];
  let ofOthers = false;
  for (const { contract, entries } of await byContract(stores, about)) {
    const own = contract.specialistId === staff.id;
    if (contract.officeId !== staff.officeId || !(own || staff.role === 'head')) continue;
    const specialist = await stores.offices.findStaff(contract.specialistId);
    const stored = new Map((await stores.duties.ofContract(contract.id)).map((duty) => [duty.key, duty]));
    for (const { key, step } of entries) {
      const duty = stored.get(key);
      if (!duty || duty.done) continue;
      ofOthers ||= !own;
      lines.push({
        contractId: contract.id,
        contractNumber: contract.number,
        recipientName: contract.recipientName,
        specialistName: specialist?.name ?? '',
        duty,
        step: step.startsWith('overdue') ? 'overdue' : (step as NudgedDutyLine['step']),
      });
    }
  }
  return lines.length > 0 ? staffNudge(lines, ofOthers) : null;
}

/** The figures of the day for one member of staff. */
export async function digestReply(stores: Stores, staff: Staff, today: Day): Promise<Reply | null> {
  if (!staff.active) return null;
  const count = async (span: 'today' | 'week' | 'overdue') =>
    (await stores.duties.list(deadlineFilter(staff, span, today), 0, 1)).total;
  return staffDigest(staff.name, today, {
    queue: (await stores.submissions.waiting(staff.officeId, 0, 1)).total,
    today: await count('today'),
    week: await count('week'),
    overdue: await count('overdue'),
    contactRequests: (await stores.offices.contactRequests(staff.officeId, 0, 1)).total,
    papers: (await stores.papers.waiting(staff, today, 0, 0)).total,
  });
}

async function byContract(stores: Stores, about: About): Promise<{ contract: Contract; entries: About }[]> {
  const groups: { contract: Contract; entries: About }[] = [];
  for (const contractId of new Set(about.map((each) => each.contractId))) {
    const contract = await stores.cases.find(contractId);
    if (contract) groups.push({ contract, entries: about.filter((each) => each.contractId === contractId) });
  }
  return groups;
}
