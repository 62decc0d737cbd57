/**
 * Fetches a file a person sent. `ref` names the message and the place in it: `<mid>:<place>`. Addresses are signed and do not live
 * for ever, so the one that came with the update is tried first, and after it the one the platform names today.
 */
import type { FetchResult } from '../../delivery/channel.ts';
import { withDeadline } from '../../delivery/deadline.ts';
import type { FileAddresses } from './file-addresses.ts';
import type { MaxApi } from './max-api.ts';
import { DOWNLOAD_LIMIT } from './translate-in.ts';
import { readMessage } from './update-shape.ts';

/** 20 MB on a slow line. */
const DOWNLOAD_SECONDS = 60;

/** What fetching needs; `plain`: addresses without TLS are taken too (only where the API itself is such a one: the fake). */
export interface FetchDeps {
  readonly api: MaxApi;
  readonly addresses: FileAddresses;
  readonly plain: boolean;
  readonly stop: AbortSignal;
}

/** `fetch(ref)`; never throws. */
export function createFetchFile({ api, addresses, plain, stop }: FetchDeps): (ref: string) => Promise<FetchResult> {
  const get = async (url: string): Promise<FetchResult> => {
    const wanted = URL.canParse(url) ? new URL(url).protocol : '';
    if (wanted !== 'https:' && !(plain && wanted === 'http:')) return { kind: 'gone' };
    try {
      return await withDeadline(DOWNLOAD_SECONDS, stop, (signal) => download(url, signal));
    } catch {
      // Broken off or too slow. The error is dropped because its words hold the address.
      return { kind: 'later' };
    }
  };
  return async (ref) => {
    const known = addresses.take(ref);
    const first = known === null ? null : await get(known);
    if (first !== null && first.kind !== 'gone') return first;
    const [, mid = '', place = ''] = /^(.+):(\d{1,3})$/.exec(ref) ?? [];
    if (mid === '') return { kind: 'gone' };
    const answer = await api.call({ method: 'GET', path: `/messages/${encodeURIComponent(mid)}` });
    if (answer.kind === 'failed') {
      const { failure } = answer;
      // The message is deleted, or the person closed the dialog; anything else speaks of the platform and passes.
      const gone = failure.kind === 'answered' && [400, 403, 404].includes(failure.status) && failure.code !== '';
      return { kind: gone && failure.code !== 'verify.token' ? 'gone' : 'later' };
    }
    const url = readMessage(answer.value)?.content.attachments[Number(place)]?.url ?? null;
    return url === null ? { kind: 'gone' } : get(url);
  };
}

async function download(url: string, signal: AbortSignal): Promise<FetchResult> {
  const response = await fetch(url, { signal });
  if ([401, 403, 404, 410].includes(response.status)) return { kind: 'gone' };
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
