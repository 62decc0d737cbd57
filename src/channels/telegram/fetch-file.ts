/** Fetches a file a person sent. The address carries the token, so it is made here, used here and never told to anybody. */
import type { FetchResult } from '../../delivery/channel.ts';
import { withDeadline } from '../../delivery/deadline.ts';
import type { Failure, TelegramApi } from './telegram-api.ts';
import { DOWNLOAD_LIMIT } from './translate-in.ts';

const CALL_SECONDS = 10;
/** 20 MB on a slow line. */
const DOWNLOAD_SECONDS = 60;

/** `fetch(ref)` with `ref` a `file_id`. */
export function createFetchFile(
  api: TelegramApi,
  { apiRoot, token, stop }: { apiRoot: string; token: string; stop: AbortSignal },
): (ref: string) => Promise<FetchResult> {
  return async (ref) => {
    const answer = await api.call(CALL_SECONDS, (raw, signal) => raw.getFile({ file_id: ref }, signal));
    if (answer.kind === 'failed') return withoutFile(answer.failure);
    const { file_path: path, file_size: size } = answer.value;
    if (size !== undefined && size > DOWNLOAD_LIMIT) return { kind: 'too-large' };
    if (path === undefined) return { kind: 'gone' };
    const address = `${apiRoot}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`;
    try {
      return await withDeadline(DOWNLOAD_SECONDS, stop, (signal) => download(address, signal));
    } catch {
      // Broken off or too slow. The error is dropped because its words hold the address.
      return { kind: 'later' };
    }
  };
}

/** 400 speaks of the file: over the limit, or no such file any more. Anything else speaks of the platform and passes. */
function withoutFile(failure: Failure): FetchResult {
  if (failure.kind !== 'answered' || failure.code !== 400) return { kind: 'later' };
  return /too big/i.test(failure.description) ? { kind: 'too-large' } : { kind: 'gone' };
}

async function download(address: string, signal: AbortSignal): Promise<FetchResult> {
  // A redirect would carry the token to another host.
  const response = await fetch(address, { signal, redirect: 'error' });
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
