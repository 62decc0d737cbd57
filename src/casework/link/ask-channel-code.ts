/** A person asks for a code with which a second chat becomes theirs. */
import type { ChannelResult } from '../../dialogs/channel-command.ts';
import type { CommandResult } from '../../dialogs/command.ts';
import { recordEvent, type Turn } from '../actor.ts';
import { minutesBefore, plainCode, readableCode } from './link-state.ts';

/** Long enough to take the other phone out, too short to be passed on. */
const VALID_MINUTES = 15;
const MOST_CODES = 5;
const IN_MINUTES = 60;

/** Good once, for 15 minutes; an older one ends. At most five in an hour. */
export async function askChannelCode(turn: Turn): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  if ((await stores.links.askedSince(actor.person.id, minutesBefore(actor.now, IN_MINUTES))) >= MOST_CODES)
    return { of: 'ask-channel-code', kind: 'too-many-codes', minutes: IN_MINUTES };
  const [token, code] = [deps.newId.token(), deps.newId.code()];
  const link = {
    id: deps.newId.id(),
    purpose: 'channel' as const,
    contractId: null,
    staffId: null,
    partnerId: null,
    personId: actor.person.id,
    tokenHash: deps.hash(token),
    codeHash: deps.hash(plainCode(code)),
    expiresAt: minutesBefore(actor.now, -VALID_MINUTES),
    spentAt: null,
    spentByPersonId: null,
  };
  await stores.links.endOlder(link, actor.now);
  await stores.links.add(link);
  await recordEvent(turn, 'channel-code-asked', { kind: 'person', id: actor.person.id });
  return {
    of: 'ask-channel-code',
    kind: 'channel-code',
    code: readableCode(code),
    minutes: VALID_MINUTES,
    links: await linksWith(turn, token),
  };
}

async function linksWith(
  { deps }: Turn,
  token: string,
): Promise<Extract<ChannelResult, { kind: 'channel-code' }>['links']> {
  const links = [];
  for (const channel of deps.channelLinks.open('personal')) {
    const url = await deps.channelLinks.link(channel, token);
    if (url !== null) links.push({ channel, url });
  }
  return links;
}
