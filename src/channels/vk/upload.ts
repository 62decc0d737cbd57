/** Files to the person: the platform names an upload server, takes the bytes there, and keeps them as an attachment to be sent. */
import type { OutgoingFile, SendResult } from '../../delivery/channel.ts';
import { resultOf } from './failures.ts';
import type { Answer, VkApi } from './vk-api.ts';

/** An attachment as `messages.send` names it, or why there is none. */
export type Attached =
  | { readonly kind: 'attached'; readonly name: string }
  | { readonly kind: 'failed'; readonly result: SendResult };

/** Pictures the platform shows in the chat; others (HEIC, SVG, TIFF, WebP) it takes as documents only. */
const PHOTO_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif'];

/** Uploads one file for one conversation. Never throws. */
export async function attachFile(api: VkApi, peerId: number, file: OutgoingFile): Promise<Attached> {
  const bytes = await file.bytes().catch(() => null);
  if (bytes === null) return { kind: 'failed', result: { kind: 'unknown', why: 'file-unreadable' } };
  const content = new Blob([Uint8Array.from(bytes)], { type: file.mediaType });
  if (PHOTO_TYPES.includes(file.mediaType)) {
    const photo = await attachPhoto(api, peerId, content, file.name);
    if (photo !== 'not-a-photo') return photo;
  }
  return attachDocument(api, peerId, content, file.name);
}

/** A picture the platform cannot read or shrink is no photo; it goes as a document. */
async function attachPhoto(api: VkApi, peerId: number, content: Blob, name: string): Promise<Attached | 'not-a-photo'> {
  const uploaded = await uploadTo(api, 'photos.getMessagesUploadServer', { peer_id: peerId }, 'photo', content, name);
  if (uploaded.kind === 'failed') return { kind: 'failed', result: resultOf(uploaded.failure) };
  const { photo, server, hash } = fieldsOf(uploaded.value);
  if (typeof photo !== 'string' || photo === '' || photo === '[]') return 'not-a-photo';
  const saved = await api.call('photos.saveMessagesPhoto', { photo, server: String(server), hash: String(hash) });
  const first: unknown = saved.kind === 'done' && Array.isArray(saved.value) ? saved.value[0] : null;
  return named(saved, 'photo', first);
}

async function attachDocument(api: VkApi, peerId: number, content: Blob, name: string): Promise<Attached> {
  const server = { peer_id: peerId, type: 'doc' };
  const uploaded = await uploadTo(api, 'docs.getMessagesUploadServer', server, 'file', content, name);
  if (uploaded.kind === 'failed') return { kind: 'failed', result: resultOf(uploaded.failure) };
  const { file } = fieldsOf(uploaded.value);
  // The upload server refuses kinds it thinks dangerous: archives of programs, executables.
  if (typeof file !== 'string') return { kind: 'failed', result: { kind: 'refused', why: 'vk-file-refused' } };
  const saved = await api.call('docs.save', { file, title: name });
  return named(saved, 'doc', saved.kind === 'done' ? fieldsOf(saved.value)['doc'] : null);
}

async function uploadTo(
  api: VkApi,
  method: string,
  params: { readonly [name: string]: string | number },
  field: string,
  content: Blob,
  name: string,
): Promise<Answer> {
  const server = await api.call(method, params);
  if (server.kind === 'failed') return server;
  const { upload_url: address } = fieldsOf(server.value);
  if (typeof address !== 'string') return { kind: 'failed', failure: { kind: 'no-answer' } };
  const form = new FormData();
  form.append(field, content, name);
  return api.upload(address, form);
}

/** `photo1_2` or `photo1_2_key`. */
function named(saved: Answer, type: 'photo' | 'doc', value: unknown): Attached {
  if (saved.kind === 'failed') return { kind: 'failed', result: resultOf(saved.failure) };
  const { owner_id: owner, id, access_key: key } = fieldsOf(value);
  if (!Number.isSafeInteger(owner) || !Number.isSafeInteger(id))
    return { kind: 'failed', result: { kind: 'unknown', why: 'vk-upload-failed' } };
  const tail = typeof key === 'string' && key !== '' ? `_${key}` : '';
  return { kind: 'attached', name: `${type}${String(owner)}_${String(id)}${tail}` };
}

function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
