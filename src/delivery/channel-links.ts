/** Addresses that open a talk with us: MAX and the web first, foreign messengers only where the policy lets them answer. */
import type { ChannelLinks } from '../casework/ports.ts';
import type { ChannelKind } from '../dialogs/codes.ts';
import type { ContentKind } from '../dialogs/dialog.ts';
import type { Messenger } from './channel.ts';
import { type ChannelPolicy, isForeign } from './channel-policy.ts';

/** What the addresses are made from; `messengers` fills as channels open. */
export interface ChannelLinksDeps {
  readonly policy: ChannelPolicy;
  /** Of the web chat, without a slash at its end. */
  readonly publicUrl: string;
  readonly messengers: ReadonlyMap<ChannelKind, Pick<Messenger, 'link'>>;
}

/** The order in which they are offered. */
const ORDER: readonly ChannelKind[] = ['max', 'web', 'vk', 'telegram', 'viber'];
/** Stands for the token while a platform is asked for its address, so that it is asked once. */
const TOKEN = 'opora-token';
/** A platform that has not said who we are by then is left out; its answer is there for the next who asks. */
const LONGEST_MS = 1500;

/** The port over the channels that are open. */
export function createChannelLinks({ policy, publicUrl, messengers }: ChannelLinksDeps): ChannelLinks {
  const known = new Map<ChannelKind, string>();
  const ask = async (channel: ChannelKind): Promise<string | null> => {
    const template = (await messengers.get(channel)?.link(TOKEN)) ?? null;
    if (template !== null) known.set(channel, template);
    return template;
  };
  return {
    open: (content) =>
      ORDER.filter((channel) => (channel === 'web' || messengers.has(channel)) && mayCarry(policy, channel, content)),
    async link(channel, token) {
      if (channel === 'web') return `${publicUrl}/?start=${token}`;
      const template = known.get(channel) ?? (await inTime(ask(channel)));
      return template === null ? null : template.replace(TOKEN, token);
    },
  };
}

function mayCarry(policy: ChannelPolicy, channel: ChannelKind, content: ContentKind): boolean {
  if (policy === 'open' || !isForeign(channel)) return true;
  return policy === 'public-only' && content === 'public';
}

/** Null where it takes too long or fails: people who ask for a link must not wait for a platform that is away. */
async function inTime(asked: Promise<string | null>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LONGEST_MS, null);
  });
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
