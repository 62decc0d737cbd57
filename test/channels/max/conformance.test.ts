/** MAX passes what every channel must, both ways of receiving, and with bodies cut inside a character. */
import type { MaxPerson } from '../../support/max-fake/person.ts';
import { describeChannel, type Harness, type Person } from '../conformance.ts';
import { openMax } from './support/open-max.ts';

function personOf(person: MaxPerson): Person {
  return {
    externalId: person.id,
    sendText: async (text) => person.sendText(text),
    press: async (label) => void person.press(label),
    sendFile: async (file) => person.sendFile(file),
    start: async (token) => person.start(token),
    seen: async () =>
      person.seen().map(({ text, buttons, files }) => ({
        text,
        buttons: buttons.map((row) => row.map((button) => ({ label: button.text, url: button.url ?? null }))),
        files,
      })),
    sendTooLarge: async () =>
      person.sendFile({ name: 'скан.pdf', bytes: Buffer.from('-'), size: 20 * 1024 * 1024 + 1 }),
    sendUnsupported: async (what) => person.sendUnsupported(what),
    sendContact: async (contact) => person.sendContact(contact),
    block: async () => person.stop(),
  };
}

function harness(by: 'polling' | 'webhook', split: boolean): Harness {
  return {
    unsupported: ['sticker', 'voice', 'video', 'location', 'other'],
    async open() {
      const opened = await openMax({ by });
      const { fake } = opened;
      if (split) fake.webhook.splitBodies();
      return {
        channel: opened.channel,
        received: opened.inbox.rows,
        person: personOf(fake.person()),
        second: personOf(fake.person()),
        platform: {
          duplicateNext: () => fake.events.duplicateNext(1),
          fail429: (times, seconds) =>
            fake.faults.next(
              'POST /messages',
              { kind: 'answer', status: 429, code: 'too.many.requests', retryAfter: seconds },
              times,
            ),
          fail5xx: (times) => fake.faults.next('POST /messages', { kind: 'answer', status: 503 }, times),
        },
        close: () => opened.close(),
      };
    },
  };
}

describeChannel('max by polling', harness('polling', false));
describeChannel('max by webhook, in pieces', harness('webhook', true));
