import { expect, test } from 'vitest';
import { isTokenRefused, redact, resultOf } from '../../../src/channels/vk/failures.ts';

const later = (scope: 'bot' | 'address', afterSeconds: number, why: string) => ({
  kind: 'later',
  afterSeconds,
  scope,
  why,
});

test.each([
  [1, { kind: 'unknown', why: 'vk-1' }],
  [5, later('bot', 300, 'vk-token-refused')],
  [6, later('bot', 1, 'vk-too-many-requests')],
  [9, later('address', 60, 'vk-flood-control')],
  [10, { kind: 'unknown', why: 'vk-10' }],
  [14, later('bot', 300, 'vk-captcha')],
  [15, later('bot', 300, 'vk-right-missing')],
  [18, { kind: 'unreachable', status: 'dead', why: 'vk-user-deleted' }],
  [29, later('bot', 3600, 'vk-daily-limit')],
  [100, { kind: 'refused', why: 'vk-100' }],
  [900, { kind: 'unreachable', status: 'blocked', why: 'vk-user-banned-here' }],
  [901, { kind: 'unreachable', status: 'blocked', why: 'vk-not-allowed' }],
  [902, { kind: 'unreachable', status: 'blocked', why: 'vk-privacy' }],
  [911, { kind: 'refused', why: 'vk-keyboard' }],
  [912, later('bot', 300, 'vk-bot-abilities-off')],
  [914, { kind: 'refused', why: 'vk-too-long' }],
  [917, { kind: 'unreachable', status: 'blocked', why: 'vk-no-access' }],
  [943, { kind: 'window-closed', why: 'vk-intent-not-allowed' }],
  [944, { kind: 'window-closed', why: 'vk-intent-used-up' }],
  [950, { kind: 'window-closed', why: 'vk-day-of-silence' }],
  [4242, { kind: 'refused', why: 'vk-4242' }],
] as const)('error %i', (code, result) => {
  expect(resultOf({ kind: 'answered', code, description: 'any words' })).toEqual(result);
});

test.each([
  [429, 17, later('bot', 17, 'vk-too-many-requests')],
  [429, null, later('bot', 1, 'vk-too-many-requests')],
  [413, null, { kind: 'refused', why: 'vk-file-too-large' }],
  [403, null, { kind: 'unknown', why: 'vk-403' }],
  [502, null, { kind: 'unknown', why: 'vk-502' }],
] as const)('status %i', (status, retryAfter, result) => {
  expect(resultOf({ kind: 'status', status, retryAfter })).toEqual(result);
});

test('no answer at all leaves it unknown', () => {
  expect(resultOf({ kind: 'no-answer' })).toEqual({ kind: 'unknown', why: 'vk-no-answer' });
});

test('only errors of the token itself are a refused token: a missing right is not', () => {
  const refused = [5, 15, 27, 28, 901, 1117].filter((code) =>
    isTokenRefused({ kind: 'answered', code, description: '' }),
  );
  expect(refused).toEqual([5, 28, 1117]);
});

test('words for the log lose the token, quotes, addresses and numbers of people', () => {
  const words = redact(
    `invalid access_token vk1.TOKEN 'тайна' https://x.example/y peer 500000001 "Ольга"`,
    'vk1.TOKEN',
  );
  expect(words).toBe('invalid access_token … … … peer … …');
});
