import { describe, expect, it } from 'vitest';
import { allowedReply } from '../../src/delivery/channel-policy.ts';

const personal = { texts: [{ key: 'x:personal' }], content: 'personal' as const };
const open = { texts: [{ key: 'x:public' }], content: 'public' as const };
const web = 'https://opora.example';

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
    ['and writes nothing there by itself', 'ru-41fz', 'viber', personal, false, undefined],
  ] as const)('%s', (_name, policy, channel, reply, isAnswer, key) => {
    expect(allowedReply(policy, channel, reply, isAnswer, web)?.texts[0]?.key).toBe(key);
  });
});
