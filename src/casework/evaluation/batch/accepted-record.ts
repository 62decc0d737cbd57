/** A record by what was accepted or answered, without a person looking at it; or why a person must. */
import type { LeftRecord } from '../../../dialogs/evaluation-command.ts';
import type { Turn } from '../../actor.ts';
import type { StoredRecord } from '../../ports.ts';
import type { HeldDuty } from '../case/held.ts';
import { evidenceOf } from '../stage3/monitoring-card.ts';
import { suggestRecord } from '../stage3/suggest-record.ts';

/** Only a plain "confirmed" is taken: anything else is for a person. */
export async function acceptedRecord(
  { deps, stores, actor }: Turn,
  { duty, contract, staff }: HeldDuty,
): Promise<StoredRecord | LeftRecord['why']> {
  if (duty.number === undefined) return 'not-ready';
  const evidence = await evidenceOf({ deps, stores, actor }, contract, duty);
  const suggestion = suggestRecord(deps.documents, evidence);
  if (!suggestion) return 'nothing-accepted';
  // Whether hardship is overcome nobody has said: the survey says it.
  if (contract.track === 'hardship') return 'needs-survey';
  if (suggestion.fact !== 'confirmed') return 'not-confirmed-needs-a-look';
  if (suggestion.confirmedBy === 'papers' && suggestion.paperWords === null) return 'paper-not-named';
  const { registeredAs } = evidence;
  if (contract.track === 'business' && registeredAs === null) return 'registration-unknown';
  return {
    contractId: contract.id,
    key: duty.key,
    number: duty.number,
    month: duty.month ?? null,
    fact: 'confirmed',
    conditions: null,
    hardship: null,
    checkedOn: actor.today,
    confirmedBy: suggestion.confirmedBy,
    paperWords: suggestion.paperWords,
    registeredAs,
    keptAt: actor.now,
    byStaffId: staff.id,
  };
}
