import { expect, test } from 'vitest';
import { redact, resultOf } from '../../../src/channels/max/failures.ts';

const answered = (status: number, code = '', words = '', retryAfter: number | null = null) =>
  ({ kind: 'answered', status, code, words, retryAfter }) as const;

const token = { kind: 'later', afterSeconds: 300, scope: 'bot', why: 'max-token-refused' };
const left = (why: string) => ({ kind: 'unreachable', status: 'blocked', why });

test.each([
  [429, 'too.many.requests', '', null, { kind: 'later', afterSeconds: 5, scope: 'bot', why: 'max-flood-limit' }],
  [429, 'too.many.requests', '', 17, { kind: 'later', afterSeconds: 17, scope: 'bot', why: 'max-flood-limit' }],
  [429, '', '', null, { kind: 'later', afterSeconds: 5, scope: 'bot', why: 'max-flood-limit' }],
  [401, 'verify.token', 'Invalid access_token', null, token],
  [401, '', '', null, token],
  [403, 'verify.token', 'Invalid access_token', null, token],
  [403, 'chat.denied', 'error.dialog.suspended', null, left('max-stopped')],
  [403, 'chat.denied', 'Invalid chatId: 0', null, left('max-no-access')],
  [404, 'chat.not.found', 'Chat 1 not found', null, left('max-not-found')],
  [
    400,
    'attachment.not.ready',
    'Key: errors.process.attachment.file.not.processed',
    null,
    { kind: 'later', afterSeconds: 15, scope: 'address', why: 'max-attachment-not-ready' },
  ],
  [400, 'proto.payload', 'text is longer', null, { kind: 'refused', why: 'max-400' }],
  [405, 'method.not.allowed', '', null, { kind: 'refused', why: 'max-405' }],
  [413, '', '', null, { kind: 'refused', why: 'max-file-too-large' }],
  // A proxy's page says nothing of the person.
  [403, '', '', null, { kind: 'unknown', why: 'max-403' }],
  [404, '', '', null, { kind: 'unknown', why: 'max-404' }],
  [500, 'internal.error', '', null, { kind: 'unknown', why: 'max-500' }],
  [503, 'service.unavailable', '', null, { kind: 'unknown', why: 'max-503' }],
] as const)('%i %s %s', (status, code, words, retryAfter, result) => {
  expect(resultOf(answered(status, code, words, retryAfter))).toEqual(result);
});

test('no answer at all leaves it unknown', () => {
  expect(resultOf({ kind: 'no-answer', certificate: false })).toEqual({ kind: 'unknown', why: 'max-no-answer' });
  expect(resultOf({ kind: 'stopped' })).toEqual({ kind: 'unknown', why: 'max-closing' });
});

test('words for the log lose secrets, quotes, addresses and numbers of people', () => {
  const words = redact(
    `Invalid url 'https://opora.example/?a=b' f9TOKEN s3cret https://x.example/y chat 9007199254740993`,
    ['f9TOKEN', 's3cret'],
  );
  expect(words).toBe('Invalid url … … … … chat …');
});
