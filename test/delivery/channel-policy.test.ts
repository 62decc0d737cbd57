import { describe, expect, it } from 'vitest';
import { allowedReply } from '../../src/delivery/channel-policy.ts';

const personal = { texts: [{ key: 'x:personal' }], content: 'personal' as const };
const open = { texts: [{ key: 'x:public' }], content: 'public' as const };
const links = { webChat: 'https://opora.example', max: null };

describe('what may go where', () => {
  it.each([
    ['open lets everything through', 'open', 'telegram', personal, true, 'x:personal'],
    ['the web chat is ours under every policy', 'ru-41fz', 'web', personal, true, 'x:personal'],
    ['MAX is not foreign', 'ru-41fz', 'max', personal, false, 'x:personal'],
    ['public-only lets words about nobody through', 'public-only', 'telegram', open, true, 'x:public'],
    [
      'public-only sends words about a person elsewhere',
      'public-only',
      'telegram',
      personal,
      true,
      'core:policy.personal-elsewhere',
    ],
    [
      'a state office answers a foreign messenger with one fixed text',
      'ru-41fz',
      'telegram',
      open,
      true,
      'core:policy.foreign-messenger',
    ],
    ['news of the office waits elsewhere', 'public-only', 'viber', personal, false, 'core:policy.news-elsewhere'],
    ['and writes nothing there by itself', 'ru-41fz', 'viber', personal, false, undefined],
  ] as const)('%s', (_name, policy, channel, reply, isAnswer, key) => {
    expect(allowedReply(policy, channel, reply, isAnswer, links)?.texts[0]?.key).toBe(key);
  });

  it('the fixed answer leads to MAX first, and to the web chat', () => {
    const both = { ...links, max: 'https://max.ru/bot' };
    const given = allowedReply('ru-41fz', 'viber', personal, true, both);
    expect(given?.texts).toEqual([
      { key: 'core:policy.foreign-messenger-or-max', facts: { link: links.webChat, max: both.max } },
    ]);
    expect(given?.options?.flat().map(({ url }) => url)).toEqual([both.max, links.webChat]);
    expect(given?.content).toBe('public');
  });
});
