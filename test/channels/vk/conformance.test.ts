/** VK passes what every channel must. */
import type { VkPerson } from '../../support/vk-fake/person.ts';
import { DAY } from '../../support/vk-fake/world.ts';
import { describeChannel, type Person } from '../conformance.ts';
import { openVk } from './support/open-vk.ts';

function personOf(person: VkPerson): Person {
  return {
    externalId: String(person.id),
    sendText: async (text) => person.sendText(text),
    press: async (label) => void person.press(label),
    sendFile: async ({ name, bytes, caption }) => person.sendFiles([{ as: 'doc', name, bytes }], caption),
    start: async (token) => person.start(token),
    seen: async () =>
      person.seen().map(({ text, buttons, files }) => ({
        text,
        buttons: buttons.map((row) => row.map(({ label, url }) => ({ label, url }))),
        files,
      })),
    sendTooLarge: async () => person.sendLargeDocument(20 * 1024 * 1024 + 1),
    sendUnsupported: async (what) => person.sendUnsupported(what),
    block: async () => person.deny(),
    vanish: async () => person.deleteAccount(),
  };
}

describeChannel('vk', {
  unsupported: ['sticker', 'voice', 'video', 'location', 'other'],
  async open() {
    const { fake, channel, inbox, pass, close } = await openVk();
    return {
      channel,
      received: inbox.rows,
      person: personOf(fake.person()),
      second: personOf(fake.person()),
      platform: {
        duplicateNext: () => fake.events.duplicateNext(1),
        fail429: (times, seconds) =>
          fake.faults.next('messages.send', { kind: 'status', status: 429, retryAfter: seconds }, times),
        fail5xx: (times) => fake.faults.next('messages.send', { kind: 'status', status: 502 }, times),
        passSilence: () => pass(DAY + 1),
      },
      close,
    };
  },
});
