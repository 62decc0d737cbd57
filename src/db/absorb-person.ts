/** Two chats turn out to be one person: every row of the other becomes theirs. A test compares this list with the schema. */
import type { Prisma } from './generated/client.ts';

/** Moves all rows of `otherId` to `personId` and removes the other. A row of a table that is not listed here makes it throw. */
export async function absorbPerson(tx: Prisma.TransactionClient, personId: string, otherId: string): Promise<void> {
  const theirs = { where: { personId: otherId }, data: { personId } };
  await tx.person.update({ where: { id: otherId }, data: { mainAddressId: null } });
  await tx.address.updateMany(theirs);
  await tx.consent.updateMany(theirs);
  await tx.staff.updateMany(theirs);
  await tx.contract.updateMany(theirs);
  await tx.contactRequest.updateMany(theirs);
  await tx.outboxItem.updateMany(theirs);
  await tx.job.updateMany(theirs);
  await tx.partner.updateMany(theirs);
  await tx.wrongCode.updateMany(theirs);
  await tx.personalLink.updateMany(theirs);
  await tx.personalLink.updateMany({ where: { spentByPersonId: otherId }, data: { spentByPersonId: personId } });
  await absorbReminderSteps(tx, personId, otherId);
  await absorbSourceSteps(tx, personId, otherId);
  await tx.talk.deleteMany({ where: { personId: otherId } });
  await tx.person.delete({ where: { id: otherId } });
}

/** A step both were reminded of stays once. */
async function absorbReminderSteps(tx: Prisma.TransactionClient, personId: string, otherId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE reminder_steps AS theirs SET person_id = ${personId}
    WHERE theirs.person_id = ${otherId} AND NOT EXISTS (
      SELECT 1 FROM reminder_steps AS own
      WHERE own.person_id = ${personId} AND own.contract_id = theirs.contract_id
        AND own.key = theirs.key AND own.step = theirs.step)`;
  await tx.reminderStep.deleteMany({ where: { personId: otherId } });
}

/** One person counts once per step, and as come by the link they opened first. */
async function absorbSourceSteps(tx: Prisma.TransactionClient, personId: string, otherId: string): Promise<void> {
  const both = { personId: { in: [personId, otherId] } };
  const rows = await tx.sourceStep.findMany({ where: both, orderBy: [{ at: 'asc' }, { step: 'asc' }] });
  const first = rows.find(({ step }) => step === 'opened');
  if (!first) return;
  await tx.sourceStep.deleteMany({ where: both });
  await tx.sourceStep.createMany({
    data: rows.map(({ step, at }) => ({ personId, step, at, sourceId: first.sourceId })),
    skipDuplicates: true,
  });
}
