/** The page and what it loads. Opening it, with a deep link or without, stores nothing and looks nothing up. */
import type { FastifyInstance } from 'fastify';
import type { PageAssets } from './page-assets.ts';
import type { Sessions } from './session.ts';

/** Set by the page when the person chooses the language of its words; no secret. */
const LANGUAGE_COOKIE = 'opora-words';

export function addPageRoutes(app: FastifyInstance, assets: PageAssets, sessions: Sessions): void {
  app.get('/', async (request, reply) => {
    sessions.keep(request, reply);
    const language = request.cookies[LANGUAGE_COOKIE] === 'en' ? 'en' : 'ru';
    return reply.type('text/html; charset=utf-8').header('x-robots-tag', 'noarchive').send(assets.html(language));
  });

  app.get<{ Params: { version: string; name: string } }>(
    '/chat/page/:version/:name',
    { config: { quiet: true } },
    async (request, reply) => {
      const { version, name } = request.params;
      const file = version === assets.version ? assets.files.get(name) : undefined;
      if (file === undefined) return reply.code(404).send({ problem: 'not-found' });
      return reply.type(file.type).header('cache-control', 'public, max-age=31536000, immutable').send(file.bytes);
    },
  );
}
