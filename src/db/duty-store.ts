/** What the office owes by when, and what recipients are asked: the engine's answers with what became of each. */
import type { DutyStore, Instant, NewId, ReminderStep, StoredAsk, StoredDuty } from '../casework/ports.ts';
import type { CitizenAsk } from '../engine/citizen-asks.ts';
import type { Duty } from '../engine/duties.ts';
import type { Prisma } from './generated/client.ts';
import type { AskModel, DutyModel } from './generated/models.ts';
import { changesToMake } from './kept-by-key.ts';
import { pageOf } from './page-of.ts';
import { dateOf, fromJson, instantOf, jsonOf, momentOf } from './row-values.ts';

/** An ask in one of these states falls away with its reason; what was sent, accepted or excused is history. */
const ASKS_THAT_FALL_AWAY: readonly StoredAsk['state'][] = ['open', 'returned'];

/** The store of one transaction. */
export function dutyStore(tx: Prisma.TransactionClient): DutyStore {
  return {
    replace: async (contractId, duties, asks, newId) => {
      // Two at once would both add the same duty: the second waits here and then finds it.
      const locked = await tx.$queryRaw<{ office_id: string }[]>`
        SELECT office_id FROM contracts WHERE id = ${contractId} FOR NO KEY UPDATE`;
      const officeId = locked[0]?.office_id;
      if (officeId === undefined) throw new Error(`no contract ${contractId} to keep duties of`);
      await replaceDuties(tx, contractId, officeId, duties, newId);
      await replaceAsks(tx, contractId, asks, newId);
    },
    find: async (dutyId) => {
      const row = await tx.duty.findUnique({ where: { id: dutyId } });
      return row && toDuty(row);
    },
    ofContract: async (contractId) => {
      const rows = await tx.duty.findMany({
        where: { contractId },
        orderBy: [{ opensOn: 'asc' }, { dueOn: 'asc' }, { key: 'asc' }],
      });
      return rows.map(toDuty);
    },
    asksOf: async (contractId) => {
      const asks = (await tx.ask.findMany({ where: { contractId }, orderBy: { key: 'asc' } })).map(toAsk);
      return asks.sort((left, right) => (left.askFrom < right.askFrom ? -1 : left.askFrom > right.askFrom ? 1 : 0));
    },
    markDone: async (dutyId, done) => {
      const marked = await tx.duty.updateMany({
        where: { id: dutyId, doneAt: null },
        data: { doneAt: momentOf(done.at), doneById: done.byStaffId, doneWords: done.words },
      });
      return marked.count === 1;
    },
    markAsks: async (contractId, askIds, state) => {
      const ids = [...askIds];
      await tx.ask.updateMany({
        where: { contractId, OR: [{ id: { in: ids } }, { key: { in: ids } }] },
        data: { state },
      });
    },
    claimSteps: (steps, at) => claimSteps(tx, steps, at),
    list: async ({ officeId, dueFrom, dueTo, openBy, specialistId, kind }, skip, take) => {
      const where: Prisma.DutyWhereInput = {
        officeId,
        doneAt: null,
        opensOn: { lte: dateOf(openBy) },
        dueOn: { lte: dateOf(dueTo), ...(dueFrom !== null && { gte: dateOf(dueFrom) }) },
        ...(specialistId !== null && { contract: { specialistId } }),
        ...(kind !== undefined && { content: { path: ['kind'], equals: kind } }),
      };
      const orderBy: Prisma.DutyOrderByWithRelationInput[] = [{ dueOn: 'asc' }, { opensOn: 'asc' }, { id: 'asc' }];
      return pageOf(
        skip,
        take,
        async () => (await tx.duty.findMany({ where, orderBy, skip, take })).map(toDuty),
        () => tx.duty.count({ where }),
      );
    },
  };
}

async function replaceDuties(
  tx: Prisma.TransactionClient,
  contractId: string,
  officeId: string,
  duties: readonly Duty[],
  newId: NewId,
): Promise<void> {
  const kept = await tx.duty.findMany({ where: { contractId } });
  const { add, change, remove } = changesToMake<DutyModel, Duty>(
    kept,
    duties,
    (duty) => duty.key,
    (row) => row.doneAt === null,
  );
  const columns = (duty: Duty): { opensOn: Date; dueOn: Date; content: Prisma.InputJsonValue } => ({
    opensOn: dateOf(duty.opensOn),
    dueOn: dateOf(duty.dueOn),
    content: jsonOf(duty),
  });
  if (remove.length > 0) await tx.duty.deleteMany({ where: { id: { in: [...remove] } } });
  for (const { id, value } of change) await tx.duty.update({ where: { id }, data: columns(value) });
  if (add.length === 0) return;
  await tx.duty.createMany({
    data: add.map((duty) => ({ id: newId.id(), contractId, officeId, key: duty.key, ...columns(duty) })),
  });
}

async function replaceAsks(
  tx: Prisma.TransactionClient,
  contractId: string,
  asks: readonly CitizenAsk[],
  newId: NewId,
): Promise<void> {
  const kept = await tx.ask.findMany({ where: { contractId } });
  const fallsAway = (row: AskModel): boolean => ASKS_THAT_FALL_AWAY.some((state) => state === row.state);
  const { add, change, remove } = changesToMake<AskModel, CitizenAsk>(kept, asks, (ask) => ask.id, fallsAway, true);
  if (remove.length > 0) await tx.ask.deleteMany({ where: { id: { in: [...remove] } } });
  for (const { id, value } of change) await tx.ask.update({ where: { id }, data: { content: jsonOf(value) } });
  if (add.length === 0) return;
  await tx.ask.createMany({
    data: add.map((ask) => ({ id: newId.id(), contractId, key: ask.id, state: 'open', content: jsonOf(ask) })),
  });
}

async function claimSteps(
  tx: Prisma.TransactionClient,
  steps: readonly ReminderStep[],
  at: Instant,
): Promise<ReminderStep[]> {
  const claimedAt = momentOf(at);
  const made = await tx.reminderStep.createManyAndReturn({
    data: steps.map(({ contractId, key, step, personId }) => ({ contractId, key, step, personId, claimedAt })),
    skipDuplicates: true,
  });
  const fresh = new Set(made.map(nameOfStep));
  // `delete` answers once: a step given twice is claimed once.
  return steps.filter((step) => fresh.delete(nameOfStep(step)));
}

function nameOfStep({ contractId, key, step, personId }: ReminderStep): string {
  return JSON.stringify([contractId, key, step, personId]);
}

function toDuty(row: DutyModel): StoredDuty {
  return {
    ...fromJson<Duty>(row.content),
    dutyId: row.id,
    contractId: row.contractId,
    done: row.doneAt && { at: instantOf(row.doneAt), byStaffId: row.doneById, words: row.doneWords },
  };
}

function toAsk(row: AskModel): StoredAsk {
  return {
    ...fromJson<CitizenAsk>(row.content),
    askId: row.id,
    contractId: row.contractId,
    state: row.state as StoredAsk['state'],
  };
}
