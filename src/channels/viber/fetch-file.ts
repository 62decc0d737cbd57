/** Fetches a file a person sent, from Viber's own hosts only; its address lives for about an hour. */
import type { FetchResult } from '../../delivery/channel.ts';
import { withDeadline } from '../../delivery/deadline.ts';
import type { MediaAddresses } from './media-address.ts';
import { DOWNLOAD_LIMIT } from './translate-in.ts';

/** 20 MB on a slow line. */
const DOWNLOAD_SECONDS = 60;
const MOST_REDIRECTS = 3;

/** `fetch(ref)` with `ref` a sealed address. The token is not sent: the address itself is the key. */
export function createFetchFile(addresses: MediaAddresses, stop: AbortSignal): (ref: string) => Promise<FetchResult> {
  return async (ref) => {
    const address = addresses.open(ref);
    if (address === null) return { kind: 'gone' };
    try {
      return await withDeadline(DOWNLOAD_SECONDS, stop, (signal) => download(addresses, address, signal));
    } catch {
      // Broken off or too slow. The error is dropped because its words hold the address.
      return { kind: 'later' };
    }
  };
}

async function download(addresses: MediaAddresses, from: URL, signal: AbortSignal): Promise<FetchResult> {
  let address = from;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (!addresses.allows(address)) return { kind: 'gone' };
    const response = await fetch(address.href, { signal, redirect: 'manual' });
    const onward = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || onward === null) return bytesOf(response);
    await response.body?.cancel();
    if (!URL.canParse(onward, address.href)) return { kind: 'gone' };
    address = new URL(onward, address);
  }
  return { kind: 'gone' };
}

async function bytesOf(response: Response): Promise<FetchResult> {
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    // A signed address that is over answers 403.
    return { kind: [401, 403, 404, 410].includes(response.status) ? 'gone' : 'later' };
  }
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
