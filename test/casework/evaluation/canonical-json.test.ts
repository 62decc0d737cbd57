import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/casework/evaluation/paper/canonical-json.ts';

test('canonical JSON does not know in which order a value was made', () => {
  expect(canonicalJson({ b: [{ y: 1, x: undefined, z: null }], a: 'ё\u0000' })).toBe(
    '{"a":"ё\\u0000","b":[{"y":1,"z":null}]}',
  );
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
});
