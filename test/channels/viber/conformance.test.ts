/** Viber passes what every channel must. */
import { labelOf, type ViberPerson } from '../../support/viber-fake/person.ts';
import { describeChannel, type Person } from '../conformance.ts';
import { openViber } from './support/open-viber.ts';

function personOf(person: ViberPerson): Person {
  return {
    externalId: person.id,
    sendText: async (text) => person.sendText(text),
    press: async (label) => void person.press(label),
    // Viber gives words to pictures only, and names to files only.
    sendFile: async ({ name, bytes, caption }) =>
      caption === null ? person.sendFile({ name, bytes }) : person.sendPicture({ bytes, caption }),
    start: async (token) => person.open(token),
    seen: () =>
      Promise.all(
        person.seen().map(async ({ text, rows, file }) => {
          const fetched = await file;
          return {
            text,
            buttons: rows.map((row) =>
              row.map((button) => ({
                label: labelOf(button),
                url: button.ActionType === 'open-url' ? button.ActionBody : null,
              })),
            ),
            files: fetched === null ? [] : [fetched],
          };
        }),
      ),
    sendTooLarge: async () => person.sendLargeFile(20 * 1024 * 1024 + 1),
    sendUnsupported: async (what) => {
      if (what !== 'voice') person.sendUnsupported(what);
    },
    // No `sendContact`: nothing at Viber proves that a number is the sender's own (channels.md 8).
    block: async () => person.unsubscribe(),
    vanish: async () => person.vanish(),
  };
}

describeChannel('viber', {
  unsupported: ['sticker', 'video', 'location', 'other'],
  picturesHaveNoName: true,
  async open() {
    const opened = await openViber();
    const { fake, channel } = opened;
    return {
      channel: {
        ...channel,
        async send(message) {
          // What is sent is always kept: links lead to what is kept.
          for (const file of message.files) opened.keep(file.hash, await file.bytes());
          return channel.send(message);
        },
      },
      received: opened.inbox.rows,
      person: personOf(fake.person()),
      second: personOf(fake.person()),
      platform: {
        duplicateNext: () => fake.callbacks.duplicateNext(1),
        fail429: (times, seconds) =>
          fake.faults.next('send_message', { kind: 'http', code: 429, retryAfter: seconds }, times),
        fail5xx: (times) => fake.faults.next('send_message', { kind: 'http', code: 502 }, times),
      },
      close: () => opened.close(),
    };
  },
});
