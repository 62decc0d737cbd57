/** Where else the talk can go on. Asked without the token of a link: the page puts it in, and nothing is looked up or spent. */
import type { FastifyInstance } from 'fastify';
import type { ChannelLinks } from '../../casework/ports.ts';
import type { Guard } from './guard.ts';

/** Stands in the addresses where the page puts its token. */
const TOKEN = 'start-token';

export function addWayRoutes(app: FastifyInstance, guard: Guard, links: ChannelLinks): void {
  app.get('/chat/ways', { config: guard.perMinute(60) }, async () => {
    const ways = [];
    for (const channel of links.open('public')) {
      const address = channel === 'web' ? null : await links.link(channel, TOKEN);
      if (channel === 'web' || address !== null) ways.push({ channel, address });
    }
    return { token: TOKEN, ways };
  });
}
