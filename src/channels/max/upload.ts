/**
 * Files go up before the message that shows them: the API names an address for one file, the file goes there, and what comes back is
 * named in the message. The address is another host and is not told our token.
 */
import type { SendResult } from '../../delivery/channel.ts';
import { withDeadline } from '../../delivery/deadline.ts';
import { resultOf } from './failures.ts';
import type { MaxApi } from './max-api.ts';
import { asRecord, asText, readJson } from './read-json.ts';
import type { Sending } from './translate-out.ts';

type UploadedFile = NonNullable<Sending['file']>;

/** A file on the platform, as a message names it. */
export interface AttachmentRequest {
  readonly type: 'image' | 'file';
  readonly payload:
    | { readonly token: string }
    | { readonly photos: { readonly [id: string]: { readonly token: string } } };
}

/** What became of a file. */
export type UploadOutcome =
  | { readonly kind: 'uploaded'; readonly attachment: AttachmentRequest }
  /** The platform does not take it as what it was offered for: a picture may still go as a file. */
  | { readonly kind: 'not-taken' }
  | { readonly kind: 'failed'; readonly result: SendResult };

/** What uploading needs; `plain`: an address without TLS will do (only where the API itself is such a one: the fake). */
export interface UploadDeps {
  readonly api: MaxApi;
  readonly plain: boolean;
  readonly stop: AbortSignal;
}

/** A file of 50 MB on a slow line. */
const UPLOAD_SECONDS = 120;

/** Uploads one file. Never throws: nothing was sent where it fails, so the message may be tried again. */
export async function upload({ api, plain, stop }: UploadDeps, { as, content }: UploadedFile): Promise<UploadOutcome> {
  const bytes = await content.bytes().catch(() => null);
  if (bytes === null) return failed({ kind: 'unknown', why: 'file-unreadable' });
  const place = await api.call({ method: 'POST', path: '/uploads', query: { type: as } });
  if (place.kind === 'failed') {
    const result = resultOf(place.failure);
    // The API speaks of our upload here and not of the person: nobody is marked as gone for it.
    return failed(result.kind === 'unreachable' ? { kind: 'unknown', why: 'max-upload-failed' } : result);
  }
  const url = asText(asRecord(place.value)?.['url']) ?? '';
  const secured = url.startsWith('https:') || (plain && url.startsWith('http:'));
  if (!secured) return failed({ kind: 'unknown', why: 'max-upload-failed' });
  const form = new FormData();
  form.append('data', new Blob([Uint8Array.from(bytes)], { type: content.mediaType }), safeFileName(content.name));
  try {
    return await withDeadline(UPLOAD_SECONDS, stop, async (signal) => {
      const response = await fetch(url, { method: 'POST', body: form, signal, redirect: 'error' });
      const said = asRecord(readJson(await response.text()));
      if (response.status >= 500 || response.status === 429)
        return failed({ kind: 'unknown', why: 'max-upload-failed' });
      const payload = response.ok ? payloadOf(said) : null;
      return payload === null ? { kind: 'not-taken' } : { kind: 'uploaded', attachment: { type: as, payload } };
    });
  } catch {
    // Broken off. The error is dropped because its words may hold the address.
    return failed({ kind: 'unknown', why: 'max-upload-failed' });
  }
}

/** The name a person sees, without what could break out of a header or a folder. */
export function safeFileName(name: string): string {
  const safe = name.replace(/[\p{Cc}";\\/]+/gu, '_').trim();
  return safe === '' ? 'file' : safe;
}

/** A picture comes back as one token under an id of the platform's own choice, a file as a bare token. */
function payloadOf(said: { readonly [name: string]: unknown } | null): AttachmentRequest['payload'] | null {
  const token = asText(said?.['token']);
  if (token !== null) return { token };
  const photos = Object.entries(asRecord(said?.['photos']) ?? {}).flatMap(([id, photo]) => {
    const own = asText(asRecord(photo)?.['token']);
    return own === null ? [] : [[id, { token: own }] as const];
  });
  return photos.length === 0 ? null : { photos: Object.fromEntries(photos) };
}

function failed(result: SendResult): UploadOutcome {
  return { kind: 'failed', result };
}
