import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DOT_PNG } from '../support/memory-files.ts';
import { fileForm, openPage, type PageClient } from './support/page-client.ts';
import { startWebProgram, type WebProgram } from './support/web-program.ts';

let program: WebProgram;
let page: PageClient;
beforeEach(async () => {
  program = await startWebProgram();
  page = await openPage(program.address);
});
afterEach(() => program.close());

describe('an event', () => {
  test.each([
    { name: 'no key', event: { kind: 'text', text: 'а', eventKey: '' } },
    { name: 'a key that is not a UUID', event: { kind: 'text', text: 'а', eventKey: '1' } },
    { name: 'an unknown kind', event: { kind: 'contact', phone: '+7' } },
    { name: 'a file claimed by its hash', event: { kind: 'file', file: { hash: 'a' } } },
    { name: 'an empty text', event: { kind: 'text', text: ' \n ' } },
    { name: 'a text that is not one', event: { kind: 'text', text: { ru: 'а' } } },
    { name: 'a text that is too long', event: { kind: 'text', text: 'я'.repeat(4001) } },
    { name: 'a payload that is too long', event: { kind: 'press', payload: 'g'.repeat(65), label: '' } },
    { name: 'a payload with a space', event: { kind: 'press', payload: 'g. menu', label: '' } },
    { name: 'a payload in Russian', event: { kind: 'press', payload: 'меню', label: '' } },
    { name: 'a start with no token named', event: { kind: 'start' } },
    { name: 'a token with other signs', event: { kind: 'start', token: "a' or 1=1" } },
  ])('is refused with $name', async ({ event }) => {
    expect(await page.event(event)).toEqual({ status: 400, body: { problem: 'bad-event' } });
    expect(program.inbox.calls()).toBe(0);
    expect(program.chat.rows()).toHaveLength(0);
  });

  test('the longest text is taken whole', async () => {
    const text = 'я'.repeat(4000);
    expect((await page.event({ kind: 'text', text })).status).toBe(200);
    expect(program.inbox.rows()[0]?.input).toEqual({ kind: 'text', text });
  });

  test('sent again after a lost answer is kept once, and answered the same', async () => {
    const event = { eventKey: randomUUID(), kind: 'text', text: 'дохода не было' };
    const first = await page.event(event);
    const second = await page.event(event);
    expect(second).toEqual(first);
    expect(program.inbox.rows()).toHaveLength(1);
    expect(program.chat.rows()).toHaveLength(1);
  });

  test('is not acknowledged while the inbox is down, and nothing doubles when it comes again', async () => {
    const event = { eventKey: randomUUID(), kind: 'text', text: 'важное' };
    program.inbox.failNext(1);
    const failed = await page.event(event);
    expect([failed.status, failed.body.problem]).toEqual([500, 'unexpected']);
    expect((await page.event(event)).status).toBe(200);
    expect(program.inbox.rows()).toHaveLength(1);
    expect(program.chat.rows()).toHaveLength(1);
    expect(program.lines.join()).not.toContain('важное');
  });

  test('a press stands in the transcript by its label', async () => {
    const answer = await page.event({ kind: 'press', payload: 'g.menu', label: 'Меню' });
    expect(answer.body.messages).toMatchObject([{ from: 'person', text: 'Меню', buttons: [], files: [] }]);
  });

  test('too many a minute are asked to wait, one chat without the other', async () => {
    const other = await openPage(program.address);
    const statuses = new Set<number>();
    for (let count = 0; count < 125; count += 1) statuses.add((await page.event({ kind: 'text', text: '1' })).status);
    expect([...statuses]).toEqual([200, 429]);
    expect((await other.event({ kind: 'text', text: '1' })).status).toBe(200);
  });
});

describe('files', () => {
  const png = (name: string, extra = 0) => ({ name, bytes: Uint8Array.from([...DOT_PNG, extra]) });

  test('several come in one request, in order, the words with the first', async () => {
    const answer = await page.upload(fileForm([png('1.png', 1), png('2.png', 2)], { caption: ' за июль ' }));
    expect(answer.body.messages?.map(({ text, files }) => [text, files[0]?.name])).toEqual([
      ['за июль', '1.png'],
      ['', '2.png'],
    ]);
    expect(program.inbox.rows().map(({ input }) => input)).toMatchObject([
      { kind: 'file', caption: 'за июль', file: { name: '1.png' } },
      { kind: 'file', caption: null, file: { name: '2.png' } },
    ]);
  });

  test('sent again with the same key are kept once', async () => {
    const eventKey = randomUUID();
    for (let time = 0; time < 2; time += 1)
      await page.upload(fileForm([png('1.png', 1), png('2.png', 2)], { eventKey }));
    expect(program.inbox.rows()).toHaveLength(2);
    expect(program.chat.rows()).toHaveLength(2);
  });

  test('what cannot be kept becomes a refusal for the talk, and the others still come', async () => {
    const text = { name: 'вирус.exe', bytes: new TextEncoder().encode('MZ…') };
    await page.upload(fileForm([text, png('1.png')]));
    expect(program.inbox.rows().map(({ input }) => input)).toMatchObject([
      { kind: 'file-refused', why: 'wrong-type' },
      { kind: 'file', file: { name: '1.png' } },
    ]);
  });

  test('names lose their folders and signs nobody sees', async () => {
    await page.upload(fileForm([png('C:\\Users\\Ира\\..\\фото\u202E 1.png')]));
    expect(program.inbox.rows()[0]?.input).toMatchObject({ file: { name: 'фото 1.png' } });
  });

  test.each([
    { name: 'no key', form: () => fileForm([png('1.png')], { eventKey: 'x' }) },
    { name: 'no file', form: () => fileForm([]) },
  ])('a form with $name is refused', async ({ form }) => {
    expect(await page.upload(form())).toEqual({ status: 400, body: { problem: 'bad-event' } });
    expect(program.inbox.calls()).toBe(0);
  });

  test('more than ten at once are refused', async () => {
    const many = Array.from({ length: 11 }, (_, at) => png(`${at}.png`, at));
    expect((await page.upload(fileForm(many))).status).toBe(413);
  });

  test('a body that is no form is refused', async () => {
    const headers = { cookie: page.cookie, origin: program.address, 'x-opora-chat': '1', 'content-type': 'text/plain' };
    expect((await page.upload(new FormData(), { headers, body: 'x' })).status).toBe(415);
  });

  test('go out as what they are by their bytes, to be kept, never run', async () => {
    await page.upload(fileForm([png('page.html')]));
    const input = program.inbox.rows()[0]?.input;
    const answer = await page.get(`/chat/file/${input?.kind === 'file' ? input.file.hash : ''}`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test.each(['a'.repeat(64), '..%2F..%2Fetc%2Fpasswd', 'A'.repeat(64), 'x'])(
    'nothing is found under %s',
    async (hash) => {
      expect((await page.get(`/chat/file/${hash}`)).status).toBe(404);
    },
  );
});
