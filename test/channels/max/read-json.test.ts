import { expect, test } from 'vitest';
import { asCount, asId, readJson } from '../../../src/channels/max/read-json.ts';

test.each([
  { name: 'a number beyond a double', json: '{"seq":116328147937082782}', value: { seq: '116328147937082782' } },
  { name: 'the largest of 64 bits', json: '[9223372036854775807]', value: ['9223372036854775807'] },
  { name: 'a negative one', json: '{"chat_id":-70801090403050}', value: { chat_id: '-70801090403050' } },
  { name: 'a small one, too', json: '{"size":0,"n":7}', value: { size: '0', n: '7' } },
  { name: 'a fraction stays a number', json: '[53.2434,1e3,-0.5]', value: [53.2434, 1000, -0.5] },
  {
    name: 'digits in a text',
    json: '{"text":"за 12500 ₽ и 7, \\"8\\" \\\\ 9"}',
    value: { text: 'за 12500 ₽ и 7, "8" \\ 9' },
  },
  { name: 'a text that ends in a backslash', json: '["a\\\\",1]', value: ['a\\', '1'] },
  { name: 'words', json: '[true,null,"x"]', value: [true, null, 'x'] },
])('$name', ({ json, value }) => {
  expect(readJson(json)).toEqual(value);
});

test.each(['', '{', '{"a":1', 'plain', '[01]', '{"a" 1}', '"open', '[1 2]'])('what is no JSON is null: %s', (json) => {
  expect(readJson(json)).toBeNull();
});

test('a megabyte of quotes and numbers is read', () => {
  const text = '"\\n1'.repeat(200_000);
  const list = Array.from({ length: 100_000 }, (_, at) => at);
  expect(readJson(JSON.stringify({ text, list }))).toEqual({ text, list: list.map(String) });
});

test('a megabyte without an end is refused, and quickly', () => {
  const began = performance.now();
  expect(readJson('"\\'.repeat(300_000))).toBeNull();
  expect(readJson('"'.repeat(600_001))).toBeNull();
  expect(performance.now() - began).toBeLessThan(2000);
});

test('ids are digits and counts are exact', () => {
  expect([asId('9007199254740993'), asId('1e9'), asId('x'), asId(5), asId('')]).toEqual([
    '9007199254740993',
    null,
    null,
    null,
    null,
  ]);
  expect([asCount('1775025604499'), asCount('9007199254740993'), asCount('-1'), asCount(5)]).toEqual([
    1_775_025_604_499,
    null,
    null,
    null,
  ]);
});
