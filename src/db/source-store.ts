/** Public links, the partners who hand them out, and how far people got who came by them. */
import type { Partner, Source, SourcesOf, SourceStore } from '../casework/ports.ts';
import { type PartnerKind, SOURCE_STEPS, type SourceKind, type SourceLine } from '../dialogs/source-command.ts';
import type { Prisma } from './generated/client.ts';
import type { PartnerModel, SourceModel } from './generated/models.ts';
import { instantOf, momentOf } from './row-values.ts';

/** The store of one transaction. */
export function sourceStore(tx: Prisma.TransactionClient): SourceStore {
  const opened = (personId: string) =>
    tx.sourceStep.findUnique({ where: { personId_step: { personId, step: 'opened' } } });
  return {
    add: async (source) => {
      await tx.source.create({ data: { ...source, madeAt: momentOf(source.madeAt) } });
    },
    byToken: async (token) => {
      const row = await tx.source.findUnique({ where: { token } });
      return row && toSource(row);
    },
    same: async ({ officeId, kind, name, partnerId, staffId }) => {
      // A place is the same whoever of the office made it.
      const whose = kind === 'specialist' ? { staffId } : { partnerId };
      const row = await tx.source.findFirst({ where: { officeId, kind, name, ...whose }, orderBy: { seq: 'asc' } });
      return row && toSource(row);
    },
    places: async (officeId, take) => {
      const rows = await tx.source.findMany({ where: { officeId, kind: 'place' }, orderBy: { seq: 'desc' }, take });
      return rows.map(toSource);
    },
    list: async (of, skip, take) => {
      const rows = await tx.source.findMany({ where: of, orderBy: { seq: 'desc' }, skip, take });
      const counts = await countsOf(
        tx,
        rows.map(({ id }) => id),
      );
      const lines = rows.map((row) => ({ ...toSource(row), counts: counts(row.id) }));
      return { lines, total: await tx.source.count({ where: of }) };
    },
    totals: (of) => totals(tx, of),
    open: async (personId, sourceId, at) => {
      const made = await tx.sourceStep.createMany({
        data: [{ personId, step: 'opened', sourceId, at: momentOf(at) }],
        skipDuplicates: true,
      });
      return made.count === 1;
    },
    ofPerson: async (personId) => (await opened(personId))?.sourceId ?? null,
    reach: async (personId, steps, at) => {
      const first = steps.length === 0 ? null : await opened(personId);
      if (!first) return;
      const data = steps.map((step) => ({ personId, step, sourceId: first.sourceId, at: momentOf(at) }));
      await tx.sourceStep.createMany({ data, skipDuplicates: true });
    },
    credit: async (contractId, sourceId) => {
      await tx.contract.updateMany({ where: { id: contractId, sourceId: null }, data: { sourceId } });
    },
    ...partnerStore(tx),
  };
}

type PartnerPart = 'addPartner' | 'findPartner' | 'partnerOfPerson' | 'changePartner';

function partnerStore(tx: Prisma.TransactionClient): Pick<SourceStore, PartnerPart> {
  return {
    addPartner: async (partner) => {
      await tx.partner.create({ data: partner });
    },
    findPartner: async (partnerId) => {
      const row = await tx.partner.findUnique({ where: { id: partnerId } });
      return row && toPartner(row);
    },
    partnerOfPerson: async (personId) => {
      const row = await tx.partner.findFirst({ where: { personId, active: true }, orderBy: { seq: 'desc' } });
      return row && toPartner(row);
    },
    changePartner: async (partnerId, change) => {
      await tx.partner.update({ where: { id: partnerId }, data: change });
    },
  };
}

type Counts = SourceLine['counts'];
type CountRow = { readonly step: string; readonly _count: number };

async function countsOf(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<(id: string) => Counts> {
  const rows = await tx.sourceStep.groupBy({
    by: ['sourceId', 'step'],
    where: { sourceId: { in: [...ids] } },
    _count: true,
  });
  return (id) => toCounts(rows.filter(({ sourceId }) => sourceId === id));
}

async function totals(tx: Prisma.TransactionClient, of: SourcesOf): Promise<Counts> {
  const rows = await tx.sourceStep.groupBy({ by: ['step'], where: { source: of }, _count: true });
  return toCounts(rows);
}

/** A step nobody reached is zero people: here absence is a count. */
function toCounts(rows: readonly CountRow[]): Counts {
  const count = (step: string) => rows.find((row) => row.step === step)?._count ?? 0;
  return Object.fromEntries(SOURCE_STEPS.map((step) => [step, count(step)])) as Counts;
}

function toSource({ seq: _seq, ...row }: SourceModel): Source {
  return { ...row, kind: row.kind as SourceKind, madeAt: instantOf(row.madeAt) };
}

function toPartner({ seq: _seq, ...row }: PartnerModel): Partner {
  return { ...row, kind: row.kind as PartnerKind };
}
