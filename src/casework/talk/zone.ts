/** The time zone a person lives in for us: their own choice, else that of their office, else that of the default region. */
import type { Deps } from '../deps.ts';
import { lawOf } from '../case/plan-contract.ts';
import type { Person, Staff, Stores } from '../ports.ts';

/** IANA name of the zone. */
export async function timeZoneOf(
  deps: Pick<Deps, 'laws' | 'defaultRegion'>,
  stores: Stores,
  person: Person,
  known?: Staff | null,
): Promise<string> {
  if (person.timeZone) return person.timeZone;
  const staff = known === undefined ? await stores.offices.staffOfPerson(person.id) : known;
  const officeId = staff?.officeId ?? (await stores.cases.ofPerson(person.id))[0]?.officeId;
  const office = officeId ? await stores.offices.find(officeId) : null;
  return office?.timeZone ?? lawOf(deps, deps.defaultRegion).region.timeZone;
}
