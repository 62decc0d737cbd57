/** Makes public links: for a place of a campaign, the office, a specialist's card, a partner's group. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { isPlaceName } from '../../dialogs/source-name.ts';
import type { SourceHandout } from '../../dialogs/source-command.ts';
import { recordEvent, refused, type Turn } from '../actor.ts';
import type { Office, Source } from '../ports.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Places offered by button. */
const PLACES_OFFERED = 5;

/** Places this office made links for lately. */
export async function listPlaces({ stores, actor }: Turn): Promise<CommandResult> {
  if (!actor.staff) return refused('list-places', 'not-allowed');
  const places = await stores.sources.places(actor.staff.officeId, PLACES_OFFERED);
  return { of: 'list-places', kind: 'places', lines: places.map(({ id, name }) => ({ sourceId: id, name })) };
}

/** Any member of staff; asked for the same again it is the same link, so that its counts stay together. */
export async function makeSource(turn: Turn, { sourceKind, name }: Of<'make-source'>): Promise<CommandResult> {
  const { staff } = turn.actor;
  const office = staff ? await turn.stores.offices.find(staff.officeId) : null;
  if (!staff || !office) return refused('make-source', 'not-allowed');
  const called = { place: name, office: office.name, specialist: staff.name }[sourceKind];
  if (called === null || (sourceKind === 'place' && !isPlaceName(called))) return refused('make-source', 'faults');
  const source = await sourceFor(turn, {
    officeId: office.id,
    kind: sourceKind,
    name: called,
    partnerId: null,
    staffId: staff.id,
  });
  return { of: 'make-source', kind: 'source-handout', handout: await handoutOf(turn, source, office) };
}

/** A partner; without a name it is the link of the whole organisation. */
export async function makeOwnSource(turn: Turn, { name }: Of<'make-own-source'>): Promise<CommandResult> {
  const partner = await turn.stores.sources.partnerOfPerson(turn.actor.person.id);
  const office = partner ? await turn.stores.offices.find(partner.officeId) : null;
  if (!partner || !office) return refused('make-own-source', 'not-allowed');
  if (name !== null && !isPlaceName(name)) return refused('make-own-source', 'faults');
  const source = await sourceFor(turn, {
    officeId: office.id,
    kind: 'partner',
    name: name === null ? partner.name : `${partner.name}: ${name}`,
    partnerId: partner.id,
    staffId: null,
  });
  return { of: 'make-own-source', kind: 'source-handout', handout: await handoutOf(turn, source, office) };
}

async function sourceFor(turn: Turn, wanted: Omit<Source, 'id' | 'token' | 'madeAt'>): Promise<Source> {
  const { deps, stores, actor } = turn;
  const known = await stores.sources.same(wanted);
  if (known) return known;
  const source = { id: deps.newId.id(), ...wanted, token: deps.newId.token(), madeAt: actor.now };
  await stores.sources.add(source);
  await recordEvent(turn, 'source-made', { kind: 'source', id: source.id }, { kind: source.kind });
  return source;
}

async function handoutOf({ deps, actor }: Turn, { name, token }: Source, office: Office): Promise<SourceHandout> {
  const url = `${deps.publicUrl}/?start=${token}`;
  const sheet = await deps.documents.linkSheet({
    language: actor.language,
    officeName: office.name,
    officePhone: office.phone,
    purpose: 'public',
    url,
    code: null,
    expiresOn: null,
  });
  const made = (bytes: Uint8Array, file: string, mediaType: string) => deps.files.keepMade(bytes, file, mediaType);
  return {
    name,
    url,
    png: await made(await deps.documents.qrPicture(url), 'qr.png', 'image/png'),
    svg: await made(await deps.documents.qrDrawing(url), 'qr.svg', 'image/svg+xml'),
    sheet: await made(sheet, 'poster.pdf', 'application/pdf'),
  };
}
