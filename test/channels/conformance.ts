/**
 * What every channel must pass, however its platform works. A harness plays the platform and the person on it; the suite
 * knows only `Channel` and what the inbox was given. A new channel brings a harness and calls `describeChannel`.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Received } from '../../src/casework/ports.ts';
import type { Channel, OutgoingMessage, SendResult } from '../../src/delivery/channel.ts';
import type { Input } from '../../src/dialogs/dialog.ts';
import { DOT_PNG } from './support/memory-files.ts';

type Unsupported = Extract<Input, { kind: 'unsupported' }>['what'];

/** A message as the person's application shows it. */
export interface SeenMessage {
  readonly text: string;
  /** Rows as shown; `url` where the button opens an address. */
  readonly buttons: readonly (readonly { readonly label: string; readonly url: string | null }[])[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** One person on the platform; every deed goes the whole way through the platform's own protocol. */
export interface Person {
  /** The address the channel must report for this person. */
  readonly externalId: string;
  sendText(text: string): Promise<void>;
  /** Presses the button with this label in the newest message that has it. */
  press(label: string): Promise<void>;
  sendFile(file: { readonly name: string; readonly bytes: Uint8Array; readonly caption: string | null }): Promise<void>;
  /** Opens the deep link and goes on inside the channel; null: starts without a token. */
  start(token: string | null): Promise<void>;
  /** What Opora has sent, oldest first; the person's own messages are left out. */
  seen(): Promise<readonly SeenMessage[]>;
  /** A file above the platform's or our limit. */
  sendTooLarge?(): Promise<void>;
  sendUnsupported?(what: Unsupported): Promise<void>;
  sendContact?(contact: { readonly phone: string; readonly own: boolean }): Promise<void>;
  /** Blocks the bot or leaves. */
  block?(): Promise<void>;
  /** The account is gone for good. */
  vanish?(): Promise<void>;
}

/** Misfortunes the platform can be asked for. Absent where they cannot happen. */
export interface Platform {
  /** The person's next event is delivered twice. */
  duplicateNext(): void;
  /** The next `times` sendings are answered "too many, wait so many seconds". */
  fail429?(times: number, seconds: number): void;
  /** The next `times` sendings are answered with a server error. */
  fail5xx?(times: number): void;
  /** So much time passes that the platform lets nobody write first. */
  passSilence?(): void;
}

export interface Opened {
  readonly channel: Channel;
  /** Rows of the inbox, oldest first, duplicates already dropped (`support/memory-inbox.ts`). */
  readonly received: () => readonly Received[];
  /** Bytes the channel kept itself (input `file`); channels that leave files on the platform need none. */
  readonly kept?: (hash: string) => Promise<Uint8Array | null>;
  readonly person: Person;
  readonly second: Person;
  readonly platform: Platform;
  close(): Promise<void>;
}

export interface Harness {
  /** Kinds the person can send that Opora does not take. */
  readonly unsupported: readonly Unsupported[];
  /** True where the platform shows a picture without any name. */
  readonly picturesHaveNoName?: boolean;
  open(): Promise<Opened>;
}

const SENTENCE =
  'Здравствуйте! Доход за июль — 12 500,50 ₽ 🙂 «всё верно» <b>не жирный</b> & *не курсив* _тоже_ [нет](x) ё';

/** Runs the suite against one channel. */
export function describeChannel(name: string, harness: Harness): void {
  describe(`channel ${name}`, () => {
    let opened: Opened | null = null;
    let count = 0;
    const open = async (): Promise<Opened> => {
      opened = await harness.open();
      return opened;
    };
    afterEach(async () => {
      await opened?.close();
      opened = null;
    });
    const message = (to: Person, parts: Partial<OutgoingMessage>): OutgoingMessage => {
      count += 1;
      const at = '2026-11-22T06:00:00.000Z';
      return { id: `m${count}`, externalId: to.externalId, text: '', buttons: [], files: [], at, ...parts };
    };

    describe('in', () => {
      test('a text comes in exactly as it was written', async () => {
        const { person, received } = await open();
        await person.sendText(SENTENCE);
        const row = await only(received);
        expect(row.input).toEqual({ kind: 'text', text: SENTENCE });
        expect(row.externalId).toBe(person.externalId);
        expect(row.eventKey).not.toBe('');
        expect(row.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      });

      test('lines of a text stay lines', async () => {
        const { person, received } = await open();
        await person.sendText('первая\nвторая');
        expect((await only(received)).input).toEqual({ kind: 'text', text: 'первая\nвторая' });
      });

      test('a start with a token keeps the token to the letter', async () => {
        const { person, received } = await open();
        const token = 'aZ09_-bcdefghijklmnopqrstuvwxyzA';
        await person.start(token);
        expect((await only(received)).input).toEqual({ kind: 'start', token });
      });

      test('a start without a token has none', async () => {
        const { person, received } = await open();
        await person.start(null);
        expect((await only(received)).input).toEqual({ kind: 'start', token: null });
      });

      test('a file comes in with its name and every byte', async () => {
        const { person, received, channel, kept } = await open();
        await person.sendFile({ name: 'Справка за июль.png', bytes: DOT_PNG, caption: null });
        const { input } = await only(received);
        if (input.kind === 'file') {
          expect(input.file).toMatchObject({
            name: 'Справка за июль.png',
            size: DOT_PNG.length,
            mediaType: 'image/png',
          });
          expect(input.caption).toBeNull();
          expect(same(await kept?.(input.file.hash), DOT_PNG)).toBe(true);
          return;
        }
        expect(input).toMatchObject({ kind: 'remote-file', name: 'Справка за июль.png', caption: null });
        if (input.kind !== 'remote-file') return;
        expect(input.ref).not.toMatch(/https?:|token/i);
        const fetched = await channel.fetchFile(input.ref);
        expect(fetched.kind).toBe('bytes');
        expect(fetched.kind === 'bytes' && same(fetched.bytes, DOT_PNG)).toBe(true);
      });

      test('words written under a file come with it', async () => {
        const { person, received } = await open();
        await person.sendFile({ name: 'a.png', bytes: DOT_PNG, caption: 'это за июль' });
        const rows = await atLeast(received, 1);
        const captions = rows.map(({ input }) =>
          'caption' in input ? input.caption : input.kind === 'text' ? input.text : null,
        );
        expect(captions).toContain('это за июль');
      });

      test('a file that is too large is refused kindly, not dropped', async ({ skip }) => {
        const { person, received, channel } = await open();
        if (person.sendTooLarge === undefined) return skip('this platform cannot');
        await person.sendTooLarge();
        const { input } = await only(received);
        if (input.kind === 'remote-file') expect(await channel.fetchFile(input.ref)).toEqual({ kind: 'too-large' });
        else expect(input).toEqual({ kind: 'file-refused', why: 'too-large' });
      });

      test('a file nobody has is gone', async () => {
        const { channel } = await open();
        expect(await channel.fetchFile('no-such-file')).toEqual({ kind: 'gone' });
      });

      test.each(harness.unsupported.map((what) => ({ what })))(
        'what we do not take is named: $what',
        async ({ what }) => {
          const { person, received } = await open();
          await person.sendUnsupported?.(what);
          expect((await only(received)).input).toEqual({ kind: 'unsupported', what });
        },
      );

      test.for([{ own: true }, { own: false }])(
        'a contact says whether it is the sender’s own: $own',
        async ({ own }, { skip }) => {
          const { person, received } = await open();
          if (person.sendContact === undefined) return skip('this platform cannot');
          await person.sendContact({ phone: '+79005553535', own });
          expect((await only(received)).input).toMatchObject({ kind: 'contact', own });
        },
      );

      test('an event that comes twice is kept once', async () => {
        const { person, received, platform } = await open();
        platform.duplicateNext();
        await person.sendText('один раз');
        await person.sendText('конец');
        const rows = await atLeast(received, 2);
        await settle();
        expect(received()).toHaveLength(2);
        expect(rows.map(({ input }) => input)).toEqual([
          { kind: 'text', text: 'один раз' },
          { kind: 'text', text: 'конец' },
        ]);
      });

      test('the same words sent twice by the person are two events, in order', async () => {
        const { person, received } = await open();
        for (const text of ['да', 'да', 'нет']) await person.sendText(text);
        const rows = await atLeast(received, 3);
        expect(rows.map(({ input }) => (input.kind === 'text' ? input.text : ''))).toEqual(['да', 'да', 'нет']);
        expect(new Set(rows.map((row) => row.eventKey)).size).toBe(3);
      });

      test('two people are told apart', async () => {
        const { person, second, received } = await open();
        await person.sendText('первый');
        await second.sendText('второй');
        const rows = await atLeast(received, 2);
        expect(rows.map((row) => row.externalId).sort()).toEqual([person.externalId, second.externalId].sort());
      });
    });

    describe('out', () => {
      test('a text is shown exactly, with no markup read into it', async () => {
        const { channel, person } = await open();
        sent(await channel.send(message(person, { text: `${SENTENCE}\n\nвторой абзац` })));
        expect((await seen(person, 1)).map((shown) => shown.text)).toEqual([`${SENTENCE}\n\nвторой абзац`]);
      });

      test('a text as long as the channel promises is taken whole', async () => {
        const { channel, person } = await open();
        const text = 'Длинный текст. '
          .repeat(channel.can.textLimit)
          .slice(0, channel.can.textLimit - 1)
          .concat('!');
        sent(await channel.send(message(person, { text })));
        expect((await seen(person, 1)).map((shown) => shown.text).join('')).toBe(text);
      });

      test('buttons are shown in their rows and give back their payload', async () => {
        const { channel, person, received } = await open();
        const press = `g.${'x'.repeat(62)}`;
        const buttons = [
          [button('Подтвердить июль', press), button('Позже', 'm.1.cancel')].slice(0, channel.can.buttonsPerRow),
          [button('Меню 🏠', 'g.menu')],
        ];
        sent(await channel.send(message(person, { text: 'Что дальше?', buttons })));
        const shown = (await seen(person, 1))[0];
        expect(shown?.buttons.map((row) => row.map(({ label }) => label))).toEqual(
          buttons.map((row) => row.map(({ label }) => label)),
        );
        await person.press('Подтвердить июль');
        await person.press('Меню 🏠');
        const rows = await atLeast(received, 2);
        expect(rows.map(({ input }) => input)).toEqual([
          { kind: 'press', payload: press },
          { kind: 'press', payload: 'g.menu' },
        ]);
      });

      test('a button pressed twice is two events', async () => {
        const { channel, person, received } = await open();
        sent(await channel.send(message(person, { text: 'Меню', buttons: [[button('Ещё', 'g.menu')]] })));
        await seen(person, 1);
        await person.press('Ещё');
        await person.press('Ещё');
        expect(await atLeast(received, 2)).toHaveLength(2);
      });

      test('as many buttons as the channel promises are shown', async () => {
        const { channel, person } = await open();
        const labels = Array.from({ length: Math.min(channel.can.buttonsInAll, 30) }, (_, at) => `Кнопка ${at + 1}`);
        const buttons = labels.map((label, at) => [button(label, `c.1.k${at}`)]);
        sent(await channel.send(message(person, { text: 'Выберите', buttons })));
        const shown = (await seen(person, 1)).flatMap((one) => one.buttons.flat().map(({ label }) => label));
        expect(shown).toEqual(labels);
      });

      test('a label as long as the channel promises is shown whole', async () => {
        const { channel, person } = await open();
        const label = 'Длинная подпись '
          .repeat(channel.can.labelLimit)
          .slice(0, channel.can.labelLimit - 1)
          .concat('!');
        sent(await channel.send(message(person, { text: 'Выберите', buttons: [[button(label, 'g.menu')]] })));
        expect((await seen(person, 1))[0]?.buttons.flat()[0]?.label).toBe(label);
      });

      test('a link is a button that opens its address', async () => {
        const { channel, person } = await open();
        const link = { label: 'Открыть', press: 'g.menu', url: 'https://example.org/opora?a=1&b=2' };
        sent(await channel.send(message(person, { text: 'Ссылка', buttons: [[link]] })));
        expect((await seen(person, 1))[0]?.buttons.flat()[0]?.url).toBe(link.url);
      });

      test('a file goes out with its name and every byte', async () => {
        const { channel, person } = await open();
        const file = await outgoing('Лист со ссылкой.png', DOT_PNG);
        sent(await channel.send(message(person, { text: 'Ваш лист', files: [file] })));
        const shown = await vi.waitFor(async () => {
          const files = (await person.seen()).flatMap((one) => one.files);
          expect(files).toHaveLength(1);
          return files[0];
        }, WAIT);
        expect(shown?.name).toBe(harness.picturesHaveNoName === true ? '' : 'Лист со ссылкой.png');
        expect(same(shown?.bytes, DOT_PNG)).toBe(true);
        expect((await person.seen()).map((one) => one.text).join('')).toBe('Ваш лист');
      });

      test('files with no words go out too, in order', async () => {
        const { channel, person } = await open();
        const second = Uint8Array.from([...DOT_PNG, 0]);
        const files = [await outgoing('1.png', DOT_PNG), await outgoing('2.png', second)];
        sent(await channel.send(message(person, { files })));
        await vi.waitFor(async () => {
          const shown = (await person.seen()).flatMap((one) => one.files);
          const names = harness.picturesHaveNoName === true ? ['', ''] : ['1.png', '2.png'];
          expect(shown.map((file) => file.name)).toEqual(names);
          expect(shown.map((file) => file.bytes.length)).toEqual([DOT_PNG.length, second.length]);
        }, WAIT);
      });

      test('messages are shown in the order they were sent, each to its own person', async () => {
        const { channel, person, second } = await open();
        for (const text of ['раз', 'два']) sent(await channel.send(message(person, { text })));
        sent(await channel.send(message(second, { text: 'чужое' })));
        expect((await seen(person, 2)).map((shown) => shown.text)).toEqual(['раз', 'два']);
        expect((await seen(second, 1)).map((shown) => shown.text)).toEqual(['чужое']);
      });
    });

    describe('misfortunes', () => {
      test('a person who left is unreachable until they come back', async ({ skip }) => {
        const { channel, person } = await open();
        if (person.block === undefined) return skip('this platform cannot');
        await person.block();
        expect(await channel.send(message(person, { text: 'вы здесь?' }))).toMatchObject({
          kind: 'unreachable',
          status: 'blocked',
        });
      });

      test('an account that is gone is unreachable for good', async ({ skip }) => {
        const { channel, person } = await open();
        if (person.vanish === undefined) return skip('this platform cannot');
        await person.vanish();
        expect(await channel.send(message(person, { text: 'вы здесь?' }))).toMatchObject({
          kind: 'unreachable',
          status: 'dead',
        });
      });

      test('"too many" holds the message back for as long as the platform asks, and it goes out then', async ({
        skip,
      }) => {
        const { channel, person, platform } = await open();
        if (platform.fail429 === undefined) return skip('this platform cannot');
        platform.fail429(1, 7);
        const held = message(person, { text: 'подождём' });
        expect(await channel.send(held)).toMatchObject({ kind: 'later', afterSeconds: 7 });
        expect(await person.seen()).toEqual([]);
        sent(await channel.send(held));
        expect((await seen(person, 1)).map((shown) => shown.text)).toEqual(['подождём']);
      });

      test('a server error leaves it unknown whether the message was sent', async ({ skip }) => {
        const { channel, person, platform } = await open();
        if (platform.fail5xx === undefined) return skip('this platform cannot');
        platform.fail5xx(1);
        expect(await channel.send(message(person, { text: 'ау' }))).toMatchObject({ kind: 'unknown' });
      });

      test('silence closes the window, and a word of the person opens it again', async ({ skip }) => {
        const { channel, person, platform, received } = await open();
        if (platform.passSilence === undefined) return skip('this platform cannot');
        platform.passSilence();
        const held = message(person, { text: 'пора подтвердить июль' });
        expect(await channel.send(held)).toMatchObject({ kind: 'window-closed' });
        expect(await person.seen()).toEqual([]);
        await person.sendText('я здесь');
        await atLeast(received, 1);
        sent(await channel.send(held));
        expect((await seen(person, 1)).map((shown) => shown.text)).toEqual(['пора подтвердить июль']);
      });

      test('why never carries what was said nor to whom', async ({ skip }) => {
        const { channel, person, platform } = await open();
        if (platform.fail5xx === undefined) return skip('this platform cannot');
        platform.fail5xx(1);
        const result = await channel.send(message(person, { text: 'тайна' }));
        expect(JSON.stringify(result)).not.toContain('тайна');
      });

      test('it is ready while open and not after', async () => {
        const { channel } = await open();
        expect(channel.ready()).toBe(true);
        await channel.close();
        expect(channel.ready()).toBe(false);
      });
    });
  });
}

const WAIT = { timeout: 5000, interval: 10 };

function button(label: string, press: string): { label: string; press: string; url: null } {
  return { label, press, url: null };
}

async function outgoing(name: string, bytes: Uint8Array): Promise<OutgoingMessage['files'][number]> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  const hash = Buffer.from(digest).toString('hex');
  return { hash, name, mediaType: 'image/png', size: bytes.length, bytes: async () => bytes };
}

function sent(result: SendResult): void {
  expect(result.kind).toBe('sent');
}

async function only(received: () => readonly Received[]): Promise<Received> {
  const rows = await atLeast(received, 1);
  expect(rows).toHaveLength(1);
  const row = rows[0];
  if (row === undefined) throw new Error('nothing came in');
  return row;
}

async function atLeast(received: () => readonly Received[], count: number): Promise<readonly Received[]> {
  return vi.waitFor(() => {
    expect(received().length).toBeGreaterThanOrEqual(count);
    return received();
  }, WAIT);
}

async function seen(person: Person, count: number): Promise<readonly SeenMessage[]> {
  return vi.waitFor(async () => {
    const shown = await person.seen();
    expect(shown.length).toBeGreaterThanOrEqual(count);
    return shown;
  }, WAIT);
}

function same(left: Uint8Array | null | undefined, right: Uint8Array): boolean {
  return left !== null && left !== undefined && Buffer.compare(left, right) === 0;
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}
