/** The recipient is told when the contract ends on another day than it said, or when it was asked and will not. */
import { type DecidedTerm, termNotice } from '../../../dialogs/notice/term-notice.ts';
import type { Turn } from '../../actor.ts';
import type { Contract } from '../../ports.ts';

/** Puts the notice; nobody is told where the recipient has not joined. */
export async function tellTerm({ deps, stores, actor }: Turn, contract: Contract, decided: DecidedTerm): Promise<void> {
  if (contract.personId === null) return;
  const office = await stores.offices.find(contract.officeId);
  const team = await stores.offices.staffOf(contract.officeId);
  const head = team.find((member) => member.active && member.role === 'head');
  const reply = termNotice({
    contractNumber: contract.number,
    decided,
    headName: head?.name ?? null,
    officeName: office?.name ?? '',
    phone: office?.phone ?? null,
  });
  const draft = {
    uniqueKey: `term:${deps.newId.id()}`,
    personId: contract.personId,
    addressId: null,
    kind: 'notice' as const,
    reply,
    notBefore: actor.now,
    about: [],
  };
  await stores.outbox.put([draft], actor.now);
}
