/** What must change so that the rows kept under stable keys say what the engine says now. */
import { isDeepStrictEqual } from 'node:util';

/** A row with its key and the value it was made from. */
interface Kept {
  readonly id: string;
  readonly key: string;
  readonly content: unknown;
}

/** The least that must be done: nothing where nothing changed. */
export interface Changes<T> {
  readonly add: readonly T[];
  readonly change: readonly { readonly id: string; readonly value: T }[];
  /** Ids of rows. */
  readonly remove: readonly string[];
}

/**
 * Compares rows with values by key. A row for which `mayGo` is false is history: it is not removed, and it is not changed
 * either unless `movesAnyway` (an ask that was sent keeps its state while its days move).
 */
export function changesToMake<Row extends Kept, T>(
  rows: readonly Row[],
  values: readonly T[],
  keyOf: (value: T) => string,
  mayGo: (row: Row) => boolean,
  movesAnyway = false,
): Changes<T> {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const wanted = new Set(values.map(keyOf));
  return {
    add: values.filter((value) => !byKey.has(keyOf(value))),
    change: values.flatMap((value) => {
      const row = byKey.get(keyOf(value));
      if (!row || isDeepStrictEqual(row.content, plain(value)) || !(movesAnyway || mayGo(row))) return [];
      return [{ id: row.id, value }];
    }),
    remove: rows.filter((row) => !wanted.has(row.key) && mayGo(row)).map((row) => row.id),
  };
}

/** The value as it comes back from JSON, without absent properties. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
