/** The web chat as any channel: over HTTP, as its page speaks. */
import { randomUUID } from 'node:crypto';
import { describeChannel, type Person } from '../conformance.ts';
import { type PageClient, fileForm, openPage } from './support/page-client.ts';
import { startWebProgram } from './support/web-program.ts';

describeChannel('web', {
  // A page offers no stickers, voice or place.
  unsupported: [],
  async open() {
    const program = await startWebProgram();
    let twice = false;
    const send = async (client: PageClient, event: { [name: string]: unknown }): Promise<void> => {
      const eventKey = randomUUID();
      await client.event({ eventKey, ...event });
      // As a page does whose first try was kept but whose answer was lost.
      if (twice) await client.event({ eventKey, ...event });
      twice = false;
    };
    const person = async (): Promise<Person> => {
      const client = await openPage(program.address);
      const fromOpora = async () => (await client.history()).filter((message) => message.from === 'opora');
      return {
        externalId: client.externalId,
        sendText: (text) => send(client, { kind: 'text', text }),
        start: (token) => send(client, { kind: 'start', token }),
        async press(label) {
          const buttons = (await fromOpora()).flatMap((message) => message.buttons.flat());
          const found = buttons.findLast((button) => button.label === label);
          await send(client, { kind: 'press', payload: found?.press, label });
        },
        async sendFile({ name, bytes, caption }) {
          await client.upload(fileForm([{ name, bytes }], caption === null ? {} : { caption }));
        },
        async sendTooLarge() {
          await client.upload(fileForm([{ name: 'big.png', bytes: new Uint8Array(20 * 1024 * 1024 + 1) }]));
        },
        async seen() {
          const messages = await fromOpora();
          return Promise.all(
            messages.map(async ({ text, buttons, files }) => ({
              text,
              buttons: buttons.map((row) => row.map(({ label, url }) => ({ label, url }))),
              files: await Promise.all(
                files.map(async ({ hash, name }) => ({
                  name,
                  bytes: new Uint8Array(await (await client.get(`/chat/file/${hash}`)).arrayBuffer()),
                })),
              ),
            })),
          );
        },
      };
    };
    return {
      channel: program.web,
      received: program.inbox.rows,
      kept: (hash) => program.files.read(hash),
      person: await person(),
      second: await person(),
      platform: {
        duplicateNext: () => {
          twice = true;
        },
      },
      close: () => program.close(),
    };
  },
});
