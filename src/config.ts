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
  readonly telegram: TelegramConfig | null;
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

const httpAddress = z.string().refine((text) => /^https?:$/.test(protocolOf(text)));
const databaseAddress = z.string().refine((text) => /^postgres(ql)?:$/.test(protocolOf(text)));
const safeSecret = z.string().regex(/^[A-Za-z0-9_-]{1,256}$/);

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
  TELEGRAM_API_ROOT: { schema: optional(httpAddress), mustBe: 'an address that starts with http:// or https://' },
  TELEGRAM_WEBHOOK_SECRET: { schema: optional(safeSecret), mustBe: '1 to 256 characters A-Z a-z 0-9 _ -' },
  LOG_LEVEL: {
    schema: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
    mustBe: 'one of fatal, error, warn, info, debug, trace, silent',
  },
} as const;

type Read = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> };

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
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, config: assemble(read as Read) };
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
          apiRoot: (read.TELEGRAM_API_ROOT ?? 'https://api.telegram.org').replace(/\/+$/, ''),
          webhookSecret: read.TELEGRAM_WEBHOOK_SECRET ?? null,
        }
      : null,
    logLevel: read.LOG_LEVEL ?? 'info',
  };
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}
