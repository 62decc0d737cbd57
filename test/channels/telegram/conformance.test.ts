/** Telegram passes what every channel must, both ways of receiving. */
import type { TelegramPerson } from '../../support/telegram-fake/person.ts';
import { describeChannel, type Harness, type Person } from '../conformance.ts';
import { openTelegram } from './support/open-telegram.ts';

function personOf(person: TelegramPerson): Person {
  return {
    externalId: String(person.id),
    sendText: async (text) => person.sendText(text),
    press: async (label) => void person.press(label),
    sendFile: async ({ name, bytes, caption }) => person.sendDocument({ name, bytes, mediaType: 'image/png', caption }),
    start: async (token) => person.start(token),
    seen: async () =>
      person.seen().map(({ text, buttons, files }) => ({
        text,
        buttons: buttons.map((row) =>
          row.map((button) => ({ label: button.text, url: 'url' in button ? button.url : null })),
        ),
        files,
      })),
    sendTooLarge: async () => person.sendLargeDocument(20 * 1024 * 1024 + 1),
    sendUnsupported: async (what) => person.sendUnsupported(what),
    sendContact: async (contact) => person.sendContact(contact),
    block: async () => person.block(),
    vanish: async () => person.deactivate(),
  };
}

function harness(by: 'polling' | 'webhook'): Harness {
  return {
    unsupported: ['sticker', 'voice', 'video', 'location', 'other'],
    async open() {
      const opened = await openTelegram({ by });
      const { fake } = opened;
      return {
        channel: opened.channel,
        received: opened.inbox.rows,
        person: personOf(fake.person()),
        second: personOf(fake.person()),
        platform: {
          duplicateNext: () => fake.updates.duplicateNext(1),
          fail429: (times, seconds) =>
            fake.faults.next(
              'send*',
              { kind: 'answer', code: 429, description: 'Too Many Requests', retryAfter: seconds },
              times,
            ),
          fail5xx: (times) =>
            fake.faults.next('send*', { kind: 'answer', code: 502, description: 'Bad Gateway' }, times),
        },
        close: () => opened.close(),
      };
    },
  };
}

describeChannel('telegram by polling', harness('polling'));
describeChannel('telegram by webhook', harness('webhook'));
