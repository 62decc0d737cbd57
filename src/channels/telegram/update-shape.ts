/** Reads what came as JSON as an update: only the parts that are used later are looked at, so that nothing later can break. */
import type { Update } from 'grammy/types';

/** Kinds of updates we ask the platform for. */
export const WANTED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** The update, or null where it is none: a forger with the secret, or a platform that has changed. */
export function readUpdate(value: unknown): Update | null {
  if (!isRecord(value) || !Number.isSafeInteger(value['update_id'])) return null;
  const { message, edited_message: edited, callback_query: press, my_chat_member: member } = value;
  for (const one of [message, edited]) if (one !== undefined && !isMessage(one)) return null;
  if (press !== undefined && !isPress(press)) return null;
  if (member !== undefined && !isMembership(member)) return null;
  return value as unknown as Update;
}

function isMessage(value: unknown): boolean {
  if (!isRecord(value) || !isChat(value['chat']) || !isSender(value['from'])) return false;
  const { text, caption, photo, document, contact } = value;
  const sizes = photo === undefined || (Array.isArray(photo) && photo.length > 0 && photo.every(isFile));
  return (
    isOptionalText(text) &&
    isOptionalText(caption) &&
    sizes &&
    (document === undefined || isFile(document)) &&
    (contact === undefined || (isRecord(contact) && typeof contact['phone_number'] === 'string'))
  );
}

function isPress(value: unknown): boolean {
  if (!isRecord(value) || typeof value['id'] !== 'string' || !isOptionalText(value['data'])) return false;
  const { message } = value;
  return (
    isRecord(value['from']) &&
    isSender(value['from']) &&
    (message === undefined || (isRecord(message) && isChat(message['chat'])))
  );
}

function isMembership(value: unknown): boolean {
  const now = isRecord(value) ? value['new_chat_member'] : null;
  return isRecord(value) && isChat(value['chat']) && isRecord(now) && typeof now['status'] === 'string';
}

function isChat(value: unknown): boolean {
  return isRecord(value) && Number.isSafeInteger(value['id']) && typeof value['type'] === 'string';
}

/** Channel posts have no sender; anything else must have one with a number. */
function isSender(value: unknown): boolean {
  return value === undefined || (isRecord(value) && Number.isSafeInteger(value['id']));
}

function isFile(value: unknown): boolean {
  if (!isRecord(value) || typeof value['file_id'] !== 'string') return false;
  const { file_size: size, file_name: name, mime_type: mediaType } = value;
  return (size === undefined || Number.isSafeInteger(size)) && isOptionalText(name) && isOptionalText(mediaType);
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
