/** Which registration stands behind an own business, as far as the case knows. */
import { acceptedItem } from '../../case/submission-figures.ts';
import type { Contract, StoredRecord, Stores, Submission } from '../../ports.ts';

/** As it was found last, else as the kinds of accepted income tell it; null where they do not agree, and of the other tracks. */
export async function registrationOf(
  stores: Pick<Stores, 'records'>,
  contract: Pick<Contract, 'id' | 'track'>,
  submissions: readonly Submission[],
): Promise<StoredRecord['registeredAs']> {
  if (contract.track !== 'business') return null;
  const known = (await stores.records.ofContract(contract.id)).findLast((record) => record.registeredAs !== null);
  if (known) return known.registeredAs;
  const kinds = new Set<string>();
  for (const submission of submissions) {
    const income = acceptedItem(submission, 'income')?.answers.income;
    if (typeof income === 'object' && income !== null) for (const { kind } of income.items) kinds.add(kind);
  }
  if (kinds.has('business') === kinds.has('self-employed')) return null;
  return kinds.has('business') ? 'entrepreneur' : 'self-employed';
}
