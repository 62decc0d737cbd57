/** A record by what was accepted or answered, without a person looking at it; or why a person must. */
import type { LeftRecord } from '../../../dialogs/evaluation-command.ts';
import { acceptedItem } from '../../case/submission-figures.ts';
import type { Turn } from '../../actor.ts';
import type { StoredRecord, Stores } from '../../ports.ts';
import type { HeldDuty } from '../case/held.ts';
import { evidenceOf } from '../stage3/monitoring-card.ts';
import { type Evidence, suggestRecord } from '../stage3/suggest-record.ts';

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
  const registeredAs = contract.track === 'business' ? await registration(stores, contract.id, evidence) : null;
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

/** As it was found last, else as the kinds of accepted income tell it. */
async function registration(
  stores: Stores,
  contractId: string,
  { submissions }: Evidence,
): Promise<StoredRecord['registeredAs']> {
  const known = (await stores.records.ofContract(contractId)).findLast((record) => record.registeredAs !== null);
  if (known) return known.registeredAs;
  const kinds = new Set<string>();
  for (const submission of submissions) {
    const income = acceptedItem(submission, 'income')?.answers.income;
    if (typeof income === 'object' && income !== null) for (const { kind } of income.items) kinds.add(kind);
  }
  if (kinds.has('business') === kinds.has('self-employed')) return null;
  return kinds.has('business') ? 'entrepreneur' : 'self-employed';
}
