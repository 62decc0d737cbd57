import { expect, test } from 'vitest';
import { callSays } from '../../../src/channels/max/failures.ts';
import type { Answer } from '../../../src/channels/max/max-api.ts';
import { createPlatformTroubles } from '../../../src/delivery/platform-troubles.ts';

const done: Answer = { kind: 'done', value: {} };
const silent: Answer = { kind: 'failed', failure: { kind: 'no-answer', certificate: false } };
const closing: Answer = { kind: 'failed', failure: { kind: 'stopped' } };
const answered = (status: number, code = ''): Answer => ({
  kind: 'failed',
  failure: { kind: 'answered', status, code, words: '', retryAfter: null },
});

/** What is told while these answers come, each at its minute. */
function told(heard: readonly (readonly [minute: number, answer: Answer])[]): string[] {
  const said: string[] = [];
  let minute = 0;
  const troubles = createPlatformTroubles(
    (what, begins) => void said.push(`${minute} ${what} ${begins ? 'begins' : 'is over'}`),
    () => new Date(Date.UTC(2026, 10, 22, 6, minute)).toISOString(),
  );
  for (const [at, answer] of heard) {
    minute = at;
    troubles.heard(callSays(answer));
  }
  return said;
}

test('a short silence is nobody’s business', () => {
  expect(
    told([
      [0, silent],
      [2, silent],
      [4, silent],
      [4, done],
      [9, silent],
    ]),
  ).toEqual([]);
});

test('a long one is told once, and once that it is over', () => {
  expect(
    told([
      [0, silent],
      [4, silent],
      [5, silent],
      [6, silent],
      [9, done],
      [9, done],
    ]),
  ).toEqual(['5 out-of-reach begins', '9 out-of-reach is over']);
});

test('a platform that only answers with errors of its own is as good as silent', () => {
  expect(
    told([
      [0, answered(503)],
      [6, answered(500)],
    ]),
  ).toEqual(['6 out-of-reach begins']);
});

test('a refusal is an answer', () => {
  expect(
    told([
      [0, silent],
      [4, answered(400, 'proto.payload')],
      [6, silent],
    ]),
  ).toEqual([]);
});

test('a refused token is told once, until it is taken', () => {
  const refused = answered(401, 'verify.token');
  expect(
    told([
      [0, refused],
      [1, refused],
      [2, answered(400, 'x')],
      [3, done],
    ]),
  ).toEqual(['0 token-refused begins', '3 token-refused is over']);
});

test('closing is no trouble', () => {
  expect(
    told([
      [0, silent],
      [9, closing],
    ]),
  ).toEqual([]);
});
