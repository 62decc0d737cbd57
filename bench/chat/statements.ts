/** Counts what is said to the database, so that both contestants can be held to the same number of statements. */
import type { PGlite, Transaction } from '@electric-sql/pglite';
import pg from 'pg';

/** Statements by kind. `other` is what belongs to no kind, such as a SET. */
export interface Statements {
  begin: number;
  commit: number;
  read: number;
  write: number;
  other: number;
}

export function noStatements(): Statements {
  return { begin: 0, commit: 0, read: 0, write: 0, other: 0 };
}

/** The same PGlite that counts into `counts` what is asked of it. */
export function countedPGlite(pglite: PGlite, counts: Statements): PGlite {
  return new Proxy(pglite, {
    get(target, key) {
      if (key === 'query' || key === 'exec') return counting(target, key, counts);
      if (key === 'transaction')
        return async (work: (tx: Transaction) => Promise<unknown>) => {
          counts.begin += 1;
          const result = await target.transaction((tx) => work(countedTransaction(tx, counts)));
          counts.commit += 1;
          return result;
        };
      return bound(target, key);
    },
  });
}

/** Counts the statements of every connection of this process to a server; the answer stops it. */
export function countServer(counts: Statements): () => void {
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function counted(this: unknown, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : (first as { text?: string }).text;
    note(counts, text ?? '');
    return query.apply(this, args);
  };
  return () => {
    prototype.query = query;
  };
}

function countedTransaction(tx: Transaction, counts: Statements): Transaction {
  return new Proxy(tx, {
    get: (target, key) => (key === 'query' || key === 'exec' ? counting(target, key, counts) : bound(target, key)),
  });
}

function counting(target: object, key: 'query' | 'exec', counts: Statements): unknown {
  const call = bound(target, key) as (text: string, ...more: unknown[]) => unknown;
  return (text: string, ...more: unknown[]) => {
    note(counts, text);
    return call(text, ...more);
  };
}

/** Private fields of a class are not to be had through a proxy: methods run on the thing itself. */
function bound(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === 'function' ? value.bind(target) : value;
}

const KINDS: readonly (readonly [keyof Statements, RegExp])[] = [
  ['begin', /^\s*(BEGIN|START TRANSACTION)/i],
  ['commit', /^\s*(COMMIT|ROLLBACK)/i],
  ['read', /^\s*SELECT/i],
  ['write', /^\s*(INSERT|UPDATE|DELETE|WITH)/i],
];

function note(counts: Statements, text: string): void {
  const kind = KINDS.find(([, begins]) => begins.test(text))?.[0] ?? 'other';
  counts[kind] += 1;
}
