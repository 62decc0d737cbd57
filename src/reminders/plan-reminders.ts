/**
 * What has to be said by now, put into the outbox once. Cost grows with what is due, not with what exists: only contracts
 * whose next date has come are looked at. A missed tick is caught up with the latest step of each; a second tick inserts nothing.
 */
import { citizenReminders } from '../engine/citizen-reminders.ts';
import type { Day } from '../engine/day.ts';
import { dutyNudges } from '../engine/duty-nudges.ts';
import type { Law } from '../engine/law.ts';
import { isWorkingDay } from '../engine/working-days.ts';
import { lawOf, moveNextDate } from '../casework/case/plan-contract.ts';
import type { Deps } from '../casework/deps.ts';
import { registerReminder } from '../casework/evaluation/batch/remind-register.ts';
import { digestReply, isPaused, nudgeReply, reminderReply } from '../casework/notice/notice-replies.ts';
import type {
  Contract,
  Instant,
  MessageKind,
  Office,
  OutboxDraft,
  ReminderStep,
  Staff,
  Stores,
} from '../casework/ports.ts';

/** What the planner is given. */
export type PlannerDeps = Pick<Deps, 'database' | 'clock' | 'laws' | 'defaultRegion' | 'documents' | 'files'>;

/** Morning: digests go out, and what became due in the night. Minutes since midnight. */
const MORNING = 9 * 60;
const EVENING = 18 * 60;
const BATCH = 200;

/** What one tick did. */
export interface Planned {
  readonly contracts: number;
  readonly messages: number;
}

/** One tick. Safe to run at any time, twice, and in several processes. */
export async function planReminders(deps: PlannerDeps): Promise<Planned> {
  let contracts = 0;
  let messages = 0;
  const offices = await deps.database.transaction((stores) => stores.offices.all());
  for (const zone of new Set(offices.map((office) => office.timeZone))) {
    const here = offices.filter((office) => office.timeZone === zone);
    for (let looked = BATCH; looked === BATCH; contracts += looked) {
      const done = await deps.database.transaction((stores) => planBatch(deps, stores, here, deps.clock.today(zone)));
      messages += done.messages;
      looked = done.contracts;
    }
  }
  messages += await deps.database.transaction((stores) => planDigests(deps, stores, offices));
  return { contracts, messages };
}

/** Contracts of offices of one zone, where it is the same day. */
async function planBatch(deps: PlannerDeps, stores: Stores, offices: readonly Office[], today: Day): Promise<Planned> {
  const byId = new Map(offices.map((office) => [office.id, office]));
  const claimed: Claimed[] = [];
  const due = await stores.cases.dueBy([...byId.keys()], today, BATCH);
  for (const contract of due) {
    const office = byId.get(contract.officeId);
    if (office) claimed.push(...(await claimOf(deps, stores, { contract, office, today })));
    await moveNextDate(deps, stores, contract, today);
  }
  return { contracts: due.length, messages: await putGrouped(deps, stores, claimed) };
}

interface Due {
  readonly contract: Contract;
  readonly office: Office;
  readonly today: Day;
}

interface Claimed extends Due {
  readonly step: ReminderStep;
  readonly kind: Extract<MessageKind, 'reminder' | 'nudge'>;
  readonly staff: Staff | null;
}

/** Steps of this contract that nobody was told yet, kept in the ledger as told. */
async function claimOf(deps: PlannerDeps, stores: Stores, due: Due): Promise<Claimed[]> {
  const law = lawOf(deps, due.contract.region);
  const wanted = [...(await recipientSteps(stores, law, due)), ...(await staffSteps(stores, due))];
  const kept = new Set(
    (
      await stores.duties.claimSteps(
        wanted.map((each) => each.step),
        deps.clock.now(),
      )
    ).map(stepKey),
  );
  return wanted.filter((each) => kept.has(stepKey(each.step)));
}

/** The latest step of every open ask; none for one who stopped reminders or is paused, so that the step is left for later. */
async function recipientSteps(stores: Stores, law: Law, due: Due): Promise<Claimed[]> {
  const { contract, today } = due;
  const person = contract.personId ? await stores.people.find(contract.personId) : null;
  if (!person?.remindersOn || isPaused(contract, today)) return [];
  const asks = (await stores.duties.asksOf(contract.id)).filter(
    (ask) => ask.state === 'open' || ask.state === 'returned',
  );
  return asks.flatMap((ask): Claimed[] => {
    const last = citizenReminders(law, ask).findLast((reminder) => reminder.on <= today);
    const step = last && { contractId: contract.id, key: ask.id, step: last.step, personId: person.id };
    return step ? [{ ...due, step, kind: 'reminder', staff: null }] : [];
  });
}

/** The latest step of every undone duty, to the specialist, and of what is overdue to the head too. */
async function staffSteps(stores: Stores, due: Due): Promise<Claimed[]> {
  const { contract, today } = due;
  const team = (await stores.offices.staffOf(contract.officeId)).filter((member) => member.active && member.personId);
  const undone = (await stores.duties.ofContract(contract.id)).filter((duty) => !duty.done && duty.opensOn <= today);
  return undone.flatMap((duty) => {
    const last = dutyNudges(duty, today).findLast((nudge) => nudge.on <= today);
    if (!last) return [];
    const told = team.filter(
      (member) => member.id === contract.specialistId || (last.toHead && member.role === 'head'),
    );
    return told.map((member): Claimed => {
      const step = { contractId: contract.id, key: duty.key, step: last.step, personId: member.personId ?? '' };
      return { ...due, step, kind: 'nudge', staff: member };
    });
  });
}

/** One message for several duties: everything new for one person goes together. */
async function putGrouped(deps: PlannerDeps, stores: Stores, claimed: readonly Claimed[]): Promise<number> {
  const groups = new Map<string, Claimed[]>();
  for (const each of claimed) {
    const key = `${each.kind} ${each.step.personId}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const drafts: OutboxDraft[] = [];
  for (const group of groups.values()) {
    const draft = await draftOf(deps, stores, group);
    if (draft) drafts.push(draft);
  }
  return stores.outbox.put(drafts, deps.clock.now());
}

async function draftOf(deps: PlannerDeps, stores: Stores, group: readonly Claimed[]): Promise<OutboxDraft | null> {
  const [first] = group;
  if (!first) return null;
  const about = group.map(({ step: { contractId, key, step } }) => ({ contractId, key, step }));
  const person = await stores.people.find(first.step.personId);
  if (!person) return null;
  const reply = first.staff
    ? await nudgeReply(stores, first.staff, about)
    : await reminderReply(stores, person, about, first.today);
  if (!reply) return null;
  return {
    // A step is claimed once, so the first one names the message.
    uniqueKey: `${first.kind}:${stepKey(first.step)}`,
    personId: person.id,
    addressId: null,
    kind: first.kind,
    reply,
    notBefore: morning(deps, first.office),
    about,
  };
}

/** The digest of each working day from nine o'clock, once; a process that starts later sends it until the evening. */
async function planDigests(deps: PlannerDeps, stores: Stores, offices: readonly Office[]): Promise<number> {
  let messages = 0;
  for (const office of offices) {
    const today = deps.clock.today(office.timeZone);
    const minute = deps.clock.minuteOfDay(office.timeZone);
    if (minute < MORNING || minute >= EVENING || !isWorkingDay(lawOf(deps, office.region).workCalendar, today))
      continue;
    // The unique key alone would do; the mark spares the office's figures each minute of the day.
    if ((await stores.settings.read(`digest:${office.id}`)) === today) continue;
    await stores.settings.write(`digest:${office.id}`, today);
    const drafts = [
      ...(await digestsOf(deps, stores, office, today)),
      ...(await registerReminder(deps, stores, office, today)),
    ];
    messages += await stores.outbox.put(drafts, deps.clock.now());
  }
  return messages;
}

async function digestsOf(deps: PlannerDeps, stores: Stores, office: Office, today: Day): Promise<OutboxDraft[]> {
  const drafts: OutboxDraft[] = [];
  for (const member of await stores.offices.staffOf(office.id)) {
    const reply = member.personId ? await digestReply(stores, member, today) : null;
    if (!reply || !member.personId) continue;
    drafts.push({
      uniqueKey: `digest:${member.id}:${today}`,
      personId: member.personId,
      addressId: null,
      kind: 'digest',
      reply,
      notBefore: deps.clock.now(),
      about: [],
    });
  }
  return drafts;
}

/** Nine o'clock of today in the office's zone, or now where it has passed. */
function morning({ clock }: PlannerDeps, office: Office): Instant {
  const wait = Math.max(0, MORNING - clock.minuteOfDay(office.timeZone));
  return new Date(Date.parse(clock.now()) + wait * 60_000).toISOString();
}

function stepKey({ contractId, key, step, personId }: ReminderStep): string {
  return `${contractId}:${key}:${step}:${personId}`;
}
