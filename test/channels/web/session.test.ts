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

describe('the session', () => {
  test('is a secret that scripts and other sites cannot use, stored by its hash only', async () => {
    const answer = await fetch(`${program.address}/`);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^opora=[A-Za-z0-9_-]{32};/);
    for (const mark of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=34560000']) expect(cookie).toContain(mark);
    expect(cookie).not.toContain('Secure');
    await page.event({ kind: 'text', text: 'привет' });
    const secret = page.cookie.split('=')[1] ?? '';
    expect(JSON.stringify([program.inbox.rows(), program.chat.rows(), program.lines])).not.toContain(secret);
    expect(program.inbox.rows()[0]?.externalId).toBe(page.externalId);
  });

  test('is bound to this host where the page is on https', async () => {
    const secure = await startWebProgram({ publicUrl: 'https://opora.example' });
    const answer = await fetch(`${secure.address}/`);
    await secure.close();
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-opora=/);
    expect(cookie).toContain('Secure');
  });

  test('is kept when the page is opened again, and made anew where it is not one of ours', async () => {
    const again = await fetch(`${program.address}/`, { headers: { cookie: page.cookie } });
    expect(again.headers.get('set-cookie')).toContain(page.cookie);
    const odd = await fetch(`${program.address}/`, { headers: { cookie: 'opora=1' } });
    expect(odd.headers.get('set-cookie')).not.toContain('opora=1;');
  });

  test.each(['/chat/history', '/chat/stream', `/chat/file/${'a'.repeat(64)}`])(
    'without it nothing is read: %s',
    async (path) => {
      const answer = await fetch(program.address + path);
      expect([answer.status, await answer.json()]).toEqual([401, { problem: 'no-session' }]);
    },
  );

  test('without it nothing is taken in', async () => {
    const headers = { 'content-type': 'application/json', origin: program.address, 'x-opora-chat': '1', cookie: '' };
    expect((await page.event({ kind: 'text', text: 'а' }, { headers })).status).toBe(401);
    expect(program.inbox.rows()).toHaveLength(0);
  });
});

describe('a device that is forgotten', () => {
  const forget = (headers: Record<string, string>) =>
    fetch(`${program.address}/chat/forget`, { method: 'POST', headers: { cookie: page.cookie, ...headers } });
  const ours = () => ({ origin: program.address, 'x-opora-chat': '1' });

  test('gives its secret back, is written to no more, and its open pages hear nothing', async () => {
    const changed: string[][] = [];
    await program.close();
    program = await startWebProgram({
      deps: { addressChanged: async (...change) => void changed.push(change) },
    });
    page = await openPage(program.address);
    await page.event({ kind: 'text', text: 'привет' });
    const stream = await page.stream();
    const answer = await forget(ours());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^opora=;.*Expires=Thu, 01 Jan 1970/);
    expect(changed).toEqual([[page.externalId, 'dead']]);
    await stream.ended;
  });

  test('and makes nobody of one who never spoke', async () => {
    const changed: string[][] = [];
    await program.close();
    program = await startWebProgram({
      deps: { addressChanged: async (...change) => void changed.push(change) },
    });
    page = await openPage(program.address);
    expect((await forget(ours())).status).toBe(200);
    expect(changed).toEqual([]);
  });

  test('is forgotten by nobody else', async () => {
    for (const headers of [{ 'x-opora-chat': '1' }, { ...ours(), origin: 'https://evil.example' }])
      expect((await forget(headers)).status).toBe(403);
    expect((await forget({ ...ours(), cookie: '' })).status).toBe(401);
  });
});

describe('other sites cannot speak for the person', () => {
  const cases = [
    { name: 'another origin', headers: { origin: 'https://evil.example', 'x-opora-chat': '1' } },
    { name: 'the same host, another port', headers: { origin: 'http://127.0.0.1:1', 'x-opora-chat': '1' } },
    { name: 'no origin', headers: { 'x-opora-chat': '1' } },
    { name: 'origin null', headers: { origin: 'null', 'x-opora-chat': '1' } },
    { name: 'no header of our page', headers: { origin: 'OURS' } },
    {
      name: 'the browser says cross-site',
      headers: { origin: 'OURS', 'x-opora-chat': '1', 'sec-fetch-site': 'cross-site' },
    },
    {
      name: 'the browser says same-site',
      headers: { origin: 'OURS', 'x-opora-chat': '1', 'sec-fetch-site': 'same-site' },
    },
  ];
  const headersOf = (headers: { readonly [name: string]: string | undefined }): [string, string][] =>
    Object.entries({ ...headers, cookie: page.cookie }).map(([name, value]) => [
      name,
      value === 'OURS' ? program.address : (value ?? ''),
    ]);

  test.each(cases)('an event with $name is refused', async ({ headers }) => {
    const made: [string, string][] = [...headersOf(headers), ['content-type', 'application/json']];
    const answer = await page.event({ kind: 'text', text: 'перевести деньги' }, { headers: made });
    expect([answer.status, answer.body]).toEqual([403, { problem: 'not-our-page' }]);
    expect(program.inbox.calls()).toBe(0);
  });

  test.each(cases)('a file with $name is refused', async ({ headers }) => {
    const form = fileForm([{ name: 'a.png', bytes: DOT_PNG }]);
    expect((await page.upload(form, { headers: headersOf(headers) })).status).toBe(403);
    expect(program.inbox.calls()).toBe(0);
  });

  test('the outside address is ours too', async () => {
    const headers = { origin: 'http://localhost:3000', 'x-opora-chat': '1', 'content-type': 'application/json' };
    expect(
      (await page.event({ kind: 'text', text: 'а' }, { headers: { ...headers, cookie: page.cookie } })).status,
    ).toBe(200);
  });
});

describe('one session cannot see another', () => {
  test('neither its words, nor its stream, nor its files', async () => {
    const other = await openPage(program.address);
    const stream = await other.stream();
    await page.upload(fileForm([{ name: 'паспорт.png', bytes: DOT_PNG }]));
    const input = program.inbox.rows()[0]?.input;
    const hash = input?.kind === 'file' ? input.file.hash : '';
    await program.web.send({
      id: 'o1',
      externalId: page.externalId,
      text: 'личное',
      buttons: [],
      files: [],
      at: '2026-11-22T06:00:00.000Z',
    });
    expect((await page.get(`/chat/file/${hash}`)).status).toBe(200);
    expect((await other.get(`/chat/file/${hash}`)).status).toBe(404);
    expect(await other.history()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    stream.close();
    await stream.ended;
    expect(stream.messages).toEqual([]);
  });

  test('nor use up its event keys', async () => {
    const other = await openPage(program.address);
    const eventKey = randomUUID();
    await other.event({ eventKey, kind: 'text', text: 'чужой' });
    await page.event({ eventKey, kind: 'text', text: 'свой' });
    expect(program.inbox.rows().map((row) => row.input)).toEqual([
      { kind: 'text', text: 'чужой' },
      { kind: 'text', text: 'свой' },
    ]);
  });
});

describe('a deep link', () => {
  const TOKEN = 'tokenTOKENtokenTOKENtokenTOKEN12';

  test('is not spent, looked up, stored or written down by opening it, as previews do three times', async () => {
    for (let visit = 0; visit < 3; visit += 1) {
      const answer = await fetch(`${program.address}/?start=${TOKEN}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(await answer.text()).not.toContain(TOKEN);
    }
    expect(program.inbox.calls()).toBe(0);
    expect(program.chat.rows()).toHaveLength(0);
    expect(program.lines.join()).not.toContain(TOKEN);
  });

  test('is spent by going on, and never stands in the transcript', async () => {
    await page.event({ kind: 'start', token: TOKEN });
    expect(program.inbox.rows().map((row) => row.input)).toEqual([{ kind: 'start', token: TOKEN }]);
    expect(JSON.stringify(program.chat.rows())).not.toContain(TOKEN);
  });
});
