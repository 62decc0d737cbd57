import { afterEach, describe, expect, test } from 'vitest';
import type { ChannelLinks } from '../../../src/casework/ports.ts';
import { createChannelLinks } from '../../../src/delivery/channel-links.ts';
import type { ChannelPolicy } from '../../../src/delivery/channel-policy.ts';
import { startWebProgram, type WebProgram } from './support/web-program.ts';

const SECRET = 'Ab3_x-9Qm2Rt7Ls0Zw4Ke6Yh8Nc1Vd5P';
let program: WebProgram | null = null;
afterEach(() => program?.close());

const linksUnder = (policy: ChannelPolicy): ChannelLinks =>
  createChannelLinks({
    policy,
    publicUrl: 'https://opora.example',
    messengers: new Map([
      ['telegram', { link: async (token: string | null) => `https://t.me/opora_bot?start=${token}` }],
      ['max', { link: async (token: string | null) => `https://max.ru/opora_bot?start=${token}` }],
      ['vk', { link: async () => null }],
    ]),
  });

async function waysUnder(policy: ChannelPolicy): Promise<unknown> {
  program = await startWebProgram({ deps: { links: linksUnder(policy) } });
  return (await fetch(`${program.address}/chat/ways`)).json();
}

describe('the ways on from a link', () => {
  test('are the channels of the office, MAX first, with a mark in place of the token', async () => {
    expect(await waysUnder('open')).toEqual({
      token: 'start-token',
      ways: [
        { channel: 'max', address: 'https://max.ru/opora_bot?start=start-token' },
        { channel: 'web', address: null },
        { channel: 'telegram', address: 'https://t.me/opora_bot?start=start-token' },
      ],
    });
  });

  test('are MAX and the web where the law forbids foreign messengers', async () => {
    expect(await waysUnder('ru-41fz')).toMatchObject({ ways: [{ channel: 'max' }, { channel: 'web' }] });
  });

  test('opening the page by a link and asking for the ways stores nothing, looks nothing up and logs no token', async () => {
    program = await startWebProgram({ deps: { links: linksUnder('open') } });
    const page = await fetch(`${program.address}/?start=${SECRET}`);
    expect(await page.text()).not.toContain(SECRET);
    await fetch(`${program.address}/chat/ways`);
    expect([program.inbox.rows(), program.chat.rows()]).toEqual([[], []]);
    expect(program.lines.join('\n')).not.toContain(SECRET);
  });

  test('every word of a way is there in both languages', async () => {
    program = await startWebProgram();
    const html = await (await fetch(`${program.address}/`)).text();
    const words = await (
      await fetch(program.address + (/\/chat\/page\/\w+/.exec(html)?.[0] ?? '') + '/words.js')
    ).text();
    for (const channel of ['max', 'vk', 'telegram', 'viber']) expect(words.split(`"way-${channel}":`)).toHaveLength(3);
  });
});
