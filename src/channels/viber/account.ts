/** Who the platform says we are: `get_account_info`. */
import type { Answer, ViberApi } from './viber-api.ts';

/** The bot as Viber knows it. */
export interface ViberAccount {
  readonly name: string;
  /** Names the bot in links. */
  readonly uri: string | null;
  /** Where callbacks go now; null where none is set. */
  readonly webhook: string | null;
  /** Events that are called back; null where the platform does not say. */
  readonly events: readonly string[] | null;
}

const CALL_SECONDS = 10;

/** Asks the platform. */
export async function askAccount(api: ViberApi): Promise<Answer<ViberAccount>> {
  const answer = await api.call('get_account_info', '{}', CALL_SECONDS);
  if (answer.kind === 'failed') return answer;
  const { name, uri, webhook, event_types: events } = answer.value;
  const account = {
    name: textOf(name) ?? '',
    uri: textOf(uri),
    webhook: textOf(webhook),
    events: Array.isArray(events) ? events.filter((one) => typeof one === 'string') : null,
  };
  return { kind: 'done', value: account };
}

/**
 * Makes addresses that open the talk; who we are is asked once. Viber has no https form of them: a browser on a machine without Viber cannot
 * open them (channels.md 3.6).
 */
export function createLink(api: ViberApi): (token: string | null) => Promise<string | null> {
  let uri: string | null = null;
  return async (token) => {
    if (uri === null) {
      const answer = await askAccount(api);
      if (answer.kind === 'done') ({ uri } = answer.value);
    }
    if (uri === null) return null;
    const context = token === null ? '' : `&context=${encodeURIComponent(token)}`;
    return `viber://pa?chatURI=${encodeURIComponent(uri)}${context}`;
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
