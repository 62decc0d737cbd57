/** A new personal link in all the shapes it is handed over in. Older unspent ones of the same person end. */
import { addDays } from '../../engine/day.ts';
import type { LinkHandout } from '../../dialogs/link-state.ts';
import type { FileRef } from '../../dialogs/file-ref.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { Office, PersonalLink, Stores } from '../ports.ts';
import { plainCode, readableCode } from './link-state.ts';

const VALID_DAYS = 14;

/** For whom the link is. */
export type LinkFor =
  | { readonly purpose: 'recipient'; readonly contractId: string; readonly staffId: null }
  | { readonly purpose: 'staff'; readonly contractId: null; readonly staffId: string }
  | { readonly purpose: 'partner'; readonly contractId: null; readonly staffId: null; readonly partnerId: string };

/** What a handout is made with: a turn has it all, and so has a command of the operator. */
export interface HandoutTurn {
  readonly deps: Pick<Deps, 'newId' | 'hash' | 'publicUrl' | 'documents' | 'files'>;
  readonly stores: Pick<Stores, 'links'>;
  readonly actor: Pick<Actor, 'now' | 'today' | 'language'>;
}

/** Valid for 14 days. Only hashes are kept: the address and the code are shown this once. */
export async function makeHandout(turn: HandoutTurn, whom: LinkFor, office: Office): Promise<LinkHandout> {
  const { deps, stores, actor } = turn;
  const [token, code] = [deps.newId.token(), deps.newId.code()];
  const link: PersonalLink = {
    id: deps.newId.id(),
    partnerId: null,
    ...whom,
    personId: null,
    tokenHash: deps.hash(token),
    codeHash: deps.hash(plainCode(code)),
    expiresAt: daysAfter(actor.now, VALID_DAYS),
    spentAt: null,
    spentByPersonId: null,
  };
  await stores.links.endOlder(link, actor.now);
  await stores.links.add(link);
  const url = `${deps.publicUrl}/?start=${token}`;
  const readable = readableCode(code);
  const expiresOn = addDays(actor.today, VALID_DAYS);
  const sheet = await deps.documents.linkSheet({
    language: actor.language,
    officeName: office.name,
    officePhone: office.phone,
    purpose: whom.purpose,
    url,
    code: readable,
    expiresOn,
  });
  return {
    url,
    code: readable,
    expiresOn,
    qr: await keepFile(turn, await deps.documents.qrPicture(url), 'qr.png'),
    sheet: await keepFile(turn, sheet, 'link.pdf'),
  };
}

async function keepFile({ deps }: HandoutTurn, bytes: Uint8Array, name: string): Promise<FileRef> {
  const kept = await deps.files.keep(bytes, name);
  if ('refused' in kept) throw new Error(`our own ${name} was refused: ${kept.refused}`);
  return kept;
}

function daysAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}
