/** What `opora channels check` and `connect` find at Viber. */
import type { ChannelFinding } from '../../delivery/channel.ts';
import { askAccount, type ViberAccount } from './account.ts';
import { isOurs, setWebhook, webhookUrl } from './connect-webhook.ts';
import { WANTED_EVENTS } from './event-shape.ts';
import { statusName, troubleOf } from './failures.ts';
import type { Failure, ViberApi } from './viber-api.ts';

/** Looks, in the order in which things have to be mended, and changes nothing. */
export async function findState(api: ViberApi, publicUrl: string): Promise<readonly ChannelFinding[]> {
  const address = addressFinding(publicUrl);
  const answer = await askAccount(api);
  return answer.kind === 'failed'
    ? [address, failureFinding(answer.failure)]
    : [address, ...accountFindings(answer.value, publicUrl)];
}

/** Sets the webhook once, then looks. The product must be running at `publicUrl`: Viber calls it at once. */
export async function connectAndFind(api: ViberApi, publicUrl: string): Promise<readonly ChannelFinding[]> {
  const answer = await setWebhook(api, publicUrl);
  const state = await findState(api, publicUrl);
  // A failure that the look has found as well is said once.
  if (answer.kind === 'done' || state.some(({ code }) => code === failureFinding(answer.failure).code)) return state;
  const { failure } = answer;
  const refused = failure.kind === 'status' && troubleOf(failure) === null;
  return [
    ...state,
    refused ? finding('viber-webhook-refused', false, { status: failure.status }) : failureFinding(failure),
  ];
}

function addressFinding(publicUrl: string): ChannelFinding {
  const isHttps = publicUrl.startsWith('https://');
  return finding(isHttps ? 'public-url-https' : 'public-url-not-https', isHttps, { url: publicUrl });
}

function accountFindings(account: ViberAccount, publicUrl: string): readonly ChannelFinding[] {
  const { name, webhook, events } = account;
  const ours = webhookUrl(publicUrl);
  const missing = WANTED_EVENTS.filter((event) => events?.includes(event) === false);
  const found = [finding('token-works', true, { name })];
  if (webhook === null) return [...found, finding('viber-webhook-missing', false, { url: ours })];
  // Of a foreign address only the host is told: a path may hold somebody's secret.
  if (!isOurs(webhook, publicUrl))
    return [...found, finding('viber-webhook-elsewhere', false, { host: hostOf(webhook) })];
  if (missing.length > 0) return [...found, finding('viber-events-missing', false, { events: missing.join(', ') })];
  return [...found, finding('viber-webhook-set', true, { url: ours })];
}

function failureFinding(failure: Failure): ChannelFinding {
  if (failure.kind !== 'status') return finding('out-of-reach', false, {});
  const { status } = failure;
  const code = troubleOf(failure) === 'token-refused' ? 'token-refused' : 'viber-refuses';
  return finding(code, false, { status, name: statusName(status) });
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '?';
}

function finding(code: string, ok: boolean, facts: ChannelFinding['facts']): ChannelFinding {
  return { code, ok, facts };
}
