/** A browser without a screen: does over HTTP what the page does. */
import { createHash, randomUUID } from 'node:crypto';
import type { WebMessage } from '../../../../src/casework/ports.ts';

export interface PageClient {
  readonly externalId: string;
  readonly cookie: string;
  /** Posts an event as the page does; returns the status and the body. */
  event(event: { [name: string]: unknown }, changes?: RequestInit): Promise<Answer>;
  upload(form: FormData, changes?: RequestInit): Promise<Answer>;
  get(path: string): Promise<Response>;
  history(after?: number): Promise<WebMessage[]>;
  /** Opens the stream; messages gather in `messages` until `close`. */
  stream(last?: { readonly lastEventId?: number; readonly after?: number }): Promise<OpenStream>;
}

export interface Answer {
  readonly status: number;
  readonly body: { readonly problem?: string; readonly messages?: readonly WebMessage[] };
}

export interface OpenStream {
  readonly messages: WebMessage[];
  readonly ids: string[];
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens the page once, as a browser would, and keeps its cookie. */
export async function openPage(address: string, path = '/'): Promise<PageClient> {
  const page = await fetch(address + path);
  await page.text();
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const secret = cookie.split('=')[1] ?? '';
  const own = { cookie, origin: address, 'x-opora-chat': '1' };
  const answer = async (response: Response): Promise<Answer> => ({
    status: response.status,
    body: (await response.json()) as Answer['body'],
  });
  const client: PageClient = {
    cookie,
    externalId: createHash('sha256').update(secret).digest('hex'),
    async event(event, changes = {}) {
      const headers = { ...own, 'content-type': 'application/json' };
      const body = JSON.stringify({ eventKey: randomUUID(), ...event });
      return answer(await fetch(`${address}/chat/event`, { method: 'POST', headers, body, ...changes }));
    },
    upload: async (form, changes = {}) =>
      answer(await fetch(`${address}/chat/file`, { method: 'POST', headers: own, body: form, ...changes })),
    get: (path_) => fetch(address + path_, { headers: { cookie } }),
    async history(after = 0) {
      const { messages } = (await (await client.get(`/chat/history?after=${after}`)).json()) as {
        messages: WebMessage[];
      };
      return messages;
    },
    async stream({ lastEventId, after } = {}) {
      const stop = new AbortController();
      const headers = { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }) };
      const query = after === undefined ? '' : `?after=${after}`;
      const response = await fetch(`${address}/chat/stream${query}`, { headers, signal: stop.signal });
      if (response.status !== 200 || response.body === null) throw new Error(`stream answered ${response.status}`);
      const [messages, ids]: [WebMessage[], string[]] = [[], []];
      return { messages, ids, close: () => stop.abort(), ended: read(response.body, messages, ids) };
    },
  };
  return client;
}

async function read(body: ReadableStream<Uint8Array>, messages: WebMessage[], ids: string[]): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s, 2)));
        if (fields['event'] !== 'message') continue;
        ids.push(fields['id'] ?? '');
        messages.push(JSON.parse(fields['data'] ?? '') as WebMessage);
      }
    }
  } catch {
    // The stream was ended from one of its sides: what came is what came.
  }
}

/** The form the page sends for files. */
export function fileForm(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  fields: { readonly eventKey?: string; readonly caption?: string } = {},
): FormData {
  const form = new FormData();
  form.append('eventKey', fields.eventKey ?? randomUUID());
  if (fields.caption !== undefined) form.append('caption', fields.caption);
  for (const { name, bytes } of files) form.append('file', new Blob([Uint8Array.from(bytes)]), name);
  return form;
}
