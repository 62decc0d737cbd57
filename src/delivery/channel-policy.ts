/**
 * What may go where, decided at this one place by the kind of content each reply declares (`CHANNEL_POLICY`).
 * Law 41-FZ of 01.04.2025: since 01.06.2025 a state office may not address citizens through foreign messengers.
 */
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Reply } from '../dialogs/dialog.ts';

/** `CHANNEL_POLICY`: everything everywhere; nothing about a person to foreign messengers; nothing but one fixed answer there. */
export type ChannelPolicy = 'open' | 'public-only' | 'ru-41fz';

const FOREIGN: ReadonlySet<ChannelKind> = new Set(['telegram', 'viber']);

/** Whether the messenger is a foreign one by the list of the law. */
export function isForeign(channel: ChannelKind): boolean {
  return FOREIGN.has(channel);
}

/** What is sent instead of `reply`: itself, a fixed answer with a link to the web chat, or nothing (a message of ours that must not go at all). */
export function allowedReply(
  policy: ChannelPolicy,
  channel: ChannelKind,
  reply: Reply,
  isAnswer: boolean,
  webChat: string,
): Reply | null {
  if (policy === 'open' || !isForeign(channel)) return reply;
  if (policy === 'public-only')
    return reply.content === 'public' ? reply : fixedAnswer('core:policy.personal-elsewhere', webChat);
  return isAnswer ? fixedAnswer('core:policy.foreign-messenger', webChat) : null;
}

function fixedAnswer(key: string, webChat: string): Reply {
  return {
    texts: [{ key, facts: { link: webChat } }],
    options: [[{ label: { key: 'core:policy.open-web-chat' }, press: 'g.menu', url: webChat }]],
    content: 'public',
  };
}
