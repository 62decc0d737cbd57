/**
 * The one message that may be said to somebody who has opened the talk and is not subscribed: it goes in the answer to the very callback and
 * subscribes nobody. Under it stands a button; pressing it, or writing anything, subscribes the person and begins with the token of the link.
 */
import type { Language } from '../../texts/text.ts';
import { linkButton, replyButton, type ViberKeyboard } from './keyboard.ts';
import { beginText, traceOf, type WaitingStart } from './press-text.ts';
import { senderFields, VIBER_CAN } from './translate-out.ts';

/** The words of the welcome; they say nothing about anybody. */
export interface ViberWelcome {
  readonly text: string;
  /** Label of the button with which the talk begins; null where it must not begin here (`CHANNEL_POLICY`). */
  readonly begin: string | null;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** `locales/` and the policy decide what is said; null: nothing. */
export type WelcomeWords = (language: Language) => ViberWelcome | null;

/** The JSON of the answer: `send_message` without a receiver. */
export function welcomeBody({ text, begin, links }: ViberWelcome, senderName: string, start: WaitingStart): string {
  const buttons = [
    ...(begin === null ? [] : [replyButton(begin, beginText(start.token), 6)]),
    ...links.map(({ label, url }) => linkButton(label, url, 6)),
  ];
  const keyboard: ViberKeyboard = { Type: 'keyboard', DefaultHeight: false, Buttons: buttons };
  return JSON.stringify({
    ...senderFields(senderName),
    // Comes back with whatever the person says first, so that words instead of the button do not lose the link.
    ...(begin === null ? {} : { tracking_data: traceOf(start) }),
    type: 'text',
    text: text.slice(0, VIBER_CAN.textLimit),
    ...(buttons.length === 0 ? {} : { keyboard }),
  });
}
