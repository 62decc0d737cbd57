/** JSON with whole numbers of 64 bits, as the real server writes it: a `bigint` goes out as bare digits. */

export function writeWide(value: unknown): string {
  const marked = JSON.stringify(value, (_name, one: unknown) => (typeof one === 'bigint' ? `\u0001${one}` : one));
  return marked.replace(/"\\u0001(-?\d+)"/g, '$1');
}

/** The same value with numbers a schema checker knows. */
export function asNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(BigInt.asIntN(40, value));
  if (Array.isArray(value)) return value.map(asNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asNumbers(one)]));
}
