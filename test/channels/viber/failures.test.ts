import { describe, expect, test } from 'vitest';
import { redact, resultOf, troubleOf } from '../../../src/channels/viber/failures.ts';

const status = (code: number) => ({ kind: 'status', status: code, says: '' }) as const;
const later = (afterSeconds: number, scope: string) => ({ kind: 'later', afterSeconds, scope });

test.each([
  [1, { kind: 'refused' }, null],
  [2, later(300, 'bot'), 'token-refused'],
  [3, { kind: 'refused' }, null],
  [4, { kind: 'refused' }, null],
  [5, { kind: 'unreachable', status: 'dead' }, null],
  [6, { kind: 'unreachable', status: 'blocked' }, null],
  [7, later(300, 'bot'), 'token-refused'],
  [8, later(300, 'bot'), 'token-refused'],
  [9, later(300, 'bot'), 'token-refused'],
  [10, later(30, 'bot'), 'webhook-lost'],
  [11, { kind: 'unreachable', status: 'blocked' }, null],
  [12, later(600, 'address'), null],
  [13, { kind: 'refused', why: 'viber-old-application' }, null],
  [14, { kind: 'refused', why: 'viber-old-application' }, null],
  [15, later(300, 'bot'), 'token-refused'],
  [16, { kind: 'refused' }, null],
  [17, { kind: 'refused' }, null],
  [18, { kind: 'refused' }, null],
  [19, { kind: 'refused' }, null],
  [20, { kind: 'refused' }, null],
  [99, { kind: 'refused', why: 'viber-99' }, null],
] as const)('status %i', (code, result, trouble) => {
  expect(resultOf(status(code))).toMatchObject(result);
  expect(troubleOf(status(code))).toBe(trouble);
});

describe('no status at all', () => {
  test.each([
    [
      { kind: 'http', code: 429, retryAfter: 33 },
      { kind: 'later', afterSeconds: 33, scope: 'bot', why: 'viber-flood-limit' },
    ],
    [
      { kind: 'http', code: 429, retryAfter: null },
      { kind: 'later', afterSeconds: 10, scope: 'bot', why: 'viber-flood-limit' },
    ],
    [
      { kind: 'http', code: 502, retryAfter: null },
      { kind: 'unknown', why: 'viber-http-502' },
    ],
    [
      { kind: 'http', code: 403, retryAfter: null },
      { kind: 'unknown', why: 'viber-http-403' },
    ],
    [{ kind: 'no-answer' }, { kind: 'unknown', why: 'viber-no-answer' }],
    [{ kind: 'stopped' }, { kind: 'unknown', why: 'viber-closing' }],
  ] as const)('%o', (failure, result) => {
    expect(resultOf(failure)).toEqual(result);
    expect(troubleOf(failure)).toBeNull();
  });
});

test('words for the log lose the token, quotes, addresses, ids and numbers of people', () => {
  const words = redact(
    `bad media 'https://opora.example/x' T-OKEN https://x.example/y receiver K917PBuvPZmhKfb8Vw3b2Q== "Ольга" 79005553535`,
    'T-OKEN',
  );
  expect(words).toBe('bad media … … … receiver … … …');
});
