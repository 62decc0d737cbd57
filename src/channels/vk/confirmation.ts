/** The string by which our address shows VK that it is of this community. */
import { readConfirmation } from './community.ts';
import type { VkApi } from './vk-api.ts';

/** Anybody may ask for the string: however often they do, the platform is asked no more often than this. */
const FRESH_MILLISECONDS = 10_000;

/** The string set by hand, else the platform's own, which changes over time; null where it does not say. */
export function createConfirmation(api: VkApi, groupId: number, byHand: string | null): () => Promise<string | null> {
  let asked: { readonly at: number; readonly code: Promise<string | null> } | null = null;
  const ask = async () => {
    const current = await readConfirmation(api, groupId);
    return current.kind === 'read' ? current.value : null;
  };
  return async () => {
    if (byHand !== null) return byHand;
    const at = performance.now();
    if (asked === null || at - asked.at > FRESH_MILLISECONDS) asked = { at, code: ask() };
    return asked.code;
  };
}
