/** What `opora channels check` and `connect` find out about Telegram. Words stand in the locales by the code of each finding. */
import type { WebhookInfo } from 'grammy/types';
import type { ChannelFinding } from '../../delivery/channel.ts';
import { type CommandTexts, describeMenus } from './command-menu.ts';
import type { TellFailure } from './failure-log.ts';
import { isTokenRefused } from './failures.ts';
import type { Failure, TelegramApi } from './telegram-api.ts';
import { WANTED_UPDATES } from './update-shape.ts';

/** Every code a finding of this channel can have. */
export const TELEGRAM_FINDINGS = [
  /** `name` is the bot's. */
  'token-works',
  'token-refused',
  'out-of-reach',
  /** PUBLIC_URL is not https on a port the platform calls; `url` is it. */
  'telegram-address-unfit',
  'telegram-webhook-set',
  'telegram-webhook-missing',
  /** Another address hears this bot; `host` is its host. */
  'telegram-webhook-elsewhere',
  /** The webhook lacks kinds of updates. */
  'telegram-webhook-incomplete',
  'telegram-webhook-refused',
  /** The platform could not bring its last update; `waiting` updates are held there. */
  'telegram-webhook-failing',
  /** No TELEGRAM_WEBHOOK_SECRET: long polling, one process. */
  'telegram-polling',
  /** Long polling, and a webhook is set: nothing is read here until the program starts and takes it away. */
  'telegram-webhook-in-the-way',
  'telegram-commands-set',
  'telegram-commands-missing',
] as const;

type Code = (typeof TELEGRAM_FINDINGS)[number];

/** What looking needs of the rest of the channel. */
export interface CheckDeps {
  readonly api: TelegramApi;
  /** The whole address the platform is told. */
  readonly url: string;
  readonly secret: string | null;
  readonly publicUrl: string;
  readonly commandTexts: CommandTexts;
  readonly tell: TellFailure;
}

const CALL_SECONDS = 10;
/** Ports the platform calls (channels.md 1.4); empty: 443. */
const PORTS: readonly string[] = ['', '80', '88', '8443'];

/** Looks at token, address, webhook and commands; changes nothing. */
export async function check({
  api,
  url,
  secret,
  publicUrl,
  commandTexts,
}: CheckDeps): Promise<readonly ChannelFinding[]> {
  const me = await api.call(CALL_SECONDS, (raw, signal) => raw.getMe(signal));
  if (me.kind === 'failed') return [ofFailure(me.failure)];
  const hook = await api.call(CALL_SECONDS, (raw, signal) => raw.getWebhookInfo(signal));
  if (hook.kind === 'failed') return [ofFailure(hook.failure)];
  const menu = await api.call(CALL_SECONDS, (raw, signal) => raw.getMyCommands({}, signal));
  if (menu.kind === 'failed') return [ofFailure(menu.failure)];
  const names = new Set(menu.value.map(({ command }) => command));
  const isDescribed = commandTexts('ru').citizen.every(({ command }) => names.has(command));
  return [
    finding('token-works', true, { name: me.value.username }),
    ...(secret === null ? pollingFindings(hook.value) : webhookFindings(hook.value, url, publicUrl)),
    isDescribed ? finding('telegram-commands-set', true) : finding('telegram-commands-missing', false),
  ];
}

/** Registers the webhook and the commands, then looks. Where long polling is used the webhook is taken away. */
export async function connect(deps: CheckDeps): Promise<readonly ChannelFinding[]> {
  const { api, url, secret, commandTexts, tell } = deps;
  await describeMenus(api, commandTexts, tell);
  const answer = await api.call(CALL_SECONDS, (raw, signal) =>
    secret === null
      ? raw.deleteWebhook({}, signal)
      : raw.setWebhook({ url, secret_token: secret, allowed_updates: WANTED_UPDATES }, signal),
  );
  const found = await check(deps);
  const isRefused = answer.kind === 'failed' && answer.failure.kind === 'answered' && answer.failure.code === 400;
  return isRefused ? [finding('telegram-webhook-refused', false), ...found] : found;
}

function pollingFindings({ url }: WebhookInfo): ChannelFinding[] {
  const inTheWay = url !== undefined && url !== '';
  return [
    finding('telegram-polling', true),
    ...(inTheWay ? [finding('telegram-webhook-in-the-way', false, { host: hostOf(url) })] : []),
  ];
}

function webhookFindings(hook: WebhookInfo, url: string, publicUrl: string): ChannelFinding[] {
  const address = new URL(publicUrl);
  const fits = address.protocol === 'https:' && PORTS.includes(address.port);
  return [
    ...(fits ? [] : [finding('telegram-address-unfit', false, { url: publicUrl })]),
    stateOf(hook, url),
    ...(hook.url === url && hook.last_error_date !== undefined && hook.pending_update_count > 0
      ? [finding('telegram-webhook-failing', false, { waiting: hook.pending_update_count })]
      : []),
  ];
}

function stateOf({ url: known, allowed_updates: allowed }: WebhookInfo, url: string): ChannelFinding {
  if (known === undefined || known === '') return finding('telegram-webhook-missing', false, { url });
  // Of a foreign address only the host is told: a path may hold somebody's secret.
  if (known !== url) return finding('telegram-webhook-elsewhere', false, { host: hostOf(known) });
  const isWhole = allowed === undefined || WANTED_UPDATES.every((kind) => allowed.includes(kind));
  return isWhole ? finding('telegram-webhook-set', true, { url }) : finding('telegram-webhook-incomplete', false);
}

function ofFailure(failure: Failure): ChannelFinding {
  return finding(isTokenRefused(failure) ? 'token-refused' : 'out-of-reach', false);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '?';
}

function finding(code: Code, ok: boolean, facts: ChannelFinding['facts'] = {}): ChannelFinding {
  return { code, ok, facts };
}
