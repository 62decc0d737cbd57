/** The product without HTTP: a database in memory, a turned clock, and phones that talk through inbox, worker, outbox and sender. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Deps } from '../../src/casework/deps.ts';
import { refreshMessage } from '../../src/casework/notice/refresh-message.ts';
import { addOffice } from '../../src/casework/office/add-office.ts';
import { createJobWorker } from '../../src/casework/evaluation/job-worker.ts';
import type { Database, DocumentWriter, Instant } from '../../src/casework/ports.ts';
import { createInboxWorker } from '../../src/casework/talk/inbox-worker.ts';
import { timeZoneOf } from '../../src/casework/talk/zone.ts';
import { createTurnedClock, type TurnedClock } from '../../src/cli/turned-clock.ts';
import { openFiles } from '../../src/db/file-store.ts';
import { systemNewId } from '../../src/db/new-id.ts';
import type { Channel, OutgoingMessage, SendResult } from '../../src/delivery/channel.ts';
import { createChannelLinks } from '../../src/delivery/channel-links.ts';
import { createSender } from '../../src/delivery/send-due.ts';
import type { ChannelKind } from '../../src/dialogs/codes.ts';
import type { FileRef } from '../../src/dialogs/file-ref.ts';
import type { Input } from '../../src/dialogs/dialog.ts';
import { lawFor, REGIONS } from '../../src/law/index.ts';
import { planReminders } from '../../src/reminders/plan-reminders.ts';
import { loadLocales } from '../../src/texts/locales.ts';
import { createTexts } from '../../src/texts/render.ts';
import { openTestDatabase } from './database.ts';
import { plainDocuments } from './plain-documents.ts';

/** A person with a phone on the memory channel. */
export interface Phone {
  readonly externalId: string;
  /** Everything received, oldest first. */
  readonly seen: readonly OutgoingMessage[];
  /** Texts received since the last call. */
  news(): string[];
  last(): OutgoingMessage;
  start(token?: string): Promise<void>;
  say(text: string): Promise<void>;
  /** Presses a button of any message seen, the newest first, by a part of its label. */
  press(label: string): Promise<void>;
  photo(colour?: string): Promise<void>;
  send(input: Input, eventKey?: string): Promise<boolean>;
}

export interface TestOffice {
  readonly deps: Deps;
  readonly database: Database;
  readonly clock: TurnedClock;
  /** What the next sendings answer instead of being taken; shifted one by one. */
  readonly faults: SendResult[];
  /** A person with a phone; in another channel the same name is another person until they are linked. */
  phone(name: string, channel?: ChannelKind): Phone;
  /** Plans, works and sends until nothing is left to do now. */
  tick(): Promise<void>;
  /** Does the long work that was asked for, archives and batches, and sends what came of it. */
  work(): Promise<void>;
  /** Errors of the worker: a test that expects none looks here. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

/** What a test brings itself: a database that is open already, and the writer of papers where their files are looked at. */
export interface GivenParts {
  readonly opened?: { readonly database: Database; close(): Promise<void> };
  readonly documents?: DocumentWriter;
  /** Laws in place of the shipped ones. */
  readonly laws?: Deps['laws'];
}

const KINDS: readonly ChannelKind[] = ['web', 'telegram', 'max', 'viber', 'vk'];

/** Opens it at a moment; texts that are missing throw. */
export async function openTestOffice(startsAt: Instant, given: GivenParts = {}): Promise<TestOffice> {
  const opened = given.opened ?? (await openTestDatabase());
  const { database } = opened;
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-office-'));
  const clock = createTurnedClock(startsAt);
  const texts = createTexts(loadLocales(), (language, key) => {
    throw new Error(`no words for ${key} in ${language}`);
  });
  const laws = given.laws ?? (Object.fromEntries(REGIONS.map((region) => [region, lawFor(region)])) as Deps['laws']);
  const deps: Deps = {
    database,
    clock,
    newId: systemNewId,
    files: openFiles(dataDir),
    remoteFiles: { fetch: async () => ({ kind: 'gone' }) },
    documents:
      given.documents ?? plainDocuments({ qrPicture: () => picture('black'), linkSheet: () => picture('white') }),
    laws,
    defaultRegion: 'bryansk',
    publicUrl: 'http://localhost:3000',
    channelLinks: createChannelLinks({
      policy: 'open',
      publicUrl: 'http://localhost:3000',
      messengers: new Map([['telegram', { link: async (token) => `https://t.me/opora_bot?start=${token}` }]]),
    }),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  };
  const inboxes = new Map<string, OutgoingMessage[]>();
  const faults: SendResult[] = [];
  const channels = new Map(KINDS.map((kind) => [kind, memoryChannel(kind, inboxes, faults)]));
  const sender = createSender({
    ...deps,
    channels,
    render: (language, text) => texts.render(language, text),
    refresh: refreshMessage(deps),
    policy: 'open',
    links: () => ({ webChat: 'http://localhost:3000', max: null }),
    troubled: () => false,
    heard: () => {},
    timeZoneOf: (stores, person) => timeZoneOf(deps, stores, person),
    processName: 'test',
    log: { warn: () => {} },
    count: () => {},
  });
  const errors: unknown[] = [];
  const worker = createInboxWorker({
    ...deps,
    processName: 'test',
    atOnce: 1,
    onAnswered: () => {},
    onError: (_item, error) => errors.push(error),
  });
  const jobs = createJobWorker({
    ...deps,
    processName: 'test',
    onNews: () => {},
    onError: (_jobId, error) => errors.push(error),
  });
  const settle = async () => {
    worker.wake();
    await worker.idle();
    await sender.sendDue();
  };
  let events = 0;
  const receive = async (channel: ChannelKind, externalId: string, input: Input, eventKey: string) => {
    const fresh = await database.transaction((stores) =>
      stores.inbox.receive({ channel, eventKey, externalId, input, at: clock.now() }),
    );
    await settle();
    return fresh;
  };
  const phone = (name: string, channel: ChannelKind = 'web'): Phone => {
    const seen = inboxes.get(`${channel} ${name}`) ?? [];
    inboxes.set(`${channel} ${name}`, seen);
    let read = 0;
    const send = (input: Input, eventKey?: string) => {
      events += 1;
      return receive(channel, name, input, eventKey ?? `event-${events}`);
    };
    return {
      externalId: name,
      seen,
      news: () => {
        const fresh = seen.slice(read).map((message) => plain(message.text));
        read = seen.length;
        return fresh;
      },
      last: () => {
        const message = seen.at(-1);
        if (!message) throw new Error(`${name} has seen nothing`);
        return message;
      },
      start: async (token) => void (await send({ kind: 'start', token: token ?? null })),
      say: async (text) => void (await send({ kind: 'text', text })),
      press: async (label) => void (await send({ kind: 'press', payload: findButton(seen, label) })),
      photo: async (colour = 'red') => {
        const file = await deps.files.keep(await picture(colour), `${colour}.png`);
        if ('refused' in file) throw new Error('the test picture was refused');
        await send({ kind: 'file', file: file satisfies FileRef, caption: null });
      },
      send,
    };
  };
  return {
    deps,
    database,
    clock,
    faults,
    phone,
    errors,
    tick: async () => {
      await planReminders(deps);
      await settle();
    },
    work: async () => {
      jobs.wake();
      await jobs.idle();
      await settle();
    },
    close: async () => {
      await opened.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An office with a head's link, as the operator opens it. */
export async function openOffice(
  office: TestOffice,
  region = 'bryansk',
  municipality: string | null = null,
): Promise<{ officeId: string; headToken: string }> {
  const added = await addOffice(office.deps, {
    region,
    municipality,
    name: 'Отдел для проверки',
    address: null,
    phone: '+7 483 200-00-00',
    hours: null,
    headName: 'Начальникова Нина',
    headPosition: 'начальник отдела',
    language: 'ru',
    isDemo: false,
  });
  return { officeId: added.office.id, headToken: tokenOf(added.handout.url) };
}

/** The token of a personal link. */
export function tokenOf(url: string): string {
  return new URL(url).searchParams.get('start') ?? '';
}

/** No-break spaces as plain ones, so that tests read as they are written. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function findButton(seen: readonly OutgoingMessage[], label: string): string {
  for (const message of seen.toReversed()) {
    const found = message.buttons.flat().find((button) => plain(button.label).includes(label));
    if (found) return found.press;
  }
  const offered = seen
    .at(-1)
    ?.buttons.flat()
    .map((button) => button.label)
    .join(' | ');
  throw new Error(`no button «${label}»; the last message offers: ${offered}\n${seen.at(-1)?.text}`);
}

function memoryChannel(kind: ChannelKind, inboxes: Map<string, OutgoingMessage[]>, faults: SendResult[]): Channel {
  return {
    kind,
    can: { textLimit: 4000, buttonsPerRow: 4, buttonsInAll: 60, labelLimit: 80, fileLimit: 20_000_000 },
    ready: () => true,
    close: async () => {},
    fetchFile: async () => ({ kind: 'gone' }),
    send: async (message) => {
      const fault = faults.shift();
      if (fault) return fault;
      const seen = inboxes.get(`${kind} ${message.externalId}`) ?? [];
      seen.push(message);
      inboxes.set(`${kind} ${message.externalId}`, seen);
      return { kind: 'sent', messageId: message.id };
    },
  };
}

async function picture(colour: string): Promise<Uint8Array> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: colour } })
    .png()
    .toBuffer();
}
