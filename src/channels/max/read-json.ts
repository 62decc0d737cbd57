/**
 * JSON as MAX writes it. Its numbers are 64 bits wide (`seq` is above 2^53 in every message), and `JSON.parse` would round them to the
 * next double: so every whole number stays the text it was written in, small ones too, lest a type depend on a value.
 */

/** Strings are stepped over whole, so that digits inside them stay what they are. */
const STRINGS_AND_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;
const WHOLE = /^-?(?:0|[1-9]\d*)$/;

/** The value, with whole numbers as text and fractions as numbers; null where it is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(STRINGS_AND_NUMBERS, (token) => (WHOLE.test(token) ? `"${token}"` : token)));
  } catch {
    return null;
  }
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
