/** What `opora channels check` and `connect` find out about MAX. Words stand in the locales by the code of each finding. */
import type { ChannelFinding } from '../../delivery/channel.ts';
import { type CommandTexts, describeCommands, hasCommands } from './commands.ts';
import type { TellFailure } from './failure-log.ts';
import { isTokenRefused } from './failures.ts';
import type { Failure, MaxApi } from './max-api.ts';
import { asRecord, asText } from './read-json.ts';
import { isRefusal, isWhole, readSubscriptions, subscribe } from './subscription.ts';

/** Every code a finding of this channel can have. */
export const MAX_FINDINGS = [
  /** GET /me answers; `name` is the bot's. */
  'token-works',
  'token-refused',
  'out-of-reach',
  /** Node does not trust the certificate of the API: NODE_EXTRA_CA_CERTS is not set. */
  'max-certificate-unknown',
  /** PUBLIC_URL is not https on port 443; `url` is it. */
  'max-address-unfit',
  'max-webhook-set',
  'max-webhook-missing',
  /** The subscription is there and lacks kinds of updates. */
  'max-webhook-incomplete',
  'max-webhook-refused',
  /** Other addresses hear this bot too; `count` of them. */
  'max-other-webhooks',
  'max-other-webhooks-removed',
  /** No MAX_WEBHOOK_SECRET: long polling, for development only. */
  'max-polling-only',
  /** Long polling, and the bot has `count` webhooks: nothing is read here. */
  'max-webhook-in-the-way',
  'max-commands-set',
  'max-commands-missing',
] as const;

type Code = (typeof MAX_FINDINGS)[number];

/** What looking needs of the rest of the channel. */
export interface CheckDeps {
  readonly api: MaxApi;
  /** Our address, as the platform is told it. */
  readonly url: string;
  readonly secret: string | null;
  readonly publicUrl: string;
  readonly commandTexts: CommandTexts;
  readonly tell: TellFailure;
}

/** Looks at token, address, subscription and commands; changes nothing. */
export async function check(deps: CheckDeps): Promise<readonly ChannelFinding[]> {
  const { api, commandTexts } = deps;
  const me = await api.call({ method: 'GET', path: '/me' });
  if (me.kind === 'failed') return [withoutBot(me.failure)];
  const works = finding('token-works', true, { name: asText(asRecord(me.value)?.['username']) ?? '' });
  const commands = hasCommands(me.value, commandTexts)
    ? finding('max-commands-set', true)
    : finding('max-commands-missing', false);
  return [works, ...(await webhookFindings(deps)), commands];
}

/** Registers our address and the commands and takes other addresses away, then looks. */
export async function connect(deps: CheckDeps): Promise<readonly ChannelFinding[]> {
  const { api, url, secret, commandTexts, tell } = deps;
  await describeCommands(api, commandTexts, tell);
  if (secret === null) return check(deps);
  const failure = await subscribe(api, url, secret);
  if (failure !== null) tell(failure, 'POST /subscriptions');
  const removed = failure === null ? await removeOthers(deps) : 0;
  const done = [
    ...(failure !== null && isRefusal(failure) ? [finding('max-webhook-refused', false)] : []),
    ...(removed > 0 ? [finding('max-other-webhooks-removed', true, { count: removed })] : []),
  ];
  return [...done, ...(await check(deps))];
}

async function webhookFindings({ api, url, secret, publicUrl }: CheckDeps): Promise<ChannelFinding[]> {
  const found = await readSubscriptions(api);
  if (found.kind === 'failed') return [withoutBot(found.failure)];
  const { list } = found;
  if (secret === null) {
    const count = list.length;
    return [
      finding('max-polling-only', false),
      ...(count > 0 ? [finding('max-webhook-in-the-way', false, { count })] : []),
    ];
  }
  const others = list.filter((one) => one.url !== url).length;
  const state: Code = isWhole(list, url)
    ? 'max-webhook-set'
    : list.length > others
      ? 'max-webhook-incomplete'
      : 'max-webhook-missing';
  return [
    ...(isFit(publicUrl) ? [] : [finding('max-address-unfit', false, { url: publicUrl })]),
    finding(state, state === 'max-webhook-set'),
    ...(others > 0 ? [finding('max-other-webhooks', false, { count: others })] : []),
  ];
}

/** Whoever else hears the bot reads what citizens write: an office that moved, or a stranger with the token. */
async function removeOthers({ api, url, tell }: CheckDeps): Promise<number> {
  const found = await readSubscriptions(api);
  let removed = 0;
  for (const one of found.kind === 'known' ? found.list : []) {
    if (one.url === url) continue;
    const answer = await api.call({ method: 'DELETE', path: '/subscriptions', query: { url: one.url } });
    if (answer.kind === 'failed') tell(answer.failure, 'DELETE /subscriptions');
    else removed += 1;
  }
  return removed;
}

/** The platform calls on port 443 and no other. */
function isFit(publicUrl: string): boolean {
  if (!URL.canParse(publicUrl)) return false;
  const { protocol, port, hostname } = new URL(publicUrl);
  return protocol === 'https:' && port === '' && hostname.includes('.');
}

function withoutBot(failure: Failure): ChannelFinding {
  if (isTokenRefused(failure)) return finding('token-refused', false);
  const untrusted = failure.kind === 'no-answer' && failure.certificate;
  return finding(untrusted ? 'max-certificate-unknown' : 'out-of-reach', false);
}

function finding(code: Code, ok: boolean, facts: ChannelFinding['facts'] = {}): ChannelFinding {
  return { code, ok, facts };
}
