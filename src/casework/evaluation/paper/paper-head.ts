/** What every form begins and ends with. */
import type { Day } from '../../../engine/day.ts';
import type { Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import type { PaperHead, Signer } from '../../paper/paper.ts';
import type { Contract, Staff, Stores } from '../../ports.ts';

/** Head of a draft: signed by the one who prepares it, to be signed by a head of the office who is another person. */
export async function paperHead(
  { deps, stores }: Turn,
  contract: Contract,
  preparer: Staff,
  preparedOn: Day | null,
): Promise<Omit<PaperHead, 'revision'>> {
  const office = await stores.offices.find(contract.officeId);
  return {
    region: contract.region,
    officeName: office?.name ?? '',
    contractNumber: contract.number,
    recipientName: contract.recipientName,
    track: contract.track,
    startsOn: contract.startsOn,
    endsOn: calendarOfContract(deps, contract).endsOn,
    specialist: signer(preparer),
    head: await headToSign(stores, preparer),
    preparedOn,
    draft: true,
  };
}

/** Name and position as a paper prints them. */
export function signer({ name, position }: Pick<Staff, 'name' | 'position'>): Signer {
  return { name, position };
}

/** A head of the office who is not the one who prepares; with none the line stays empty until one signs. */
async function headToSign(stores: Stores, preparer: Staff): Promise<Signer> {
  const members = await stores.offices.staffOf(preparer.officeId);
  const head = members.find((each) => each.active && each.role === 'head' && each.id !== preparer.id);
  return head ? signer(head) : { name: '', position: '' };
}
