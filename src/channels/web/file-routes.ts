/** Files both ways. A session may fetch only what its own chat has shown. */
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { Files, WebMessage } from '../../casework/ports.ts';
import { isEventKey, LONGEST_TEXT } from './chat-event.ts';
import type { Guard } from './guard.ts';
import { imageType } from './image-type.ts';
import type { Deed, TakeIn } from './take-in.ts';
import type { Transcript } from './transcript.ts';

/** Bytes of one file, and how many come in one request. */
export const FILE_LIMIT = 20 * 1024 * 1024;
const FILES_AT_ONCE = 10;
const UPLOADS_AT_ONCE = 8;
const LONGEST_NAME = 120;
const HASH = /^[0-9a-f]{64}$/;

/** Must be called in a scope of its own: the parser of forms is for these routes only. */
export async function addFileRoutes(
  app: FastifyInstance,
  guard: Guard,
  takeIn: TakeIn,
  transcript: Transcript,
  files: Files,
): Promise<void> {
  const limits = { fileSize: FILE_LIMIT, files: FILES_AT_ONCE, fields: 4, fieldSize: LONGEST_TEXT * 4, parts: 14 };
  await app.register(multipart, { limits, throwFileSizeLimit: false });
  const bodyLimit = FILE_LIMIT * FILES_AT_ONCE;
  let uploads = 0;

  app.post('/chat/file', { bodyLimit, config: guard.perMinute(60) }, async (request, reply) => {
    const externalId = await guard.doer(request, reply);
    if (externalId === null) return reply;
    if (!request.isMultipart()) return reply.code(415).send({ problem: 'wrong-type' });
    // Each upload is held in memory until it is kept: so many people at once, the others are asked to wait a moment.
    if (uploads >= UPLOADS_AT_ONCE) return reply.code(503).header('retry-after', '3').send({ problem: 'busy' });
    uploads += 1;
    try {
      const messages: WebMessage[] = [];
      const form = { eventKey: '', caption: '', count: 0 };
      for await (const part of request.parts()) {
        if (part.type === 'field') readField(form, part.fieldname, part.value);
        else if (!isEventKey(form.eventKey)) return await reply.code(400).send({ problem: 'bad-event' });
        else messages.push(...shownOnly(await takeIn(await fileDeed(externalId, form, part, files))));
      }
      if (form.count === 0) return await reply.code(400).send({ problem: 'bad-event' });
      return { messages };
    } finally {
      uploads -= 1;
    }
  });

  app.get<{ Params: { hash: string } }>(
    '/chat/file/:hash',
    { config: guard.perMinute(600) },
    async (request, reply) => {
      const externalId = await guard.reader(request, reply);
      if (externalId === null) return reply;
      const { hash } = request.params;
      const allowed = HASH.test(hash) && (await transcript.wasShown(externalId, hash));
      const bytes = allowed ? await files.read(hash) : null;
      // Somebody else's file and a file that never was look the same.
      if (bytes === null) return reply.code(404).send({ problem: 'not-found' });
      return reply
        .type(imageType(bytes) ?? 'application/octet-stream')
        .header('content-disposition', 'attachment')
        .header('cache-control', 'private, no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}

interface Form {
  eventKey: string;
  caption: string;
  count: number;
}

function readField(form: Form, name: string, value: unknown): void {
  if (typeof value !== 'string') return;
  if (name === 'eventKey') form.eventKey = value;
  if (name === 'caption') form.caption = value.trim().slice(0, LONGEST_TEXT);
}

/** Keeps one file of the form; what cannot be kept becomes a refusal that the talk answers kindly. Words go with the first. */
async function fileDeed(externalId: string, form: Form, part: MultipartFile, files: Files): Promise<Deed> {
  const name = cleanName(part.filename);
  const bytes = await part.toBuffer();
  const kept = part.file.truncated ? { refused: 'too-large' as const } : await files.keep(bytes, name);
  const caption = form.count === 0 && form.caption !== '' ? form.caption : null;
  const eventKey = `${form.eventKey}.${form.count}`;
  form.count += 1;
  if ('refused' in kept) {
    const shown = { text: caption === null ? name : `${name}\n${caption}`, files: [] };
    return { externalId, eventKey, input: { kind: 'file-refused', why: kept.refused }, shown };
  }
  return {
    externalId,
    eventKey,
    input: { kind: 'file', file: kept, caption },
    shown: { text: caption ?? '', files: [kept] },
  };
}

/** The last part of the name without signs that no name needs. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return clean === '' ? 'file' : clean.slice(-LONGEST_NAME);
}

function shownOnly(message: WebMessage | null): WebMessage[] {
  return message === null ? [] : [message];
}
