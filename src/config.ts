/** The environment read once into a typed value. Only `main.ts` and `cli/` import it. Names and defaults are those of `.env.example`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/** How a messenger takes its updates: with a secret by webhook, without one by long polling. */
export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string;
  readonly webhookSecret: string | null;
}

/** MAX: the same; without a secret long polling, which the platform allows for development only. No `apiRoot`: the official one. */
export interface MaxConfig {
  readonly token: string;
  readonly apiRoot?: string;
  readonly webhookSecret: string | null;
}

/** Viber: by webhook only. */
export interface ViberConfig {
  readonly token: string;
  readonly apiRoot?: string;
}

/** A VK community: by its Callback API only. */
export interface VkConfig {
  readonly token: string;
  /** Digits. */
  readonly groupId: string;
  readonly apiRoot?: string;
  /** Stands in the body of every event: without it anybody could forge one. */
  readonly callbackSecret: string;
  /** The word the platform wants to read once. Null: asked of the platform itself. */
  readonly confirmation: string | null;
  /** The kind of message VK allowed the community after a day of silence; null: none. */
  readonly intent: (typeof VK_INTENTS)[number] | null;
}

/** Every setting of the program, checked. */
export interface Config {
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Outside address without a slash at its end. */
  readonly publicUrl: string;
  readonly region: 'bryansk' | 'irkutsk' | 'novosibirsk';
  readonly channelPolicy: 'open' | 'public-only' | 'ru-41fz';
  /** Each null where the channel has no token. */
  readonly telegram: TelegramConfig | null;
  readonly max: MaxConfig | null;
  readonly viber: ViberConfig | null;
  readonly vk: VkConfig | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** One variable with a wrong value. */
export interface WrongVariable {
  readonly name: string;
  readonly mustBe: string;
}

/** The settings, or every variable that is wrong. */
export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly wrong: readonly WrongVariable[] };

// An empty line `NAME=` in .env means the same as no line.
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Messages a community may be allowed to begin with (`messages.send`, VK API 5.199). */
const VK_INTENTS = [
  'account_update',
  'confirmed_notification',
  'customer_support',
  'non_promo_newsletter',
  'purchase_update',
] as const;

const httpAddress = z.string().refine((text) => /^https?:$/.test(protocolOf(text)));
const databaseAddress = z.string().refine((text) => /^postgres(ql)?:$/.test(protocolOf(text)));
const safeSecret = z.string().regex(/^[A-Za-z0-9_-]{1,256}$/);
/** A token is copied from a page: a space or a line end in it is always a slip. */
const opaqueToken = z.string().regex(/^[\x21-\x7e]{1,512}$/);
const apiRoot = { schema: optional(httpAddress), mustBe: 'an address that starts with http:// or https://' } as const;

const variables = {
  DATABASE_URL: {
    schema: optional(databaseAddress),
    mustBe: 'an address like postgres://user:password@host:5432/name, or empty for the embedded database',
  },
  DATA_DIR: { schema: optional(z.string().min(1)), mustBe: 'a folder the program may write to, such as ./data' },
  PORT: {
    schema: optional(z.coerce.number().int().min(0).max(65_535)),
    mustBe: 'a whole number from 0 to 65535 (0 takes any free port)',
  },
  HOST: {
    schema: optional(z.string().regex(/^[A-Za-z0-9.:_-]+$/)),
    mustBe: 'a host name or IP address to listen on, such as 127.0.0.1',
  },
  PUBLIC_URL: {
    schema: optional(httpAddress),
    mustBe: 'an address that starts with http:// or https://, as people open it',
  },
  REGION: {
    schema: optional(z.enum(['bryansk', 'irkutsk', 'novosibirsk'])),
    mustBe: 'one of bryansk, irkutsk, novosibirsk',
  },
  CHANNEL_POLICY: {
    schema: optional(z.enum(['open', 'public-only', 'ru-41fz'])),
    mustBe: 'one of open, public-only, ru-41fz',
  },
  TELEGRAM_BOT_TOKEN: {
    schema: optional(z.string().regex(/^\d+:[A-Za-z0-9_-]+$/)),
    mustBe: 'the token from @BotFather, digits, a colon and letters',
  },
  TELEGRAM_API_ROOT: apiRoot,
  TELEGRAM_WEBHOOK_SECRET: { schema: optional(safeSecret), mustBe: '1 to 256 characters A-Z a-z 0-9 _ -' },
  MAX_BOT_TOKEN: {
    schema: optional(opaqueToken),
    mustBe: 'the token from the MAX partner page, without spaces and without "Bearer"',
  },
  MAX_API_ROOT: apiRoot,
  MAX_WEBHOOK_SECRET: {
    schema: optional(z.string().regex(/^[A-Za-z0-9_-]{5,256}$/)),
    mustBe: '5 to 256 characters A-Z a-z 0-9 _ -',
  },
  VIBER_AUTH_TOKEN: {
    schema: optional(opaqueToken),
    mustBe: 'the token from the Viber admin panel, without spaces',
  },
  VIBER_API_ROOT: apiRoot,
  VK_GROUP_TOKEN: {
    schema: optional(opaqueToken),
    mustBe: 'an access key of the community with the rights "messages" and "manage", without spaces',
  },
  VK_GROUP_ID: {
    schema: optional(z.string().regex(/^[1-9]\d{0,18}$/)),
    mustBe: 'the number of the community, digits only, without a minus',
  },
  VK_API_ROOT: apiRoot,
  VK_CALLBACK_SECRET: {
    schema: optional(z.string().regex(/^\w{1,50}$/)),
    mustBe: '1 to 50 characters A-Z a-z 0-9 _: VK sends it with every event',
  },
  VK_CONFIRMATION: {
    schema: optional(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)),
    mustBe: 'the confirmation code from the Callback API settings of the community, letters and digits',
  },
  VK_INTENT: {
    schema: optional(z.enum(VK_INTENTS)),
    mustBe: `one of ${VK_INTENTS.join(', ')}, as VK allowed it, or empty`,
  },
  LOG_LEVEL: {
    schema: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
    mustBe: 'one of fatal, error, warn, info, debug, trace, silent',
  },
} as const;

type Read = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> };

/** Variables that mean nothing alone: where one is set, these must be set too. */
const TOGETHER: readonly (readonly [set: keyof Read, needs: keyof Read])[] = [
  ['TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_BOT_TOKEN'],
  ['MAX_WEBHOOK_SECRET', 'MAX_BOT_TOKEN'],
  ['VK_GROUP_TOKEN', 'VK_GROUP_ID'],
  ['VK_GROUP_TOKEN', 'VK_CALLBACK_SECRET'],
  ['VK_GROUP_ID', 'VK_GROUP_TOKEN'],
  ['VK_CALLBACK_SECRET', 'VK_GROUP_TOKEN'],
  ['VK_CONFIRMATION', 'VK_GROUP_TOKEN'],
  ['VK_INTENT', 'VK_GROUP_TOKEN'],
];

/** Reads `.env` of the working folder into the process, where there is one; variables that are set already win. */
export function loadEnvironmentFile(folder: string): void {
  const file = resolve(folder, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Checks every variable and names all wrong ones at once. Values never appear in the answer: they may be secrets. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const wrong: WrongVariable[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, { schema, mustBe }] of Object.entries(variables)) {
    const parsed = schema.safeParse(environment[name]);
    if (parsed.success) read[name] = parsed.data;
    else wrong.push({ name, mustBe });
  }
  wrong.push(...halfConfigured(environment));
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, config: assemble(read as Read) };
}

/** Each variable that is missing beside another, once, naming the first that asks for it. */
function halfConfigured(environment: Readonly<Record<string, string | undefined>>): WrongVariable[] {
  const isSet = (name: string) => (environment[name] ?? '') !== '';
  const missing = new Map<string, string>();
  for (const [set, needs] of TOGETHER) if (isSet(set) && !isSet(needs) && !missing.has(needs)) missing.set(needs, set);
  return [...missing].map(([name, set]) => ({
    name,
    mustBe: `set too, because ${set} is set (or leave both empty): ${variables[name as keyof Read].mustBe}`,
  }));
}

/** The one message that a wrong environment is answered with. */
export function explainWrong(wrong: readonly WrongVariable[]): string {
  const lines = wrong.map(({ name, mustBe }) => `  ${name} must be ${mustBe}.`);
  return [
    `Opora cannot start: ${wrong.length === 1 ? 'one setting is' : `${wrong.length} settings are`} wrong.`,
    ...lines,
    'Set them in the file .env of the folder you start from, or in the environment. The names and examples are in .env.example.',
  ].join('\n');
}

function assemble(read: Read): Config {
  const port = read.PORT ?? 3000;
  return {
    databaseUrl: read.DATABASE_URL ?? null,
    dataDir: resolve(read.DATA_DIR ?? './data'),
    host: read.HOST ?? '127.0.0.1',
    port,
    publicUrl: (read.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    region: read.REGION ?? 'bryansk',
    channelPolicy: read.CHANNEL_POLICY ?? 'open',
    telegram: read.TELEGRAM_BOT_TOKEN
      ? {
          token: read.TELEGRAM_BOT_TOKEN,
          apiRoot: 'https://api.telegram.org',
          ...rootOf(read.TELEGRAM_API_ROOT),
          webhookSecret: read.TELEGRAM_WEBHOOK_SECRET ?? null,
        }
      : null,
    max: read.MAX_BOT_TOKEN
      ? {
          token: read.MAX_BOT_TOKEN,
          ...rootOf(read.MAX_API_ROOT),
          webhookSecret: read.MAX_WEBHOOK_SECRET ?? null,
        }
      : null,
    viber: read.VIBER_AUTH_TOKEN ? { token: read.VIBER_AUTH_TOKEN, ...rootOf(read.VIBER_API_ROOT) } : null,
    vk:
      read.VK_GROUP_TOKEN && read.VK_GROUP_ID && read.VK_CALLBACK_SECRET
        ? {
            token: read.VK_GROUP_TOKEN,
            groupId: read.VK_GROUP_ID,
            ...rootOf(read.VK_API_ROOT),
            callbackSecret: read.VK_CALLBACK_SECRET,
            confirmation: read.VK_CONFIRMATION ?? null,
            intent: read.VK_INTENT ?? null,
          }
        : null,
    logLevel: read.LOG_LEVEL ?? 'info',
  };
}

function rootOf(address: string | undefined): { readonly apiRoot?: string } {
  return address === undefined ? {} : { apiRoot: address.replace(/\/+$/, '') };
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}
