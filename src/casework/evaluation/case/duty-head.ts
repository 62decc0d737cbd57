/** What every card of a duty begins with. */
import { dutyStatus } from '../../../engine/duties.ts';
import type { DutyHead } from '../../../dialogs/evaluation-card.ts';
import type { Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import { newestPaper, paperLine } from '../paper/paper-line.ts';
import type { HeldDuty } from './held.ts';

/** The head as of today; `paper` is the newest one of the duty, whatever its state. */
export async function dutyHead({ deps, stores, actor }: Turn, { duty, contract }: HeldDuty): Promise<DutyHead> {
  const paper = await newestPaper(stores, contract.id, duty.key);
  return {
    dutyId: duty.dutyId,
    contractId: contract.id,
    contractNumber: contract.number,
    recipientName: contract.recipientName,
    track: contract.track,
    startsOn: contract.startsOn,
    endsOn: calendarOfContract(deps, contract).endsOn,
    opensOn: duty.opensOn,
    dueOn: duty.dueOn,
    status: dutyStatus(duty, duty.done !== null, actor.today),
    pending: duty.pending !== undefined,
    paper: paper && (await paperLine(stores, paper)),
  };
}
