import { expect, test } from 'vitest';
import { redact, resultOf } from '../../../src/channels/telegram/failures.ts';

const answered = (code: number, description: string, retryAfter: number | null = null) =>
  ({ kind: 'answered', code, description, retryAfter }) as const;

test.each([
  [
    429,
    'Too Many Requests: retry after 17',
    17,
    { kind: 'later', afterSeconds: 17, scope: 'bot', why: 'telegram-flood-limit' },
  ],
  [429, 'Too Many Requests', null, { kind: 'later', afterSeconds: 5, scope: 'bot', why: 'telegram-flood-limit' }],
  [
    403,
    'Forbidden: bot was blocked by the user',
    null,
    { kind: 'unreachable', status: 'blocked', why: 'telegram-blocked' },
  ],
  [403, 'Forbidden: user is deactivated', null, { kind: 'unreachable', status: 'dead', why: 'telegram-deactivated' }],
  [
    403,
    "Forbidden: bot can't initiate conversation with a user",
    null,
    { kind: 'unreachable', status: 'blocked', why: 'telegram-not-started' },
  ],
  [
    400,
    'Bad Request: chat not found',
    null,
    { kind: 'unreachable', status: 'blocked', why: 'telegram-chat-not-found' },
  ],
  [
    400,
    'Bad Request: PEER_ID_INVALID',
    null,
    { kind: 'unreachable', status: 'blocked', why: 'telegram-chat-not-found' },
  ],
  [400, 'Bad Request: message is too long', null, { kind: 'refused', why: 'telegram-too-long' }],
  [400, 'Bad Request: reply markup is too long', null, { kind: 'refused', why: 'telegram-too-long' }],
  [400, 'Bad Request: BUTTON_DATA_INVALID', null, { kind: 'refused', why: 'telegram-button' }],
  [400, 'Bad Request: something new', null, { kind: 'refused', why: 'telegram-400' }],
  [413, 'Request Entity Too Large', null, { kind: 'refused', why: 'telegram-file-too-large' }],
  [401, 'Unauthorized', null, { kind: 'later', afterSeconds: 300, scope: 'bot', why: 'telegram-token-refused' }],
  [404, 'Not Found', null, { kind: 'later', afterSeconds: 300, scope: 'bot', why: 'telegram-token-refused' }],
  [500, 'Internal Server Error', null, { kind: 'unknown', why: 'telegram-500' }],
  [502, 'Bad Gateway', null, { kind: 'unknown', why: 'telegram-502' }],
] as const)('%i %s', (code, description, retryAfter, result) => {
  expect(resultOf(answered(code, description, retryAfter))).toEqual(result);
});

test('no answer at all leaves it unknown', () => {
  expect(resultOf({ kind: 'no-answer' })).toEqual({ kind: 'unknown', why: 'telegram-no-answer' });
});

test('words for the log lose the token, quotes, addresses and numbers of people', () => {
  const words = redact(
    `Bad Request: button URL 'https://opora.example/?start=abc' 1:TOKEN https://x.example/y chat 7000000001 "Ольга"`,
    '1:TOKEN',
  );
  expect(words).toBe('Bad Request: button URL … … … chat … …');
});
