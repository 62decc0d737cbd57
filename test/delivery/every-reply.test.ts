/**
 * Every reply of every dialog, on every channel, under every policy: what leaves is what the policy allows, whole, and within the limits
 * of the platform. And nothing about a person stands where others may read it: payloads, addresses, public replies.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_CAN } from '../../src/channels/max/translate-out.ts';
import { TELEGRAM_CAN } from '../../src/channels/telegram/translate-out.ts';
import { VIBER_CAN } from '../../src/channels/viber/translate-out.ts';
import { VK_CAN } from '../../src/channels/vk/translate-out.ts';
import { WEB_CAN } from '../../src/channels/web/web-channel.ts';
import type { Capabilities } from '../../src/delivery/channel.ts';
import { allowedReply, type ChannelPolicy, isForeign } from '../../src/delivery/channel-policy.ts';
import { renderReply } from '../../src/delivery/render-reply.ts';
import type { ChannelKind } from '../../src/dialogs/codes.ts';
import type { Reply } from '../../src/dialogs/dialog.ts';
import { TEXTS } from '../support/texts.ts';
import { readTranscript, repliesOf, transcriptNames } from '../support/transcript.ts';

const SOURCE = join(import.meta.dirname, '../../src');
const LINKS = { webChat: 'https://opora.example', max: 'https://max.ru/opora' };
const POLICIES: readonly ChannelPolicy[] = ['open', 'public-only', 'ru-41fz'];
const CAN: { readonly [channel in ChannelKind]: Capabilities } = {
  web: WEB_CAN,
  max: MAX_CAN,
  vk: VK_CAN,
  telegram: TELEGRAM_CAN,
  viber: VIBER_CAN,
};
/** A platform poorer than any. */
const POOREST: Capabilities = { textLimit: 400, buttonsPerRow: 2, buttonsInAll: 4, labelLimit: 12, fileLimit: 1 };

/** How the people of the transcripts are called, reached and counted; beginnings, so that every case of a name is found. */
const ABOUT_PEOPLE = /Петров|Кузнецов|Ан Ольг|Сидоров|Белов|Ёлкин|Орлов|Иванов|Ким Ли|Корол[её]в|СК-2026|900[ -]?\d{3}/;

/** The menu comes in every transcript: each reply is looked at once. */
const REPLIES = [
  ...new Map(
    transcriptNames().flatMap((name) =>
      repliesOf(readTranscript(name)).map((reply) => [JSON.stringify(reply), { name, reply }] as const),
    ),
  ).values(),
];
const render = (reply: Reply, can: Capabilities) =>
  renderReply(reply, 'ru', can, (language, text) => TEXTS.render(language, text));
const presses = (reply: Reply) => (reply.options ?? []).flat().map(({ press }) => press);

it('there is much to walk', () => {
  expect(REPLIES.length).toBeGreaterThan(500);
  expect(Object.keys(CAN).toSorted()).toEqual(channelFolders());
});

describe.each(Object.entries(CAN) as [ChannelKind, Capabilities][])('%s', (channel, can) => {
  it.each(POLICIES)('under %s every reply is what may go there', (policy) => {
    const wrong = REPLIES.filter(
      ({ reply }) => !isRight(policy, channel, reply, true) || !isRight(policy, channel, reply, false),
    );
    expect(wrong).toEqual([]);
  });

  it('every reply, and every fixed answer, goes whole and fits', () => {
    const fixed = (['public-only', 'ru-41fz'] as const).flatMap((policy) => {
      const personal: Reply = { texts: [], content: 'personal' };
      const reply = allowedReply(policy, 'telegram', personal, true, LINKS);
      return reply ? [{ name: policy, reply }] : [];
    });
    expect(fixed).toHaveLength(2);
    expect([...REPLIES, ...fixed].flatMap(({ name, reply }) => misfits(name, reply, can))).toEqual([]);
  });

  // The application shows the last keyboard only: one that goes on in a further message would hide its beginning.
  it.runIf(channel === 'viber')('every keyboard fits one message', () => {
    expect(REPLIES.filter(({ reply }) => render(reply, can).some(({ isContinued }) => isContinued))).toEqual([]);
  });
});

it('even the poorest platform loses no choice', () => {
  expect(REPLIES.flatMap(({ name, reply }) => misfits(name, reply, POOREST))).toEqual([]);
});

it('what is called public says nothing about a person', () => {
  const wrong = REPLIES.filter(({ reply }) => reply.content === 'public')
    .flatMap(({ name, reply }) => render(reply, WEB_CAN).map((piece) => ({ name, said: JSON.stringify(piece) })))
    .filter(({ said }) => ABOUT_PEOPLE.test(said));
  expect(wrong).toEqual([]);
});

it('no payload and no address holds anything about a person', () => {
  const options = REPLIES.flatMap(({ reply }) => (reply.options ?? []).flat());
  expect(options.length).toBeGreaterThan(1000);
  // Names would not be ASCII; a phone and a sum would be a long row of digits.
  const wrong = options.filter(
    ({ press, url }) =>
      !/^[cegm]\.[\x21-\x7e]{1,62}$/.test(press) ||
      /(?<![a-z\d])\+?\d{6,}/i.test(press.replace(/^[cem]\.\d+\./, '')) ||
      !/^https?:\/\/[a-z0-9.:-]+\/?[a-z0-9/_.-]*(\?start=[A-Za-z0-9_-]{1,64})?$/i.test(url ?? 'https://none'),
  );
  expect(wrong).toEqual([]);
});

it('all of our own messages are personal, but the alarm of a channel', () => {
  const folder = join(SOURCE, 'dialogs/notice');
  const open = readdirSync(folder).filter((file) => readFileSync(join(folder, file), 'utf8').includes("'public'"));
  expect(open).toEqual(['channel-alarm.ts']);
});

describe('no way around the policy', () => {
  const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith(join('db', 'generated')))
    .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(SOURCE, file), 'utf8') }));
  const who = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  it('only delivery calls `send` of a channel', () => {
    // `reply.send` of the HTTP server is another matter, and what a channel does inside itself too.
    const callers = who(/(?<!\breply|\bresponse)(?<!\))\.send\(/).filter((file) => !file.startsWith('channels/'));
    expect(callers).toEqual(['delivery/send-due.ts']);
  });

  it('only the choice of the address asks the policy, and only the sender renders', () => {
    // Viber's welcome goes in the answer to its own request, past delivery: the table of channels asks the policy for it.
    expect(who(/\ballowedReply\(/).toSorted()).toEqual([
      'delivery/channel-policy.ts',
      'delivery/prepare-message.ts',
      'open-channels.ts',
    ]);
    expect(who(/\brenderReply\(/)).toEqual(['delivery/render-reply.ts', 'delivery/send-due.ts']);
  });

  it('a channel never sends by itself what nobody gave it', () => {
    const inChannels = sources.filter(({ file }) => file.startsWith('channels/'));
    // The words of a message come from delivery only: no channel renders a text of `locales/`.
    expect(inChannels.filter(({ text }) => /\.render\(/.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

function channelFolders(): string[] {
  return readdirSync(join(SOURCE, 'channels'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

function keyOf(reply: Reply | null): 'foreign' | 'elsewhere' | 'other' {
  const key = reply?.texts[0]?.key ?? '';
  if (key.startsWith('core:policy.foreign-messenger')) return 'foreign';
  return /^core:policy\.(personal|news)-elsewhere/.test(key) ? 'elsewhere' : 'other';
}

function isRight(policy: ChannelPolicy, channel: ChannelKind, reply: Reply, isAnswer: boolean): boolean {
  const allowed = allowedReply(policy, channel, reply, isAnswer, LINKS);
  if (policy === 'open' || !isForeign(channel)) return allowed === reply;
  if (policy === 'ru-41fz') return isAnswer ? keyOf(allowed) === 'foreign' : allowed === null;
  return reply.content === 'public' ? allowed === reply : keyOf(allowed) === 'elsewhere';
}

/** What of the reply is lost or too large for the platform. */
function misfits(name: string, reply: Reply, can: Capabilities): string[] {
  const pieces = render(reply, can);
  const shown = pieces.flatMap(({ buttons }) => buttons.flat());
  const lost = shown.map(({ press }) => press).join(' ') !== presses(reply).join(' ');
  const large = pieces.some(
    ({ text, buttons }) =>
      text.length > can.textLimit ||
      buttons.flat().length > can.buttonsInAll ||
      buttons.some((row) => row.length > can.buttonsPerRow),
  );
  const long = shown.some(({ label }) => label.length > can.labelLimit);
  return [lost ? 'lost' : '', large ? 'large' : '', long ? 'long' : '']
    .filter(Boolean)
    .map((what) => `${name}: ${what}`);
}
