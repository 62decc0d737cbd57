/** Sends one message: its calls one after another, remembering what has arrived, so that a retry goes on where it broke off. */
import type { Files } from '../../casework/ports.ts';
import type { OutgoingFile, OutgoingMessage, SendResult } from '../../delivery/channel.ts';
import { isUserId } from './event-shape.ts';
import { isOldApplication, resultOf } from './failures.ts';
import { tokenText } from './long-numbers.ts';
import { bodyOf, type Sending, translateMessage } from './translate-out.ts';
import type { Answer, Failure, ViberApi } from './viber-api.ts';

/** Sends one message. Never throws: a file that cannot be read now is `unknown`, to be tried again. */
export type Send = (message: OutgoingMessage) => Promise<SendResult>;

/** What sending needs of the rest of the channel. */
export interface SendDeps {
  readonly api: ViberApi;
  readonly senderName: string;
  readonly files: Pick<Files, 'read'>;
  readonly linkTo: (file: OutgoingFile) => string;
  readonly tell: (failure: Failure) => void;
  readonly worked: () => void;
}

const CALL_SECONDS = 15;
/** Messages whose progress is remembered; after a restart a half-sent one begins anew, a duplicate is better than a loss. */
const REMEMBERED = 2000;

interface Progress {
  readonly done: number;
  readonly messageId: string | null;
}

/** A sender with its memory of what has arrived. */
export function createSend(deps: SendDeps): Send {
  const progress = new Map<string, Progress>();
  const remember = (key: string, done: Progress) => {
    progress.delete(key);
    progress.set(key, done);
    const oldest = progress.keys().next();
    if (progress.size > REMEMBERED && oldest.done !== true) progress.delete(oldest.value);
  };
  return async (message) => {
    if (!isUserId(message.externalId)) return { kind: 'refused', why: 'viber-no-such-address' };
    const translated = translateMessage(message);
    if (translated.kind === 'refused') return translated;
    // The same message may have to go to another account of the person.
    const key = `${message.externalId} ${message.id}`;
    let { done, messageId } = progress.get(key) ?? { done: 0, messageId: null };
    for (const sending of translated.sendings.slice(done)) {
      const answer = await sendOne(deps, message.externalId, sending);
      if (answer === 'file-unreadable') return { kind: 'unknown', why: 'file-unreadable' };
      if (answer === 'too-heavy') return { kind: 'refused', why: 'viber-too-heavy' };
      if (answer.kind === 'failed') {
        deps.tell(answer.failure);
        return resultOf(answer.failure);
      }
      deps.worked();
      done += 1;
      messageId = tokenText(answer.value['message_token']);
      remember(key, { done, messageId });
    }
    return { kind: 'sent', messageId };
  };
}

async function sendOne(
  deps: SendDeps,
  receiver: string,
  sending: Sending,
): Promise<Answer | 'file-unreadable' | 'too-heavy'> {
  // The link would lead nowhere, and nobody would tell us.
  if (sending.kind !== 'text' && !(await isReadable(deps.files, sending.file.hash))) return 'file-unreadable';
  const body = bodyOf(sending, { receiver, senderName: deps.senderName }, deps.linkTo);
  if (body === null) return 'too-heavy';
  const answer = await deps.api.call('send_message', body, CALL_SECONDS);
  if (answer.kind === 'done' || sending.keyboard === null || !isOldApplication(answer.failure)) return answer;
  // An application too old for keyboards still shows words, and the choices can be written.
  return sendOne(deps, receiver, { ...sending, keyboard: null });
}

async function isReadable(files: Pick<Files, 'read'>, hash: string): Promise<boolean> {
  return (await files.read(hash).catch(() => null)) !== null;
}
