/** Sends one message: its calls one after another, remembering what has arrived, so that a retry goes on where it broke off. */
import type { OutgoingMessage, SendResult } from '../../delivery/channel.ts';
import { pause } from '../../delivery/deadline.ts';
import type { TellFailure } from './failure-log.ts';
import { isNotReady, resultOf } from './failures.ts';
import type { Answer } from './max-api.ts';
import { asRecord, asText } from './read-json.ts';
import { type Sending, translateMessage } from './translate-out.ts';
import { type AttachmentRequest, type UploadDeps, upload } from './upload.ts';

/** Sends one message. Never throws: a file that cannot be read now is `unknown`, to be tried again. */
export type Send = (message: OutgoingMessage) => Promise<SendResult>;

/** What sending needs; `tell` hears of every call that failed. */
export interface SendDeps extends UploadDeps {
  readonly tell: TellFailure;
  /** Seconds of the first and of the longest wait while an uploaded file is not ready; doubles in between. */
  readonly backoff: { readonly first: number; readonly longest: number };
}

/** Tries of one call while its file is being worked on; after them the message goes back to the outbox and keeps its upload. */
const NOT_READY_TRIES = 4;
/** Messages whose progress is remembered; after a restart a half-sent one begins anew, a duplicate is better than a loss. */
const REMEMBERED = 2000;

interface Progress {
  readonly done: number;
  readonly messageId: string | null;
  /** The file of the next call, where it is uploaded already. */
  readonly uploaded: AttachmentRequest | null;
  /** The platform would not have a picture as one. */
  readonly asFiles: boolean;
}

const BEGIN: Progress = { done: 0, messageId: null, uploaded: null, asFiles: false };

/** A sender with its memory of what has arrived. */
export function createSend(deps: SendDeps): Send {
  const progress = new Map<string, Progress>();
  const remember = (key: string, now: Progress) => {
    progress.delete(key);
    progress.set(key, now);
    const oldest = progress.keys().next();
    if (progress.size > REMEMBERED && oldest.done !== true) progress.delete(oldest.value);
  };
  return async (message) => {
    if (!/^\d{1,20}$/.test(message.externalId)) return { kind: 'refused', why: 'max-no-such-address' };
    // The same message may have to go to another account of the person.
    const key = `${message.externalId} ${message.id}`;
    for (let now = progress.get(key) ?? BEGIN; ; remember(key, now)) {
      const translated = translateMessage(message, now.asFiles);
      if (translated.kind === 'refused') return translated;
      const sending = translated.sendings[now.done];
      if (sending === undefined) return { kind: 'sent', messageId: now.messageId };
      const step = await oneStep(deps, message.externalId, sending, now);
      if ('kind' in step) return step;
      now = step;
    }
  };
}

/** One file up, or one call made: where the message stands then, or why it cannot go on. */
async function oneStep(deps: SendDeps, to: string, sending: Sending, now: Progress): Promise<Progress | SendResult> {
  const { file } = sending;
  if (file !== null && now.uploaded === null) {
    const outcome = await upload(deps, file);
    switch (outcome.kind) {
      case 'uploaded':
        return { ...now, uploaded: outcome.attachment };
      case 'not-taken':
        return file.as === 'image' ? { ...now, asFiles: true } : { kind: 'refused', why: 'max-file-not-taken' };
      case 'failed':
        return outcome.result;
    }
  }
  const answer = await post(deps, to, sending, now.uploaded);
  if (answer.kind === 'failed') {
    deps.tell(answer.failure, 'POST /messages');
    return resultOf(answer.failure);
  }
  const body = asRecord(asRecord(asRecord(answer.value)?.['message'])?.['body']);
  return { ...now, done: now.done + 1, messageId: asText(body?.['mid']), uploaded: null };
}

async function post(
  { api, stop, backoff }: SendDeps,
  to: string,
  { text, keyboard }: Sending,
  uploaded: AttachmentRequest | null,
): Promise<Answer> {
  const buttons = keyboard.length === 0 ? [] : [{ type: 'inline_keyboard', payload: { buttons: keyboard } }];
  const attachments = [...(uploaded === null ? [] : [uploaded]), ...buttons];
  for (let tries = 1; ; tries += 1) {
    const answer = await api.call({
      method: 'POST',
      path: '/messages',
      // A preview would fetch our links, and shows more than the person asked for.
      query: { user_id: to, disable_link_preview: 'true' },
      body: { text, attachments },
    });
    const wait = answer.kind === 'failed' && isNotReady(answer.failure) && tries < NOT_READY_TRIES;
    if (!wait) return answer;
    await pause(Math.min(backoff.first * 2 ** (tries - 1), backoff.longest), stop);
  }
}
