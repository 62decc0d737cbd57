/** The files behind signed links. */
import type { FastifyInstance } from 'fastify';
import type { Files, Instant } from '../../casework/ports.ts';
import type { FileLinks } from './file-links.ts';

/** Where files are fetched from; the signed part follows. */
export const FILES_PATH = '/viber/files/';

/** What the route needs. */
export interface ServeFilesDeps {
  readonly links: FileLinks;
  readonly files: Pick<Files, 'read'>;
  readonly now: () => Instant;
}

/** By the end of the address, so that nothing a name says can make a browser run the file. Others are bytes. */
const MEDIA_TYPES: { readonly [extension: string]: string } = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** Hangs the route; a forged link is as good as none (404), one that is over is said to be (410). */
export function hangFiles(app: FastifyInstance, { links, files, now }: ServeFilesDeps): void {
  app.get<{ Params: { signed: string } }>(`${FILES_PATH}:signed`, async (request, reply) => {
    reply.header('Cache-Control', 'private, no-store').header('X-Robots-Tag', 'noindex');
    const linked = links.read(request.params.signed, Date.parse(now()));
    if (linked.kind !== 'file') return reply.code(linked.kind === 'expired' ? 410 : 404).send();
    const bytes = await files.read(linked.hash);
    if (bytes === null) return reply.code(404).send();
    const isPicture = MEDIA_TYPES[linked.extension]?.startsWith('image/') === true;
    return reply
      .header('Content-Type', MEDIA_TYPES[linked.extension] ?? 'application/octet-stream')
      .header('Content-Disposition', isPicture ? 'inline' : 'attachment')
      .header('X-Content-Type-Options', 'nosniff')
      .send(Buffer.from(bytes));
  });
}
