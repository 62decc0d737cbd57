import type { CallbackQuery, Message, Update } from 'grammy/types';
import type { OutgoingMessage } from '../../src/delivery/channel.ts';

const BORN = 1_790_000_000;
let updateId = 0;

/** An update of Telegram: this person wrote `text`. */
export function wrote(person: number, text: string): Update {
  const message = { ...messageBase(person), text };
  return { update_id: nextId(), message: message as Message & Update.NonChannel };
}

/** An update of Telegram: this person pressed the button with `data`. */
export function pressed(person: number, data: string): Update {
  const query = { id: String(updateId), from: user(person), chat_instance: '1', data, message: messageBase(person) };
  return { update_id: nextId(), callback_query: query as CallbackQuery };
}

/**
 * What a person does about the message shown last: takes the first choice; where the pre-check has ended, "again"; types an
 * income where it is asked in words; else opens the pre-check.
 */
export function nextUpdate(person: number, shown: OutgoingMessage | undefined): Update {
  const presses = (shown?.buttons ?? []).flat().map(({ press }) => press);
  const again = presses.find((press) => press.endsWith('.again'));
  if (again !== undefined) return pressed(person, again);
  if (presses.some((press) => press.endsWith('.none'))) return wrote(person, '12 500');
  const choice = presses.find((press) => press.startsWith('c.'));
  return pressed(person, choice ?? 'g.pre-check');
}

function messageBase(person: number) {
  return { message_id: 1, date: BORN, chat: { id: person, type: 'private', first_name: 'Person' }, from: user(person) };
}

function user(person: number) {
  return { id: person, is_bot: false, first_name: 'Person', language_code: 'ru' };
}

function nextId(): number {
  updateId += 1;
  return updateId;
}
