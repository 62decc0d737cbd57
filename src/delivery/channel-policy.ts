/**
 * What may go where, decided at this one place by the kind of content each reply declares (`CHANNEL_POLICY`).
 * Law 41-FZ of 01.04.2025: since 01.06.2025 a state office may not address citizens through foreign messengers.
 */
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Option, Reply } from '../dialogs/dialog.ts';
import { MENU } from '../dialogs/options.ts';
import { goPress } from '../dialogs/press.ts';

/** `CHANNEL_POLICY`: everything everywhere; nothing about a person to foreign messengers; nothing but one fixed answer there. */
export type ChannelPolicy = 'open' | 'public-only' | 'ru-41fz';

const FOREIGN: ReadonlySet<ChannelKind> = new Set(['telegram', 'viber']);

/** Whether the messenger is a foreign one by the list of the law. */
export function isForeign(channel: ChannelKind): boolean {
  return FOREIGN.has(channel);
}

/** Where people are sent from a foreign messenger. */
export interface PolicyLinks {
  /** The web chat. */
  readonly webChat: string;
  /** The talk in MAX; null where the office has none. */
  readonly max: string | null;
}

/** What is sent instead of `reply`: itself, a fixed answer with links to MAX and the web chat, or nothing (a message of ours that must not go at all). */
export function allowedReply(
  policy: ChannelPolicy,
  channel: ChannelKind,
  reply: Reply,
  isAnswer: boolean,
  links: PolicyLinks,
): Reply | null {
  if (policy === 'open' || !isForeign(channel)) return reply;
  if (policy === 'public-only')
    return reply.content === 'public'
      ? reply
      : fixedAnswer(`core:policy.${isAnswer ? 'personal' : 'news'}-elsewhere`, links);
  return isAnswer ? fixedAnswer('core:policy.foreign-messenger', links) : null;
}

/** MAX first: it is the messenger the law wants. The addresses stand in the words too, for platforms without such buttons. */
function fixedAnswer(key: string, { max, webChat }: PolicyLinks): Reply {
  const web: Option = { label: { key: 'core:policy.open-web-chat' }, press: goPress(MENU), url: webChat };
  if (max === null) return { texts: [{ key, facts: { link: webChat } }], options: [[web]], content: 'public' };
  const first: Option = { label: { key: 'core:policy.open-max' }, press: goPress(MENU), url: max };
  return {
    texts: [{ key: `${key}-or-max`, facts: { link: webChat, max } }],
    options: [[first], [web]],
    content: 'public',
  };
}
