/** One-time personal links, and the wrong codes people typed. */
import type { LinkStore, PersonalLink } from '../casework/ports.ts';
import type { Prisma } from './generated/client.ts';
import type { PersonalLinkModel } from './generated/models.ts';
import { instantOf, instantOrNull, momentOf } from './row-values.ts';

/** The store of one transaction. */
export function linkStore(tx: Prisma.TransactionClient): LinkStore {
  return {
    add: async (link) => {
      await tx.personalLink.create({
        data: { ...link, expiresAt: momentOf(link.expiresAt), spentAt: link.spentAt && momentOf(link.spentAt) },
      });
    },
    byTokenHash: async (hash) => {
      const row = await tx.personalLink.findUnique({ where: { tokenHash: hash } });
      return row && toLink(row);
    },
    byCodeHash: async (hash) => {
      const row = await tx.personalLink.findFirst({ where: { codeHash: hash }, orderBy: { seq: 'desc' } });
      return row && toLink(row);
    },
    spend: async (linkId, personId, at) => {
      const spent = await tx.personalLink.updateMany({
        where: { id: linkId, spentAt: null },
        data: { spentAt: momentOf(at), spentByPersonId: personId },
      });
      return spent.count === 1;
    },
    endOlder: async (link, at) => {
      const same = [
        ...(link.contractId === null ? [] : [{ contractId: link.contractId }]),
        ...(link.staffId === null ? [] : [{ staffId: link.staffId }]),
        ...(link.partnerId === null ? [] : [{ partnerId: link.partnerId }]),
        ...(link.personId === null ? [] : [{ personId: link.personId }]),
      ];
      await tx.personalLink.updateMany({
        where: { OR: same, id: { not: link.id }, spentAt: null, expiresAt: { gt: momentOf(at) } },
        data: { expiresAt: momentOf(at) },
      });
    },
    askedSince: (personId, since) =>
      tx.personalLink.count({ where: { personId, purpose: 'channel', expiresAt: { gte: momentOf(since) } } }),
    wrongCodes: (personId, since) => tx.wrongCode.count({ where: { personId, at: { gte: momentOf(since) } } }),
    addWrongCode: async (personId, at) => {
      await tx.wrongCode.create({ data: { personId, at: momentOf(at) } });
    },
  };
}

function toLink({ seq: _seq, ...row }: PersonalLinkModel): PersonalLink {
  return {
    ...row,
    purpose: row.purpose as PersonalLink['purpose'],
    expiresAt: instantOf(row.expiresAt),
    spentAt: instantOrNull(row.spentAt),
  };
}
