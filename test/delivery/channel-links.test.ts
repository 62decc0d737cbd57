import { afterEach, describe, expect, it, vi } from 'vitest';
import { createChannelLinks } from '../../src/delivery/channel-links.ts';

const TOKEN = 'Ab3_x-9Qm2Rt7Ls0Zw4Ke6Yh8Nc1Vd5P';
const max = { link: async (token: string | null) => `https://max.ru/bot?start=${token}` };
const linksOf = (
  messengers: Parameters<typeof createChannelLinks>[0]['messengers'],
  policy: 'open' | 'public-only' | 'ru-41fz' = 'open',
) => createChannelLinks({ policy, publicUrl: 'https://opora.example', messengers });

afterEach(() => vi.useRealTimers());

describe('addresses that open a talk', () => {
  it.each([
    ['open', 'personal', ['max', 'web', 'telegram']],
    ['public-only', 'personal', ['max', 'web']],
    ['public-only', 'public', ['max', 'web', 'telegram']],
    ['ru-41fz', 'personal', ['max', 'web']],
    ['ru-41fz', 'public', ['max', 'web']],
  ] as const)('under %s may carry what is %s: %j', (policy, content, kinds) => {
    expect(linksOf(new Map([['telegram', max] as const, ['max', max] as const]), policy).open(content)).toEqual(kinds);
  });

  it('ask a platform once and put each token in', async () => {
    const link = vi.fn(max.link);
    const links = linksOf(new Map([['max', { link }]]));
    expect(await links.link('max', TOKEN)).toBe(`https://max.ru/bot?start=${TOKEN}`);
    expect(await links.link('max', 'other')).toBe('https://max.ru/bot?start=other');
    expect(link).toHaveBeenCalledTimes(1);
    expect(await links.link('web', TOKEN)).toBe(`https://opora.example/?start=${TOKEN}`);
  });

  it('do not wait for a platform that is away, and have its answer for the next who asks', async () => {
    vi.useFakeTimers();
    let answer: (address: string) => void = () => {};
    const away = { link: () => new Promise<string>((resolve) => (answer = resolve)) };
    const links = linksOf(new Map([['max', away]]));
    const asked = links.link('max', TOKEN);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await asked).toBeNull();
    answer('https://max.ru/bot?start=opora-token');
    await vi.advanceTimersByTimeAsync(0);
    expect(await links.link('max', TOKEN)).toBe(`https://max.ru/bot?start=${TOKEN}`);
  });

  it('are none where the platform fails or the channel is not open', async () => {
    const links = linksOf(new Map([['max', { link: () => Promise.reject(new Error('away')) }]]));
    expect([await links.link('max', TOKEN), await links.link('vk', TOKEN)]).toEqual([null, null]);
  });
});
