/**
 * The audit log: each event carries a SHA-256 over itself and the hash before it, so that a changed, removed or cut event shows.
 * Writers queue at the one row that holds the end of the chain, so that two of them cannot fork it.
 */
import { createHash } from 'node:crypto';
import type { AuditEvent, AuditLog } from '../casework/ports.ts';
import type { Prisma } from './generated/client.ts';
import type { AuditEventModel } from './generated/models.ts';
import { fromJson, instantOf, jsonOf, momentOf } from './row-values.ts';

const PAGE = 1000;
const NOTHING_BEFORE = '';

interface Head {
  readonly seq: bigint;
  readonly hash: string;
}

/** The log of one transaction; `flush` writes what was added and must run before the commit. */
export function auditLog(tx: Prisma.TransactionClient): {
  readonly log: AuditLog;
  readonly flush: () => Promise<void>;
} {
  let waiting: AuditEvent[] = [];
  // Written together at the end: the lock on the head is then held for as short as can be, and always taken last.
  const flush = async (): Promise<void> => {
    const events = waiting;
    waiting = [];
    if (events.length > 0) await append(tx, events);
  };
  const log: AuditLog = {
    add: (event) => {
      waiting.push(event);
      return Promise.resolve();
    },
    firstBroken: async () => {
      await flush();
      return firstBroken(tx);
    },
    ofSubject: async (kind, id) => {
      await flush();
      const rows = await tx.auditEvent.findMany({
        where: { subjectKind: kind, subjectId: id },
        orderBy: { seq: 'asc' },
      });
      return rows.map(toEvent);
    },
  };
  return { log, flush };
}

async function append(tx: Prisma.TransactionClient, events: readonly AuditEvent[]): Promise<void> {
  let head = await lockedHead(tx);
  const rows: Prisma.AuditEventCreateManyInput[] = [];
  for (const event of events) {
    const row = eventRow(event);
    head = { seq: head.seq + 1n, hash: hashOf(row, head) };
    rows.push({ ...row, seq: head.seq, hash: head.hash });
  }
  await tx.auditEvent.createMany({ data: rows });
  await tx.auditHead.update({ where: { id: 1 }, data: head });
}

async function lockedHead(tx: Prisma.TransactionClient): Promise<Head> {
  const [head] = await tx.$queryRaw<Head[]>`
    INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, ${NOTHING_BEFORE})
    ON CONFLICT (id) DO UPDATE SET id = 1 RETURNING seq, hash`;
  if (!head) throw new Error('the audit log has no head');
  return head;
}

async function firstBroken(tx: Prisma.TransactionClient): Promise<string | null> {
  let last: Head = { seq: 0n, hash: NOTHING_BEFORE };
  for (;;) {
    const rows = await tx.auditEvent.findMany({
      where: { seq: { gt: last.seq } },
      orderBy: { seq: 'asc' },
      take: PAGE,
    });
    for (const row of rows) {
      const { seq, hash, ...content } = row;
      const expected = last.seq + 1n;
      if (seq !== expected || hash !== hashOf(content, last)) return String(expected);
      last = { seq, hash };
    }
    if (rows.length < PAGE) break;
  }
  const head = await tx.auditHead.findUnique({ where: { id: 1 } });
  const whole = head === null ? last.seq === 0n : head.seq === last.seq && head.hash === last.hash;
  return whole ? null : String(last.seq + 1n);
}

type EventColumns = Omit<AuditEventModel, 'seq' | 'hash' | 'facts'> & { readonly facts: unknown };

function hashOf(event: EventColumns, before: Head): string {
  const { at, actorKind, actorId, action, subjectKind, subjectId, facts } = event;
  const covered = [String(before.seq + 1n), instantOf(at), actorKind, actorId, action, subjectKind, subjectId];
  return createHash('sha256')
    .update(JSON.stringify([...covered, canonical(facts), before.hash]))
    .digest('hex');
}

/** The same value always as the same text: names sorted. Facts are flat (`AuditEvent.facts`). */
function canonical(facts: unknown): unknown {
  return Object.entries(facts as AuditEvent['facts']).sort(([left], [right]) => (left < right ? -1 : 1));
}

function eventRow(event: AuditEvent): EventColumns & { facts: Prisma.InputJsonValue } {
  return {
    at: momentOf(event.at),
    actorKind: event.actor.kind,
    actorId: event.actor.id,
    action: event.action,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    facts: jsonOf(event.facts),
  };
}

function toEvent(row: AuditEventModel): AuditEvent {
  return {
    at: instantOf(row.at),
    actor: { kind: row.actorKind as AuditEvent['actor']['kind'], id: row.actorId },
    action: row.action,
    subject: { kind: row.subjectKind, id: row.subjectId },
    facts: fromJson<AuditEvent['facts']>(row.facts),
  };
}
