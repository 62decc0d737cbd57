/** The table of channels: which settings open which messenger, and what each is given. `main.ts` opens them all, `cli/` looks at them one by one. */
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Deps } from './casework/deps.ts';
import type { AddressStatus, Clock, Database, Files, Received } from './casework/ports.ts';
import { createMaxChannel } from './channels/max/max-channel.ts';
import { createRoleMenus, hasRoleMenus } from './channels/telegram/role-menus.ts';
import { createTelegramChannel } from './channels/telegram/telegram-channel.ts';
import { createViberChannel } from './channels/viber/viber-channel.ts';
import type { ViberWelcome } from './channels/viber/welcome.ts';
import { createVkChannel } from './channels/vk/vk-channel.ts';
import { createWebChannel, pageWords, type WebChannel } from './channels/web/index.ts';
import type { Config } from './config.ts';
import type { Channel, ChannelTrouble, Messenger } from './delivery/channel.ts';
import { allowedReply, type ChannelPolicy, type PolicyLinks } from './delivery/channel-policy.ts';
import type { ChannelKind } from './dialogs/codes.ts';
import type { Option, Reply } from './dialogs/dialog.ts';
import { START } from './dialogs/options.ts';
import { goPress } from './dialogs/press.ts';
import { commandTexts } from './texts/command-texts.ts';
import type { Locales } from './texts/locales.ts';
import type { Texts } from './texts/render.ts';
import type { Language } from './texts/text.ts';

/** A channel of a foreign platform with its routes. */
export type RoutedMessenger = Messenger & { routes(app: FastifyInstance): void };

/** What every messenger is given. */
export interface MessengerDeps {
  readonly receive: (received: Received) => Promise<boolean>;
  readonly addressChanged: (channel: ChannelKind, externalId: string, status: AddressStatus) => Promise<void>;
  readonly trouble: (channel: ChannelKind, what: ChannelTrouble, begins: boolean) => void;
  readonly files: Pick<Files, 'read'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly texts: Texts;
  /** Where the policy sends people. */
  readonly links: () => PolicyLinks;
  readonly log: Logger;
}

/** The web chat: always open. */
function createWebChat(
  { publicUrl, databaseUrl }: Config,
  {
    database,
    files,
    clock,
    newId,
    channelLinks,
  }: Pick<Deps, 'database' | 'files' | 'clock' | 'newId' | 'channelLinks'>,
  {
    receive,
    addressChanged,
    locales,
    log,
  }: Pick<MessengerDeps, 'receive' | 'addressChanged' | 'log'> & { readonly locales: Locales },
): WebChannel {
  return createWebChannel({
    receive,
    addressChanged: (externalId, status) => addressChanged('web', externalId, status),
    database,
    files,
    clock,
    newId,
    publicUrl,
    links: channelLinks,
    log,
    words: pageWords(locales),
    secureCookies: publicUrl.startsWith('https:'),
    // One process: it knows of every message by itself.
    ...(databaseUrl === null ? { pollEveryMs: 0 } : {}),
  });
}

/** Every messenger that has a token, in the order people are offered them. Speaks to nobody before `start`, `check` or `connect`. */
export async function createMessengers(config: Config, deps: MessengerDeps): Promise<RoutedMessenger[]> {
  const { publicUrl, telegram, max, viber, vk } = config;
  const common = (channel: ChannelKind) => ({
    publicUrl,
    log: deps.log,
    now: () => deps.clock.now(),
    receive: deps.receive,
    commandTexts: (language: Language) => commandTexts(deps.texts, language),
    addressChanged: (externalId: string, status: 'active' | 'blocked') =>
      deps.addressChanged(channel, externalId, status),
    trouble: (what: ChannelTrouble, begins: boolean) => deps.trouble(channel, what, begins),
  });
  const made: RoutedMessenger[] = [];
  if (max) made.push(createMaxChannel({ ...common('max'), ...max }));
  if (vk) made.push(createVkChannel({ ...common('vk'), ...vk, groupId: Number(vk.groupId) }));
  if (telegram) made.push(await createTelegramChannel({ ...common('telegram'), ...telegram }));
  if (viber) {
    const { files, texts } = deps;
    const senderName = texts.render('ru', { key: 'channels:welcome.sender' });
    const welcome = (language: Language) => welcomeWords(config.channelPolicy, deps.links(), texts, language);
    made.push(createViberChannel({ ...common('viber'), ...viber, files, senderName, welcome }));
  }
  return made;
}

/** What Viber says to who opens the talk, in the answer to its own request: past delivery, so the policy is asked here too. */
function welcomeWords(
  policy: ChannelPolicy,
  links: PolicyLinks,
  texts: Texts,
  language: Language,
): ViberWelcome | null {
  const begin: Option = { label: { key: 'channels:welcome.begin' }, press: goPress(START) };
  const welcome: Reply = { texts: [{ key: 'channels:welcome.text' }], options: [[begin]], content: 'public' };
  const reply = allowedReply(policy, 'viber', welcome, true, links);
  if (reply === null) return null;
  const label = (option: Option) => texts.render(language, option.label);
  return {
    text: reply.texts.map((text) => texts.render(language, text)).join('\n\n'),
    begin: reply === welcome ? label(begin) : null,
    links: (reply.options ?? [])
      .flat()
      .flatMap((option) => (option.url === undefined ? [] : [{ label: label(option), url: option.url }])),
  };
}

/** Keeps what a platform says of a person who left or came back. */
function keepAddressChange(
  database: Pick<Database, 'transaction'>,
  clock: Pick<Clock, 'now'>,
): MessengerDeps['addressChanged'] {
  return (channel, externalId, status) =>
    database.transaction(async (stores) => {
      const { address } = await stores.people.meet(channel, externalId, clock.now());
      await stores.people.markAddress(address.id, status);
    });
}

/** What opening gives back and takes beside what a messenger needs. */
export interface OpenChannelsDeps extends Pick<MessengerDeps, 'receive' | 'trouble' | 'texts' | 'links' | 'log'> {
  /** Filled here: every open channel, those of them that are foreign platforms, and what some do after a message was dealt with. */
  readonly channels: Map<ChannelKind, Channel>;
  readonly messengers: Map<ChannelKind, RoutedMessenger>;
  readonly after: Map<ChannelKind, (externalId: string) => Promise<void>>;
  readonly locales: Locales;
  readonly showTrouble: (channel: ChannelKind, inTrouble: boolean) => void;
}

/** Makes the web chat and every messenger that has a token and hangs their routes; none listens before `start`. */
export async function openChannels(
  app: FastifyInstance,
  config: Config,
  deps: Deps,
  parts: OpenChannelsDeps,
): Promise<void> {
  const { database, clock, files } = deps;
  const { channels, messengers, after } = parts;
  const addressChanged = keepAddressChange(database, clock);
  const web = createWebChat(config, deps, { ...parts, addressChanged });
  channels.set('web', web);
  await app.register(web.routes);
  for (const messenger of await createMessengers(config, { ...parts, files, clock, addressChanged })) {
    channels.set(messenger.kind, messenger);
    messengers.set(messenger.kind, messenger);
    parts.showTrouble(messenger.kind, false);
    if (hasRoleMenus(messenger)) after.set(messenger.kind, createRoleMenus(database, clock, messenger));
    messenger.routes(app);
  }
}

/** Where the policy sends people: the address of the talk in MAX is asked of the platform until it is known. */
export function createPolicyLinks(
  publicUrl: string,
  max: () => Pick<Messenger, 'link'> | undefined,
): { readonly links: () => PolicyLinks; readonly look: () => Promise<void> } {
  let known: string | null = null;
  return {
    links: () => ({ webChat: publicUrl, max: known }),
    async look() {
      known ??= (await max()?.link(null)) ?? null;
    },
  };
}
