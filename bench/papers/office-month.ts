import { planContract } from '../../src/casework/case/plan-contract.ts';
import type { Deps } from '../../src/casework/deps.ts';
import type { Contract, Revision, Staff, Stores } from '../../src/casework/ports.ts';
import { addMonths, type Day, dayIn, firstDay, type Month, month } from '../../src/engine/day.ts';
import { roubles } from '../../src/engine/money.ts';

/** The month of the records, and a day in the next one, when its facts have come in. */
export const RECORDS_OF: Month = month('2026-09');
export const TODAY: Day = dayIn(addMonths(RECORDS_OF, 1), 5);

/** Addresses of the web channel behind which the two members of staff are. */
export const HEAD = 'head';
export const SPECIALIST = 'specialist';

/** Contracts made in one transaction. */
const AT_ONCE = 50;
const MONTHS_LONG = 6;
/** Ends of contracts: one to twelve months ago, so that records 1–12 are there, windows among them. */
const RECORDS = 12;

/** An office with a head and a specialist, as the only ones who speak. */
export interface OfficeMonth {
  readonly officeId: string;
  readonly specialist: Staff;
  readonly head: Staff;
  readonly contractIds: readonly string[];
}

/** An office whose specialist has so many contracts, each with an accepted fact of the month and nothing prepared yet. */
export async function makeOfficeMonth(deps: Deps, count: number): Promise<OfficeMonth> {
  const team = await deps.database.transaction((stores) => addTeam(deps, stores));
  const contractIds: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE)
    await deps.database.transaction(async (stores) => {
      for (let at = from; at < Math.min(from + AT_ONCE, count); at += 1)
        contractIds.push(await addContract(deps, stores, team.specialist, at));
    });
  return { ...team, contractIds };
}

async function addTeam(deps: Deps, stores: Stores): Promise<Omit<OfficeMonth, 'contractIds'>> {
  const officeId = deps.newId.id();
  await stores.offices.add({
    id: officeId,
    region: 'bryansk',
    municipality: null,
    name: 'Отдел социальной защиты населения по Бежицкому району',
    address: null,
    phone: '+7 483 200-00-00',
    hours: null,
    timeZone: 'Europe/Moscow',
    isDemo: false,
  });
  const seat = async (role: Staff['role'], externalId: string, name: string): Promise<Staff> => {
    const { person } = await stores.people.meet('web', externalId, deps.clock.now());
    const staff: Staff = {
      id: deps.newId.id(),
      officeId,
      personId: person.id,
      name,
      position: role === 'head' ? 'начальник отдела' : 'главный специалист',
      role,
      phone: null,
      active: true,
    };
    await stores.offices.addStaff(staff);
    return staff;
  };
  const head = await seat('head', HEAD, 'Начальникова Нина Ивановна');
  return { officeId, head, specialist: await seat('specialist', SPECIALIST, 'Сидорова Ольга Петровна') };
}

async function addContract(deps: Deps, stores: Stores, specialist: Staff, at: number): Promise<string> {
  const endMonth = addMonths(RECORDS_OF, -1 - (at % RECORDS));
  const startsOn = firstDay(addMonths(endMonth, 1 - MONTHS_LONG));
  const agreedEndsOn = dayIn(endMonth, 28);
  const contract: Contract = {
    id: deps.newId.id(),
    officeId: specialist.officeId,
    specialistId: specialist.id,
    personId: null,
    number: `32-${at + 1}/2026`,
    recipientName: `${SURNAMES[at % SURNAMES.length]} Мария Петровна`,
    region: 'bryansk',
    municipality: null,
    track: 'job-search',
    startsOn,
    agreedEndsOn,
    extendedTo: null,
    extensionAskedOn: null,
    stoppedOn: null,
    stoppedUnderPoint49: false,
    perCapitaIncomeBefore: roubles('9000.00'),
    averageMonthlyIncomeBefore: roubles('27000.00'),
    household: [
      { relation: 'applicant', birthDate: dayIn(month('1990-02'), 28), ageBand: null, fullTimeStudent: false },
      { relation: 'child', birthDate: dayIn(month('2016-05'), 1), ageBand: null, fullTimeStudent: false },
      { relation: 'child', birthDate: dayIn(month('2019-07'), 1), ageBand: null, fullTimeStudent: false },
    ],
    measures: [{ id: deps.newId.id(), name: 'Трудоустройство', dueOn: null, status: 'done', note: null }],
    dates: [
      {
        kind: 'agreed',
        startsOn,
        endsOn: agreedEndsOn,
        stoppedUnderPoint49: false,
        reason: null,
        recordedAt: deps.clock.now(),
        byStaffId: specialist.id,
      },
    ],
    remindersPausedUntil: null,
    nextDate: null,
  };
  await stores.cases.add(contract);
  await planContract(deps, stores, contract, TODAY);
  const accepted = acceptedFact(deps, specialist);
  const id = deps.newId.id();
  await stores.submissions.add(
    { id, number: deps.newId.code(), contractId: contract.id, month: RECORDS_OF, status: 'accepted' },
    accepted,
  );
  return contract.id;
}

function acceptedFact(deps: Deps, specialist: Staff): Revision {
  const [at, on] = [deps.clock.now(), TODAY];
  return {
    revision: 1,
    submittedOn: on,
    submittedAt: at,
    asked: ['fact'],
    answers: {
      fact: { state: 'yes', words: null },
      income: null,
      household: null,
      proofs: [{ item: 'fact', kind: 'certified-copy', file: null }],
    },
    score: { score: 100, checks: [], recommendation: 'accept', reasons: [], assumptions: [], trace: [] },
    decision: { what: 'accepted', reason: null, words: null, at, on, byStaffId: specialist.id },
  };
}

const SURNAMES = ['Королёва', 'Петрова-Водкина', 'Ли', 'Константинопольская', 'Щукина', 'Ёлкина', 'Жукова'] as const;
