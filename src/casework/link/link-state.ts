/** Personal links and typed codes: looked at without harm, spent once, locked after wrong tries. */
import type { LinkState } from '../../dialogs/link-state.ts';
import type { Turn } from '../actor.ts';
import type { Instant, PersonalLink, Source } from '../ports.ts';
import { channelState } from './channel-state.ts';

const WRONG_CODES_ALLOWED = 5;
const LOCK_MINUTES = 15;
const CODE_LENGTH = 8;

/** The link a token or typed code names, if it can be spent now; else its state for a kind text. */
export type FoundLink =
  | { readonly link: PersonalLink; readonly state: LinkState }
  | { readonly link: null; readonly state: LinkState };

/** A typed code without spaces, dashes and case: people copy codes from paper. */
export function plainCode(text: string): string {
  return text.toUpperCase().replace(/[\s\-–—]/g, '');
}

/** A code as it is shown, in two groups. */
export function readableCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Finds by token, else by typed code; a wrong code counts towards the lock, a wrong token does not (nobody guesses 192 bits). */
export async function findLink(turn: Turn, tokenOrCode: string): Promise<FoundLink> {
  const { deps, stores, actor } = turn;
  const code = plainCode(tokenOrCode);
  const looksLikeCode = code.length <= CODE_LENGTH + 4;
  if (looksLikeCode && (await isLocked(turn))) return { link: null, state: { state: 'locked', minutes: LOCK_MINUTES } };
  const link = looksLikeCode
    ? await stores.links.byCodeHash(deps.hash(code))
    : await stores.links.byTokenHash(deps.hash(tokenOrCode));
  if (!link) {
    const source = looksLikeCode ? null : await stores.sources.byToken(tokenOrCode);
    if (source) return { link: null, state: await sourceState(turn, source) };
    if (looksLikeCode) await stores.links.addWrongCode(actor.person.id, actor.now);
    return { link: null, state: { state: 'unknown' } };
  }
  if (link.spentAt) return { link: null, state: { state: 'spent' } };
  if (link.expiresAt <= actor.now) return { link: null, state: { state: 'expired' } };
  return { link, state: await stateOf(turn, link) };
}

async function isLocked({ stores, actor }: Turn): Promise<boolean> {
  return (
    (await stores.links.wrongCodes(actor.person.id, minutesBefore(actor.now, LOCK_MINUTES))) >= WRONG_CODES_ALLOWED
  );
}

async function stateOf(turn: Turn, link: PersonalLink): Promise<LinkState> {
  const { stores } = turn;
  if (link.purpose === 'channel') return link.personId ? channelState(turn, link.personId) : { state: 'unknown' };
  if (link.purpose === 'partner') return partnerState(turn, link.partnerId ?? '');
  const staff = link.staffId ? await stores.offices.findStaff(link.staffId) : null;
  const contract = link.contractId ? await stores.cases.find(link.contractId) : null;
  const office = await stores.offices.find(staff?.officeId ?? contract?.officeId ?? '');
  if (link.purpose === 'staff' && staff && office)
    return { state: 'staff', officeName: office.name, role: staff.role, name: staff.name };
  if (link.purpose === 'recipient' && contract && office)
    return { state: 'recipient', officeName: office.name, region: contract.region };
  return { state: 'unknown' };
}

async function partnerState({ stores }: Turn, partnerId: string): Promise<LinkState> {
  const partner = await stores.sources.findPartner(partnerId);
  const office = partner && (await stores.offices.find(partner.officeId));
  return partner && office ? { state: 'partner', officeName: office.name, name: partner.name } : { state: 'unknown' };
}

async function sourceState({ stores }: Turn, { officeId }: Source): Promise<LinkState> {
  const office = await stores.offices.find(officeId);
  return office ? { state: 'source', officeName: office.name } : { state: 'unknown' };
}

/** A moment so many minutes before. */
export function minutesBefore(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) - minutes * 60_000).toISOString();
}
