/** The operator opens an office: its head gets the first invitation and does the rest in the chat. */
import type { LinkHandout } from '../../dialogs/link-state.ts';
import type { Language } from '../../texts/text.ts';
import { lawOf } from '../case/plan-contract.ts';
import type { Deps } from '../deps.ts';
import { makeHandout } from '../link/make-handout.ts';
import type { Office, Staff } from '../ports.ts';

/** An office to be opened. `region` is a code of the law; the zone is the region's. */
export interface NewOffice {
  readonly region: string;
  readonly municipality: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly headName: string;
  readonly headPosition: string;
  readonly language: Language;
  readonly isDemo: boolean;
}

/** Opens it and makes the head's link. Throws where the region is not known: check it before. */
export async function addOffice(
  deps: Deps,
  draft: NewOffice,
): Promise<{ office: Office; head: Staff; handout: LinkHandout }> {
  const { timeZone } = lawOf(deps, draft.region).region;
  const { region, municipality, name, address, phone, hours, isDemo } = draft;
  const office: Office = { id: deps.newId.id(), region, municipality, name, address, phone, hours, timeZone, isDemo };
  const head: Staff = {
    id: deps.newId.id(),
    officeId: office.id,
    personId: null,
    name: draft.headName,
    position: draft.headPosition,
    role: 'head',
    phone,
    active: true,
  };
  return deps.database.transaction(async (stores) => {
    await stores.offices.add(office);
    await stores.offices.addStaff(head);
    const actor = { now: deps.clock.now(), today: deps.clock.today(timeZone), language: draft.language };
    const handout = await makeHandout(
      { deps, stores, actor },
      { purpose: 'staff', contractId: null, staffId: head.id },
      office,
    );
    const event = { action: 'office-opened', subject: { kind: 'office', id: office.id }, facts: { region } };
    await stores.audit.add({ at: actor.now, actor: { kind: 'system', id: null }, ...event });
    return { office, head, handout };
  });
}
