/** JSON whose whole numbers do not fit a double: `message_token` has 64 bits, and `JSON.parse` would round it (channels.md 3.2). */

/** Strings are stepped over, so that digits somebody wrote stay what they are. */
const STRING_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/g;

/** Reads JSON; whole numbers of 16 digits and more become texts. Throws as `JSON.parse` does. */
export function parseLongNumbers(json: string): unknown {
  return JSON.parse(json.replace(STRING_OR_LONG_NUMBER, (part) => (part.startsWith('"') ? part : `"${part}"`)));
}

/** A number that may have come as a text, as a text of digits; null for anything else. */
export function tokenText(value: unknown): string | null {
  if (typeof value === 'string' && /^\d{1,20}$/.test(value)) return value;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
}
