/** The address that opens a conversation with the community. */
import { readCommunity } from './community.ts';
import type { VkApi } from './vk-api.ts';

/** `link(token)`: the short name of the community is asked of the platform once. Null where it does not say. */
export function createLink(api: VkApi): (token: string | null) => Promise<string | null> {
  let name: string | null = null;
  return async (token) => {
    if (name === null) {
      const community = await readCommunity(api);
      if (community.kind === 'failed') return null;
      ({ name } = community.value);
    }
    return token === null ? `https://vk.me/${name}` : `https://vk.me/${name}?ref=${token}`;
  };
}
