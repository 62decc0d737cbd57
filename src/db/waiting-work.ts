/** What waits for one member of staff, over papers, letters and duties, in one query. */
import type { Page, PaperStore, WaitingWork } from '../casework/ports.ts';
import { Prisma } from './generated/client.ts';
import { dateOf } from './row-values.ts';

type Staff = Parameters<PaperStore['waiting']>[0];

interface Row {
  readonly why: WaitingWork['why'];
  readonly id: string;
  readonly total: bigint;
}

/** See `PaperStore.waiting`. The register is one line a month, the head's. */
export async function waitingWork(
  tx: Prisma.TransactionClient,
  staff: Staff,
  today: Parameters<PaperStore['waiting']>[1],
  skip: number,
  take: number,
): Promise<Page<WaitingWork>> {
  const on = dateOf(today);
  const parts = [returned(staff), inquiriesDue(staff, on), duties(staff, on)];
  if (staff.role === 'head') parts.push(toApprove(staff), registers(staff, on));
  const work = Prisma.join(parts, ' UNION ALL ');
  if (take === 0) return { lines: [], total: Number(await countOf(tx, work)) };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT why, id, count(*) OVER () AS total FROM (${work}) AS work
    ORDER BY rank, due, id OFFSET ${skip} LIMIT ${take}`;
  const total = rows[0]?.total ?? (skip === 0 ? 0n : await countOf(tx, work));
  return { lines: rows.map(({ why, id }) => ({ why, id })), total: Number(total) };
}

/** A page past the end has no row to carry the count, and a badge wants nothing else. */
async function countOf(tx: Prisma.TransactionClient, work: Prisma.Sql): Promise<bigint> {
  const rows = await tx.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM (${work}) AS work`;
  return rows[0]?.total ?? 0n;
}

function toApprove({ id, officeId }: Staff): Prisma.Sql {
  return Prisma.sql`
    SELECT 0 AS rank, 'to-approve' AS why, paper.id, paper.submitted_on AS due
    FROM papers paper
    WHERE paper.office_id = ${officeId} AND paper.status = 'submitted'
      AND paper.prepared_by_id <> ${id} AND paper.submitted_by_id <> ${id}`;
}

function returned({ id, officeId }: Staff): Prisma.Sql {
  return Prisma.sql`
    SELECT 1 AS rank, 'returned' AS why, paper.id, paper.prepared_on AS due
    FROM papers paper JOIN contracts ON contracts.id = paper.contract_id
    WHERE paper.office_id = ${officeId} AND paper.status = 'returned'
      AND (paper.prepared_by_id = ${id} OR contracts.specialist_id = ${id})`;
}

function inquiriesDue({ id, officeId }: Staff, today: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT 2 AS rank, 'inquiry-due' AS why, inquiry.id, inquiry.answer_by AS due
    FROM inquiries inquiry JOIN contracts ON contracts.id = inquiry.contract_id
    WHERE inquiry.office_id = ${officeId} AND inquiry.answered_on IS NULL AND inquiry.answer_by < ${today}::date
      AND contracts.specialist_id = ${id}`;
}

/** Open duties that no signed or submitted paper answers. */
function duties({ id, officeId }: Staff, today: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT 3 AS rank, 'duty' AS why, duty.id, duty.due_on AS due
    FROM duties duty JOIN contracts ON contracts.id = duty.contract_id
    WHERE duty.office_id = ${officeId} AND duty.done_at IS NULL AND duty.opens_on <= ${today}::date
      AND contracts.specialist_id = ${id} AND duty.content->>'kind' <> 'register'
      AND NOT EXISTS (
        SELECT 1 FROM papers paper
        WHERE paper.contract_id = duty.contract_id AND duty.key = ANY (paper.answers)
          AND paper.status IN ('submitted', 'returned'))`;
}

function registers({ officeId }: Staff, today: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT 3 AS rank, 'duty' AS why, min(duty.id) AS id, duty.due_on AS due
    FROM duties duty
    WHERE duty.office_id = ${officeId} AND duty.done_at IS NULL AND duty.opens_on <= ${today}::date
      AND duty.content->>'kind' = 'register'
    GROUP BY duty.due_on`;
}
