/** Fresh links into the demo offices: each start prints new ones, because only hashes of the old are kept. */
import { makeHandout } from '../../casework/link/make-handout.ts';
import type { Office, Stores } from '../../casework/ports.ts';
import type { Day } from '../../engine/day.ts';
import type { Opora } from '../../main.ts';
import { OFFERED } from './seed-cases.ts';

/** More than a demo office has. */
const MOST_CONTRACTS = 50;

/** A seat in a demo office with the link that takes it. */
export interface DemoLink {
  readonly seat: 'citizen' | 'specialist' | 'head';
  readonly region: string;
  readonly url: string;
  readonly expiresOn: Day;
}

/** The recipients of the contracts that are offered, and the staff of the first demo office that has a specialist. Ends the links made before. */
export function makeDemoLinks({ deps }: Opora): Promise<DemoLink[]> {
  return deps.database.transaction(async (stores) => {
    const offices = (await stores.offices.all()).filter(({ isDemo }) => isDemo);
    const links: DemoLink[] = [];
    for (const office of offices) {
      const { lines } = await stores.cases.search(office.id, null, 0, MOST_CONTRACTS);
      for (const { id } of lines.filter(({ number }) => OFFERED.some((offered) => offered === number)))
        links.push(
          await linkOf(deps, stores, office, { purpose: 'recipient', contractId: id, staffId: null }, 'citizen'),
        );
    }
    for (const office of offices) {
      const staff = (await stores.offices.staffOf(office.id)).filter(({ active }) => active);
      if (!staff.some(({ role }) => role === 'specialist')) continue;
      for (const { id, role } of staff.toSorted((left) => (left.role === 'specialist' ? -1 : 1)))
        links.push(await linkOf(deps, stores, office, { purpose: 'staff', contractId: null, staffId: id }, role));
      break;
    }
    return links;
  });
}

async function linkOf(
  deps: Opora['deps'],
  stores: Stores,
  office: Office,
  whom: Parameters<typeof makeHandout>[1],
  seat: DemoLink['seat'],
): Promise<DemoLink> {
  const { clock, documents } = deps;
  const actor = { now: clock.now(), today: clock.today(office.timeZone), language: 'ru' } as const;
  // Nobody prints a sheet of the demo, and making a PDF takes longer than all the rest.
  const plain = { ...documents, linkSheet: ({ url }: { readonly url: string }) => documents.qrPicture(url) };
  const { url, expiresOn } = await makeHandout({ deps: { ...deps, documents: plain }, stores, actor }, whom, office);
  return { seat, region: office.region, url, expiresOn };
}
