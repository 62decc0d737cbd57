/** Sends one message. Every call carries a `random_id` made of the message's own id, so a retry shows nothing twice. */
import type { OutgoingMessage, SendResult } from '../../delivery/channel.ts';
import { resultOf } from './failures.ts';
import { randomIdOf } from './random-id.ts';
import { type Sending, translateMessage } from './translate-out.ts';
import { attachFile } from './upload.ts';
import type { Answer, VkApi, VkParams } from './vk-api.ts';

/**
 * What kind of message may go to a person who has been silent for a day, where the platform has allowed the community one
 * (`intent` of `messages.send`). The office answers for using it as it was allowed.
 */
export type VkIntent =
  | 'account_update'
  | 'confirmed_notification'
  | 'customer_support'
  | 'non_promo_newsletter'
  | 'purchase_update';

/** Sends one message. Never throws: a file that cannot be read now is `unknown`, to be tried again. */
export type Send = (message: OutgoingMessage) => Promise<SendResult>;

/** A sender; `intent` null: after a day of silence a message takes another channel. */
export function createSend(api: VkApi, intent: VkIntent | null): Send {
  return async (message) => {
    if (!/^[1-9]\d{0,15}$/.test(message.externalId)) return { kind: 'refused', why: 'vk-no-such-address' };
    const translated = translateMessage(message);
    if (translated.kind === 'refused') return translated;
    const peerId = Number(message.externalId);
    let messageId: string | null = null;
    for (const [part, sending] of translated.sendings.entries()) {
      const randomId = randomIdOf(message.id, message.externalId, part);
      const answer = await sendOne(api, peerId, randomId, sending, intent);
      if (answer.kind !== 'done') return answer.kind === 'failed' ? resultOf(answer.failure) : answer.result;
      messageId = typeof answer.value === 'number' ? String(answer.value) : null;
    }
    return { kind: 'sent', messageId };
  };
}

type Sent = Answer | { readonly kind: 'no-file'; readonly result: SendResult };

async function sendOne(
  api: VkApi,
  peerId: number,
  randomId: number,
  sending: Sending,
  intent: VkIntent | null,
): Promise<Sent> {
  const names: string[] = [];
  for (const file of sending.files) {
    const attached = await attachFile(api, peerId, file);
    if (attached.kind === 'failed') return { kind: 'no-file', result: attached.result };
    names.push(attached.name);
  }
  const params: VkParams = {
    peer_id: peerId,
    random_id: randomId,
    // A card would fetch our links, and shows more than the person asked for.
    dont_parse_links: 1,
    disable_mentions: 1,
    ...(sending.text === '' ? {} : { message: sending.text }),
    ...(names.length === 0 ? {} : { attachment: names.join(',') }),
    ...(sending.keyboard === null ? {} : { keyboard: JSON.stringify(sending.keyboard) }),
  };
  const answer = await api.call('messages.send', params);
  // Plain first: while the window is open no intent is used up.
  if (intent === null || !isAfterSilence(answer)) return answer;
  return api.call('messages.send', { ...params, intent });
}

function isAfterSilence(answer: Answer): boolean {
  return answer.kind === 'failed' && resultOf(answer.failure).kind === 'window-closed';
}
