/** A person asks to be called after the pre-check: the only thing of it that is kept, with consent. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { recordEvent, type Turn } from '../actor.ts';
import type { Office, Stores } from '../ports.ts';
import { keepConsent } from './consent.ts';

/** Hands the request to the office of the municipality, else to the first one of the region. */
export async function askContact(
  turn: Turn,
  command: Extract<Command, { kind: 'ask-contact' }>,
): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const office = await officeFor(stores, command.region, command.municipality);
  if (!office) return { of: 'ask-contact', kind: 'refused', why: 'not-found', faults: [] };
  await keepConsent(turn, 'contact', command.consentVersion);
  const number = deps.newId.code();
  const id = deps.newId.id();
  await stores.offices.addContactRequest({
    id,
    number,
    officeId: office.id,
    personId: actor.person.id,
    name: command.name,
    phone: command.phone,
    verdict: command.verdict,
    track: command.track,
    consentVersion: command.consentVersion,
    askedAt: actor.now,
    sourceId: await stores.sources.ofPerson(actor.person.id),
  });
  await stores.sources.reach(actor.person.id, ['contact-asked'], actor.now);
  await recordEvent(turn, 'contact-asked', { kind: 'contact-request', id });
  return { of: 'ask-contact', kind: 'contact-asked', number, officeName: office.name };
}

async function officeFor(stores: Stores, region: string, municipality: string | null): Promise<Office | undefined> {
  const offices = (await stores.offices.all()).filter((office) => office.region === region);
  return offices.find((office) => municipality !== null && office.municipality === municipality) ?? offices[0];
}
