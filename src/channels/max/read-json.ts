/**
 * JSON as MAX writes it. Its numbers are 64 bits wide (`seq` is above 2^53 in every message), and `JSON.parse` would round them to the
 * next double: so every whole number stays the text it was written in, small ones too, lest a type depend on a value.
 */

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WHOLE = /^-?(?:0|[1-9]\d*)$/;
const [QUOTE, BACKSLASH] = ['"'.charCodeAt(0), '\\'.charCodeAt(0)];

/** The value, with whole numbers as text and fractions as numbers; null where it is no JSON. Time grows with the length, whatever is in it. */
export function readJson(text: string): unknown {
  const quoted = quoteWholeNumbers(text);
  try {
    return quoted === null ? null : JSON.parse(quoted);
  } catch {
    return null;
  }
}

/** Null where a string has no end. */
function quoteWholeNumbers(text: string): string | null {
  const pieces: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length; ) {
    if (text.charCodeAt(at) === QUOTE) {
      at = endOfString(text, at);
      if (at > text.length) return null;
      continue;
    }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0] ?? '';
    if (WHOLE.test(number)) {
      pieces.push(text.slice(kept, at), `"${number}"`);
      kept = at + number.length;
    }
    at += Math.max(number.length, 1);
  }
  return [...pieces, text.slice(kept)].join('');
}

/** Behind the closing quote of the string that opens at `from`; beyond the text where it is not closed. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at < text.length ? at + 1 : text.length + 1;
}

/** A JSON object, or null. */
export function asRecord(value: unknown): { readonly [name: string]: unknown } | null {
  return isRecord(value) ? value : null;
}

/** A JSON list; empty where it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or null. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The digits of an id of a person or a chat, or null. */
export function asId(value: unknown): string | null {
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? value : null;
}

/** A count or a time in milliseconds: a whole number that a double holds exactly, or null. */
export function asCount(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : null;
  return count !== null && Number.isSafeInteger(count) ? count : null;
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
