import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Update } from 'grammy/types';
import type { Deps } from '../../src/casework/deps.ts';
import { refreshMessage } from '../../src/casework/notice/refresh-message.ts';
import { createInboxWorker } from '../../src/casework/talk/inbox-worker.ts';
import { timeZoneOf } from '../../src/casework/talk/zone.ts';
import type { RawApi } from 'grammy';
import { createSend } from '../../src/channels/telegram/send.ts';
import type { TelegramApi } from '../../src/channels/telegram/telegram-api.ts';
import { translateUpdate } from '../../src/channels/telegram/translate-in.ts';
import { TELEGRAM_CAN } from '../../src/channels/telegram/translate-out.ts';
import type { OpenDatabase } from '../../src/db/client.ts';
import { openFiles } from '../../src/db/file-store.ts';
import { systemNewId } from '../../src/db/new-id.ts';
import { systemClock } from '../../src/db/system-clock.ts';
import type { Channel, OutgoingMessage } from '../../src/delivery/channel.ts';
import { oneAtATime } from '../../src/delivery/one-at-a-time.ts';
import { createSender } from '../../src/delivery/send-due.ts';
import { REGIONS, lawFor } from '../../src/law/index.ts';
import type { Law } from '../../src/engine/law.ts';
import { loadLocales } from '../../src/texts/locales.ts';
import { createTexts } from '../../src/texts/render.ts';

/** A talk partner whose turns are measured. */
export interface Talker {
  /** Takes updates of different people that came at one moment; comes back when every one is answered. */
  answer(updates: readonly Update[]): Promise<void>;
  /** The message a person saw last. */
  shown(person: number): OutgoingMessage | undefined;
}

const PROCESS_NAME = 'bench';

/**
 * The product without HTTP: an update is translated, kept in the inbox, talked through, kept in the outbox, sent by
 * Telegram's own sender into a platform that answers at once. Assembled as `main.ts` does.
 */
export function oporaTalker(database: OpenDatabase, dataDir: string): Talker {
  const last = new Map<string, OutgoingMessage>();
  const { deps, texts } = assemble(database, dataDir);
  const send = createSend(INSTANT_API, () => {});
  const channel: Channel = {
    kind: 'telegram',
    can: TELEGRAM_CAN,
    send: (message) => {
      last.set(message.externalId, message);
      return send(message);
    },
    fetchFile: async () => ({ kind: 'gone' }),
    ready: () => true,
    close: async () => {},
  };
  const sender = createSender({
    ...deps,
    channels: new Map([[channel.kind, channel]]),
    render: (language, text) => texts.render(language, text),
    refresh: refreshMessage(deps),
    policy: 'open',
    links: () => ({ webChat: 'http://localhost:3000', max: null }),
    troubled: () => false,
    heard: () => {},
    timeZoneOf: (stores, person) => timeZoneOf(deps, stores, person),
    processName: PROCESS_NAME,
    log: { warn: refuseToGoOn },
    count: () => {},
  });
  const sendDue = oneAtATime(() => sender.sendDue());
  const worker = createInboxWorker({
    ...deps,
    processName: PROCESS_NAME,
    atOnce: database.kind === 'embedded' ? 1 : 4,
    onAnswered: () => void sendDue(),
    onError: (_item, error) => refuseToGoOn(error),
  });
  const take = async (update: Update) => {
    const arrival = translateUpdate(update);
    if (arrival.kind !== 'input') throw new Error('the bench writes only what a person may write');
    const { eventKey, externalId, input } = arrival;
    const received = { channel: 'telegram', eventKey, externalId, input, at: deps.clock.now() } as const;
    await database.transaction((stores) => stores.inbox.receive(received));
    worker.wake();
  };
  return {
    async answer(updates) {
      await Promise.all(updates.map(take));
      await worker.idle();
      await sendDue();
    },
    shown: (person) => last.get(String(person)),
  };
}

function assemble(database: OpenDatabase, dataDir: string) {
  const laws: Record<string, Law> = {};
  for (const region of REGIONS) {
    const law = lawFor(region);
    if (law !== null) laws[region] = law;
  }
  const deps: Deps = {
    database,
    clock: systemClock,
    newId: systemNewId,
    files: openFiles(join(dataDir, 'files')),
    remoteFiles: { fetch: async () => ({ kind: 'gone' }) },
    // Nothing on the way of a turn writes a document.
    documents: new Proxy({} as Deps['documents'], { get: () => refuseToGoOn }),
    laws,
    defaultRegion: 'bryansk',
    publicUrl: 'https://opora.example',
    channelLinks: { open: () => ['web'], link: async () => null },
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  };
  const texts = createTexts(loadLocales(), (_language, key) => refuseToGoOn(key));
  return { deps, texts };
}

/** A platform with no network in between. */
const INSTANT_API: TelegramApi = {
  call: async (_seconds, work) => ({ kind: 'done', value: await work(INSTANT_RAW, undefined) }),
};
const INSTANT_RAW = new Proxy({} as RawApi, {
  get: () => async () => ({ message_id: 1, date: 1, chat: { id: 1, type: 'private', first_name: '' } }),
});

/** A turn that went wrong is not a turn: the figures would be worth nothing. */
function refuseToGoOn(...what: readonly unknown[]): never {
  throw new Error(`the bench met a failure: ${JSON.stringify(what)}`);
}
