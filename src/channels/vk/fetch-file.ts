/**
 * Fetches a file a person sent. Only the place of the message is kept; the platform is asked for the address when the bytes are wanted,
 * because addresses carry keys and grow old. They are followed to hosts of the platform only.
 */
import type { FetchResult } from '../../delivery/channel.ts';
import { withDeadline } from '../../delivery/deadline.ts';
import { readMessage, type VkAttachment } from './event-shape.ts';
import { DOWNLOAD_LIMIT } from './translate-in.ts';
import type { Failure, VkApi } from './vk-api.ts';
import { isVkAddress } from './vk-hosts.ts';

/** 20 MB on a slow line. */
const DOWNLOAD_SECONDS = 60;
/** A document's address leads to the store it lies in; more steps than this lead nowhere. */
const STEPS_LIMIT = 4;

/** `fetch(ref)` with `ref` of the form conversation, message, place: `701_12_0`. */
export function createFetchFile(
  api: VkApi,
  { apiRoot, stop }: { apiRoot: string; stop: AbortSignal },
): (ref: string) => Promise<FetchResult> {
  return async (ref) => {
    const [, peer, cmid, place] = /^([1-9]\d{0,15})_(\d{1,10})_(\d)$/.exec(ref) ?? [];
    if (peer === undefined || cmid === undefined) return { kind: 'gone' };
    const answer = await api.call('messages.getByConversationMessageId', {
      peer_id: peer,
      conversation_message_ids: cmid,
    });
    if (answer.kind === 'failed') return withoutFile(answer.failure);
    const attachment = readMessage(itemsOf(answer.value)[0])?.attachments[Number(place)];
    const address = attachment === undefined ? null : addressOf(attachment);
    if (address === null) return { kind: 'gone' };
    try {
      return await withDeadline(DOWNLOAD_SECONDS, stop, (signal) => download(address, apiRoot, signal));
    } catch {
      // Broken off or too slow. The error is dropped because its words hold the address.
      return { kind: 'later' };
    }
  };
}

/** 100, 104, 917, 932: no such message or conversation for us. Anything else speaks of the platform and passes. */
function withoutFile(failure: Failure): FetchResult {
  const gone = failure.kind === 'answered' && [100, 104, 917, 932].includes(failure.code);
  return gone ? { kind: 'gone' } : { kind: 'later' };
}

function itemsOf(value: unknown): readonly unknown[] {
  const items: unknown = typeof value === 'object' && value !== null && 'items' in value ? value.items : null;
  return Array.isArray(items) ? items : [];
}

/** The same picture comes in several sizes; the largest is fetched, because a paper must be readable. */
function addressOf(attachment: VkAttachment): string | null {
  if (attachment.kind === 'other') return null;
  if (attachment.kind === 'doc') return attachment.url;
  const largest = attachment.sizes.toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
  return largest?.url ?? null;
}

async function download(from: string, apiRoot: string, signal: AbortSignal): Promise<FetchResult> {
  let address = from;
  for (let step = 0; step < STEPS_LIMIT; step += 1) {
    if (!isVkAddress(address, apiRoot)) return { kind: 'gone' };
    const response = await fetch(address, { signal, redirect: 'manual' });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null) return read(response);
    await response.body?.cancel();
    address = new URL(next, address).href;
  }
  return { kind: 'gone' };
}

async function read(response: Response): Promise<FetchResult> {
  if (response.status === 404 || response.status === 410) return { kind: 'gone' };
  if (!response.ok || response.body === null) return { kind: 'later' };
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    // The size told before may be wrong or missing; leaving the loop ends the download.
    if (size > DOWNLOAD_LIMIT) return { kind: 'too-large' };
    parts.push(part);
  }
  return { kind: 'bytes', bytes: Buffer.concat(parts) };
}
