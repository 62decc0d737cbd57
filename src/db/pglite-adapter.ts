/**
 * PGlite behind Prisma. Over the package's adapter it adds what that one loses: a COMMIT that fails is an error to the
 * caller (theirs reports success), also where PostgreSQL answers it with a silent rollback because a statement had failed,
 * and a script is waited for.
 */
import type { PGlite, Transaction as PGliteTransaction } from '@electric-sql/pglite';
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/** Opens the adapter that Prisma's client is made with. The PGlite stays the caller's to close. */
export class EmbeddedAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = 'opora-pglite';
  private readonly pglite: PGlite;

  constructor(pglite: PGlite) {
    this.pglite = pglite;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const inner = await new PrismaPGlite(this.pglite).connect();
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      queryRaw: (query) => inner.queryRaw(query),
      executeRaw: (query) => inner.executeRaw(query),
      executeScript: async (script) => void (await this.pglite.exec(script)),
      startTransaction: () => startTransaction(this.pglite),
      getConnectionInfo: () => ({ supportsRelationJoins: true }),
      dispose: () => Promise.resolve(),
    };
  }
}

/** PGlite gives a transaction to a callback, Prisma wants one to hold: the callback waits until Prisma ends it. */
function startTransaction(pglite: PGlite): Promise<Transaction> {
  return new Promise((resolve, reject) => {
    let finish: (how: 'commit' | 'rollback') => void = () => undefined;
    const finished = new Promise<'commit' | 'rollback'>((settle) => {
      finish = settle;
    });
    const ended = pglite.transaction(async (tx) => {
      const queries = await queriesOf(tx, pglite);
      let failed = false;
      const watched = <T>(query: Promise<T>): Promise<T> =>
        query.catch((error: unknown) => {
          failed = true;
          throw error;
        });
      const end = async (how: 'commit' | 'rollback'): Promise<void> => {
        finish(how);
        await ended;
      };
      resolve({
        provider: queries.provider,
        adapterName: queries.adapterName,
        options: { usePhantomQuery: true },
        queryRaw: (query) => watched(queries.queryRaw(query)),
        executeRaw: (query) => watched(queries.executeRaw(query)),
        commit: async () => {
          await end(failed ? 'rollback' : 'commit');
          if (failed) throw new Error('a statement of this transaction failed: it is rolled back');
        },
        rollback: () => end('rollback'),
      });
      if ((await finished) === 'rollback') await tx.rollback();
    });
    // Before it was handed over this rejects the opening; afterwards `end` has the error and this changes nothing.
    ended.catch(reject);
  });
}

/**
 * A PGlite transaction has `query`, which is all that the package's adapter uses for queries. The adapter names its parsers
 * with every query, and PGlite then copies its several hundred own ones to put them together: they are taught to it once.
 */
function queriesOf(tx: PGliteTransaction, pglite: PGlite): Promise<SqlQueryable> {
  const queries: Pick<PGliteTransaction, 'query'> = {
    query: (sql, parameters, { parsers, ...options } = {}) => {
      if (parsers !== undefined && !taught.has(pglite)) {
        Object.assign(pglite.parsers, parsers);
        taught.add(pglite);
      }
      return tx.query(sql, parameters, options);
    },
  };
  return new PrismaPGlite(queries as unknown as PGlite).connect();
}

const taught = new WeakSet<PGlite>();
