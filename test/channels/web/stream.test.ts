import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OutgoingMessage } from '../../../src/delivery/channel.ts';
import { openPage, type OpenStream, type PageClient } from './support/page-client.ts';
import { freshState, startWebProgram, type WebProgram } from './support/web-program.ts';

const state = freshState();
const running: WebProgram[] = [];
let streams: OpenStream[] = [];
let program: WebProgram;
let page: PageClient;

const start = async (port?: number): Promise<WebProgram> => {
  const made = await startWebProgram({ state, ...(port === undefined ? {} : { port }) });
  running.push(made);
  return made;
};
beforeEach(async () => {
  program = await start();
  page = await openPage(program.address);
});
afterEach(async () => {
  for (const stream of streams) stream.close();
  streams = [];
  for (const each of running.splice(0)) await each.close();
});

const open = async (...args: Parameters<PageClient['stream']>): Promise<OpenStream> => {
  const stream = await page.stream(...args);
  streams.push(stream);
  return stream;
};
const say = async (text: string, changes: Partial<OutgoingMessage> = {}): Promise<void> => {
  const at = '2026-11-22T06:00:00.000Z';
  const result = await program.web.send({
    id: `m-${text}`,
    externalId: page.externalId,
    text,
    buttons: [],
    files: [],
    at,
    ...changes,
  });
  expect(result.kind).toBe('sent');
};
const texts = (stream: OpenStream): string[] => stream.messages.map((message) => message.text);
const shows = (stream: OpenStream, expected: string[]): Promise<void> =>
  vi.waitFor(() => expect(texts(stream)).toEqual(expected), { timeout: 3000, interval: 10 });

describe('the stream', () => {
  test('sends what was said before and what is said now, each once, in order', async () => {
    await say('раньше');
    const stream = await open();
    await shows(stream, ['раньше']);
    await say('сейчас');
    await page.event({ kind: 'text', text: 'я' });
    await shows(stream, ['раньше', 'сейчас', 'я']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(texts(stream)).toEqual(['раньше', 'сейчас', 'я']);
  });

  test('is live: a message arrives without waiting for the next look', async () => {
    const quiet = await startWebProgram({ deps: { pollEveryMs: 0 } });
    running.push(quiet);
    program = quiet;
    page = await openPage(quiet.address);
    const stream = await open();
    await say('сразу');
    await shows(stream, ['сразу']);
  });

  test.each([
    { name: 'by Last-Event-ID', from: (seq: number) => ({ lastEventId: seq }) },
    { name: 'by the address', from: (seq: number) => ({ after: seq }) },
    { name: 'by both, the header being newer', from: (seq: number) => ({ lastEventId: seq, after: 0 }) },
  ])('goes on after the last message the page has: $name', async ({ from }) => {
    await say('первое');
    await say('второе');
    const [first] = await page.history();
    const stream = await open(from(first?.seq ?? 0));
    await shows(stream, ['второе']);
    expect(stream.ids).toEqual([String(stream.messages[0]?.seq)]);
  });

  test('a wrong Last-Event-ID starts from the beginning', async () => {
    await say('всё');
    const headers = { cookie: page.cookie, 'last-event-id': "1' --" };
    const stop = new AbortController();
    const answer = await fetch(`${program.address}/chat/stream`, { headers, signal: stop.signal });
    const reader = answer.body?.getReader();
    let text = '';
    while (!text.includes('всё')) text += new TextDecoder().decode((await reader?.read())?.value);
    stop.abort();
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('the same message sent twice by delivery is shown once', async () => {
    const stream = await open();
    await say('один раз');
    await say('один раз');
    await say('конец');
    await shows(stream, ['один раз', 'конец']);
  });

  test('what another process wrote comes too', async () => {
    const other = await start();
    const stream = await open();
    await other.web.send({
      id: 'x',
      externalId: page.externalId,
      text: 'от соседа',
      buttons: [],
      files: [],
      at: '2026-11-22T06:00:00.000Z',
    });
    await shows(stream, ['от соседа']);
  });

  test('goes on after a restart of the program, losing nothing', async () => {
    const stream = await open();
    await say('до');
    await shows(stream, ['до']);
    const port = Number(new URL(program.address).port);
    await program.close();
    await stream.ended;
    program = await start(port);
    await say('после');
    const resumed = await open({ lastEventId: Number(stream.ids.at(-1)) });
    await shows(resumed, ['после']);
  });

  test('a store that fails ends the stream, and says nothing of its reason', async () => {
    const stream = await open();
    state.chat.failNext(1);
    await stream.ended;
    expect(program.lines.join()).not.toContain('is down');
  });

  test('a store that fails leaves a sending unknown, to be tried again', async () => {
    state.chat.failNext(1);
    const at = '2026-11-22T06:00:00.000Z';
    const message = { id: 'u', externalId: page.externalId, text: 'ещё раз', buttons: [], files: [], at };
    expect(await program.web.send(message)).toEqual({ kind: 'unknown', why: 'store' });
    expect((await program.web.send(message)).kind).toBe('sent');
  });

  test('a chat holds eight at most: the oldest gives way', async () => {
    const first = await open();
    for (let count = 0; count < 8; count += 1) await open();
    await first.ended;
    await say('живы');
    for (const stream of streams.slice(1)) await shows(stream, ['живы']);
  });

  test('closing the program takes no time while streams are open', async () => {
    await open();
    const started = performance.now();
    await program.close();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
