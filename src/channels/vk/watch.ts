/** Keeps an eye on the callback address: after several errors in a row VK stops bringing events, and says so only when asked. */

import type { ChannelLog } from '../../delivery/channel-log.ts';
import { pause } from '../../delivery/deadline.ts';
import { readCommunity, readServer } from './community.ts';
import { isTokenRefused } from './failures.ts';
import type { Health } from './health.ts';
import type { VkApi } from './vk-api.ts';

/** What watching needs of the rest of the channel. */
export interface WatchDeps {
  readonly api: VkApi;
  readonly groupId: number;
  /** The whole address VK brings events to. */
  readonly url: string;
  readonly stop: AbortSignal;
  readonly log: ChannelLog;
  readonly health: Health;
  readonly backoff: { readonly first: number; readonly longest: number };
  /** Seconds between two looks. */
  readonly every: number;
}

/** Asks who we are, as often as it takes; true where the token is of our community, false where only a person can help. */
export async function findOurselves(deps: WatchDeps): Promise<boolean> {
  const { api, groupId, stop, log, backoff } = deps;
  for (let failures = 0; !stop.aborted; failures += 1) {
    const community = await readCommunity(api);
    if (community.kind === 'read') {
      if (community.value.id === groupId) return true;
      log.error(
        { wanted: groupId, found: community.value.id },
        'vk: the token belongs to another community; VK_GROUP_ID and VK_GROUP_TOKEN must be of one. VK is closed until then',
      );
      return false;
    }
    if (isTokenRefused(community.failure)) return false;
    await pause(Math.min(backoff.first * 2 ** failures, backoff.longest), stop);
  }
  return false;
}

/** Looks until `stop`. Never rejects. */
export async function watch(deps: WatchDeps): Promise<void> {
  while (!deps.stop.aborted) {
    await look(deps);
    await pause(deps.every, deps.stop);
  }
}

async function look({ api, groupId, url, log, health }: WatchDeps): Promise<void> {
  const server = await readServer(api, groupId, url);
  // Without the right to manage nothing can be seen; the failed call is in the log.
  if (server.kind === 'failed') return;
  const lost = server.value === null;
  const refused = server.value?.status === 'failed' || server.value?.status === 'unconfigured';
  if (lost && !health.has('webhook-lost'))
    log.error({}, 'vk: the community has no callback server with our address; run `opora channels connect vk`');
  if (refused && !health.has('webhook-refused'))
    log.error({}, 'vk: the platform could not confirm our callback address; run `opora channels check`');
  health.set('webhook-lost', lost);
  health.set('webhook-refused', refused);
}
