/** What the talk may know in this turn. */
import { addDays } from '../../engine/day.ts';
import type { PartnerView, PersonView, StaffView, View } from '../../dialogs/view.ts';
import type { Turn } from '../actor.ts';
import { contractCard } from '../case/contract-card.ts';
import { CONSENT_VERSIONS } from '../../dialogs/citizen/consent.ts';
import type { Person, Staff } from '../ports.ts';

/** Loads the view of the person who speaks, as they are now; small, because it is loaded anew in each turn. */
export async function loadView(turn: Turn, person: Person): Promise<View> {
  const { deps, stores, actor } = turn;
  const contracts = await stores.cases.ofPerson(person.id);
  const cards = [];
  for (const contract of contracts) cards.push(await contractCard(deps, stores, contract, actor.today));
  const staff = await stores.offices.staffOfPerson(person.id);
  const consents = await stores.people.consents(person.id);
  const view: PersonView = {
    id: person.id,
    language: person.language,
    languageChosen: person.languageChosen,
    remindersOn: person.remindersOn,
    consents: consents.map(({ kind, version, givenAt }) => ({
      kind,
      version,
      givenOn: deps.clock.dayOf(givenAt, lawZone(turn)),
    })),
    staff: staff?.active ? await staffView(turn, staff) : null,
    partner: await partnerView(turn),
  };
  return {
    person: view,
    contracts: cards,
    offices: await stores.offices.all(),
    laws: deps.laws,
    defaultRegion: deps.defaultRegion,
    consentVersions: CONSENT_VERSIONS,
    channel: actor.channel,
    choosesByNumber: deps.choosesByNumber?.(actor.channel) ?? false,
  };
}

function lawZone({ deps }: Turn): string {
  return deps.laws[deps.defaultRegion]?.region.timeZone ?? 'Europe/Moscow';
}

async function partnerView({ stores, actor }: Turn): Promise<PartnerView | null> {
  const partner = await stores.sources.partnerOfPerson(actor.person.id);
  const office = partner && (await stores.offices.find(partner.officeId));
  return partner && office && { name: partner.name, officeName: office.name };
}

async function staffView({ stores, actor }: Turn, staff: Staff): Promise<StaffView> {
  const office = await stores.offices.find(staff.officeId);
  const specialistId = staff.role === 'head' ? null : staff.id;
  const { today } = actor;
  const dueOn = { officeId: staff.officeId, openBy: today, specialistId };
  const queue = await stores.submissions.waiting(staff.officeId, 0, 0);
  const dueToday = await stores.duties.list({ ...dueOn, dueFrom: today, dueTo: today }, 0, 0);
  const overdue = await stores.duties.list({ ...dueOn, dueFrom: null, dueTo: addDays(today, -1) }, 0, 0);
  const requests = await stores.offices.contactRequests(staff.officeId, 0, 0);
  const papers = await stores.papers.waiting(staff, today, 0, 0);
  return {
    id: staff.id,
    name: staff.name,
    role: staff.role,
    officeId: staff.officeId,
    officeName: office?.name ?? '',
    region: office?.region ?? '',
    waiting: {
      queue: queue.total,
      today: dueToday.total,
      overdue: overdue.total,
      contactRequests: requests.total,
      papers: papers.total,
    },
  };
}
