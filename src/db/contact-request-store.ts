/** People who asked an office to call them. */
import type { ContactRequest, OfficeStore } from '../casework/ports.ts';
import type { Prisma } from './generated/client.ts';
import type { ContactRequestModel } from './generated/models.ts';
import { pageOf } from './page-of.ts';
import { instantOf, momentOf } from './row-values.ts';

/** The part of the office store of one transaction. */
export function contactRequestStore(
  tx: Prisma.TransactionClient,
): Pick<OfficeStore, 'addContactRequest' | 'contactRequests' | 'contactRequestsOf' | 'closeContactRequest'> {
  return {
    addContactRequest: async (request) => {
      await tx.contactRequest.create({ data: { ...request, askedAt: momentOf(request.askedAt) } });
    },
    contactRequests: async (officeId, skip, take) => {
      const where = { officeId, closedAt: null };
      const orderBy: Prisma.ContactRequestOrderByWithRelationInput[] = [{ askedAt: 'asc' }, { id: 'asc' }];
      return pageOf(
        skip,
        take,
        async () => (await tx.contactRequest.findMany({ where, orderBy, skip, take })).map(toRequest),
        () => tx.contactRequest.count({ where }),
      );
    },
    contactRequestsOf: (personId) => tx.contactRequest.count({ where: { personId, closedAt: null } }),
    closeContactRequest: async (requestId, officeId, at, byStaffId) => {
      const closed = await tx.contactRequest.updateMany({
        where: { id: requestId, officeId, closedAt: null },
        data: { closedAt: momentOf(at), closedById: byStaffId },
      });
      return closed.count === 1;
    },
  };
}

function toRequest({ closedAt: _at, closedById: _by, ...row }: ContactRequestModel): ContactRequest {
  return { ...row, askedAt: instantOf(row.askedAt) };
}
