/** A contract as rows: the contract itself, its household, measures and history of dates. */
import type { Contract, DateChange, Measure } from '../casework/ports.ts';
import type { HouseholdMemberDraft } from '../dialogs/command.ts';
import type { Track } from '../engine/law.ts';
import type { Prisma } from './generated/client.ts';
import type { DateChangeModel, HouseholdMemberModel, MeasureModel } from './generated/models.ts';
import { dateOf, dateOrNull, dayOf, dayOrNull, instantOf, moneyOrNull, momentOf } from './row-values.ts';

/** What is loaded with a contract, each in its order. */
export const WITH_PARTS = {
  household: { orderBy: { position: 'asc' } },
  measures: { orderBy: { position: 'asc' } },
  dates: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.ContractInclude;

type ContractRow = Prisma.ContractGetPayload<{ include: typeof WITH_PARTS }>;

/** The one form in which numbers and names are compared: small letters, ё as е, one space. */
export function searchForm(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').trim().replace(/\s+/g, ' ');
}

/** A new contract with all its parts. */
export function contractRows(contract: Contract): Prisma.ContractUncheckedCreateInput {
  const { household, measures, dates, ...own } = contract;
  return {
    ...own,
    searchKey: searchForm(`${contract.number} ${contract.recipientName}`),
    startsOn: dateOf(own.startsOn),
    agreedEndsOn: dateOf(own.agreedEndsOn),
    extendedTo: dateOrNull(own.extendedTo),
    extensionAskedOn: dateOrNull(own.extensionAskedOn),
    stoppedOn: dateOrNull(own.stoppedOn),
    remindersPausedUntil: dateOrNull(own.remindersPausedUntil),
    nextDate: dateOrNull(own.nextDate),
    household: {
      create: household.map((member, position) => ({
        ...member,
        position,
        birthDate: dateOrNull(member.birthDate),
      })),
    },
    measures: {
      create: measures.map((measure, position) => ({ ...measure, position, dueOn: dateOrNull(measure.dueOn) })),
    },
    dates: { create: dates.map(dateChangeRow) },
  };
}

/** One line of the history of dates. */
export function dateChangeRow(change: DateChange): Omit<Prisma.DateChangeUncheckedCreateInput, 'contractId'> {
  return {
    ...change,
    startsOn: dateOf(change.startsOn),
    endsOn: dateOf(change.endsOn),
    recordedAt: momentOf(change.recordedAt),
  };
}

/** A contract from its rows. */
export function toContract(row: ContractRow): Contract {
  const { searchKey: _key, seq: _seq, sourceId: _source, household, measures, dates, ...own } = row;
  return {
    ...own,
    track: own.track as Track,
    startsOn: dayOf(own.startsOn),
    agreedEndsOn: dayOf(own.agreedEndsOn),
    extendedTo: dayOrNull(own.extendedTo),
    extensionAskedOn: dayOrNull(own.extensionAskedOn),
    stoppedOn: dayOrNull(own.stoppedOn),
    perCapitaIncomeBefore: moneyOrNull(own.perCapitaIncomeBefore),
    averageMonthlyIncomeBefore: moneyOrNull(own.averageMonthlyIncomeBefore),
    remindersPausedUntil: dayOrNull(own.remindersPausedUntil),
    nextDate: dayOrNull(own.nextDate),
    household: household.map(toMember),
    measures: measures.map(toMeasure),
    dates: dates.map(toDateChange),
  };
}

function toMember(row: HouseholdMemberModel): HouseholdMemberDraft {
  return {
    relation: row.relation as HouseholdMemberDraft['relation'],
    birthDate: dayOrNull(row.birthDate),
    ageBand: row.ageBand as HouseholdMemberDraft['ageBand'],
    fullTimeStudent: row.fullTimeStudent,
  };
}

function toMeasure(row: MeasureModel): Measure {
  return {
    id: row.id,
    name: row.name,
    dueOn: dayOrNull(row.dueOn),
    status: row.status as Measure['status'],
    note: row.note,
  };
}

function toDateChange({ id: _id, contractId: _contract, ...row }: DateChangeModel): DateChange {
  return {
    ...row,
    kind: row.kind as DateChange['kind'],
    startsOn: dayOf(row.startsOn),
    endsOn: dayOf(row.endsOn),
    recordedAt: instantOf(row.recordedAt),
  };
}
