/** Sends one message: its calls one after another, remembering what has arrived, so that a retry goes on where it broke off. */
import { InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { OutgoingMessage, SendResult } from '../../delivery/channel.ts';
import type { TellFailure } from './failure-log.ts';
import { resultOf } from './failures.ts';
import type { Answer, TelegramApi } from './telegram-api.ts';
import { type Sending, safeFileName, translateMessage } from './translate-out.ts';

/** Sends one message. Never throws: a file that cannot be read now is `unknown`, to be tried again. */
export type Send = (message: OutgoingMessage) => Promise<SendResult>;

const TEXT_SECONDS = 10;
/** A file of 50 MB on a slow line needs longer than words do. */
const FILE_SECONDS = 60;
/** Messages whose progress is remembered; after a restart a half-sent one begins anew, a duplicate is better than a loss. */
const REMEMBERED = 2000;

interface Progress {
  readonly done: number;
  readonly messageId: string | null;
}

/** A sender with its memory of what has arrived; `tell` hears of every call that failed. */
export function createSend(api: TelegramApi, tell: TellFailure): Send {
  const progress = new Map<string, Progress>();
  const remember = (key: string, done: Progress) => {
    progress.delete(key);
    progress.set(key, done);
    const oldest = progress.keys().next();
    if (progress.size > REMEMBERED && oldest.done !== true) progress.delete(oldest.value);
  };
  return async (message) => {
    if (!/^\d{1,16}$/.test(message.externalId)) return { kind: 'refused', why: 'telegram-no-such-address' };
    const translated = translateMessage(message);
    if (translated.kind === 'refused') return translated;
    // The same message may have to go to another account of the person.
    const key = `${message.externalId} ${message.id}`;
    let { done, messageId } = progress.get(key) ?? { done: 0, messageId: null };
    for (const sending of translated.sendings.slice(done)) {
      const answer = await sendOne(api, Number(message.externalId), sending);
      if (answer === 'file-unreadable') return { kind: 'unknown', why: 'file-unreadable' };
      if (answer.kind === 'failed') {
        tell(answer.failure, 'send');
        return resultOf(answer.failure);
      }
      done += 1;
      messageId = String(answer.value.message_id);
      remember(key, { done, messageId });
    }
    return { kind: 'sent', messageId };
  };
}

async function sendOne(
  api: TelegramApi,
  chatId: number,
  sending: Sending,
): Promise<Answer<Message> | 'file-unreadable'> {
  const keyboard = sending.keyboard === null ? {} : { reply_markup: sending.keyboard };
  if (sending.kind === 'text')
    return api.call(TEXT_SECONDS, (raw, signal) =>
      raw.sendMessage(
        // A preview would fetch our links, and shows more than the person asked for.
        { chat_id: chatId, text: sending.text, link_preview_options: { is_disabled: true }, ...keyboard },
        signal,
      ),
    );
  const bytes = await sending.file.bytes().catch(() => null);
  if (bytes === null) return 'file-unreadable';
  const words = sending.caption === null ? {} : { caption: sending.caption };
  const upload = () => new InputFile(bytes, safeFileName(sending.file.name));
  const asDocument = () =>
    api.call(FILE_SECONDS, (raw, signal) =>
      raw.sendDocument({ chat_id: chatId, document: upload(), ...words, ...keyboard }, signal),
    );
  if (sending.kind === 'document') return asDocument();
  const answer = await api.call(FILE_SECONDS, (raw, signal) =>
    raw.sendPhoto({ chat_id: chatId, photo: upload(), ...words, ...keyboard }, signal),
  );
  const notAPhoto = answer.kind === 'failed' && resultOf(answer.failure);
  return notAPhoto && notAPhoto.kind === 'refused' && notAPhoto.why === 'telegram-not-a-photo' ? asDocument() : answer;
}
