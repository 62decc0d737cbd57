/** Runs work in a transaction: queued where there is one connection, tried again after a conflict, never half kept. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as otherWork, setTimeout as pause } from 'node:timers/promises';
import type { NewId, Stores } from '../casework/ports.ts';
import { isConflict } from './conflict.ts';
import type { PrismaClient } from './generated/client.ts';
import { standsAlone } from './line-lock.ts';
import { openStores } from './stores.ts';

const MOST_TRIES = 8;
const FIRST_PAUSE_MS = 5;
/** Generous: a busy machine must be slow rather than lose an answer. */
const LONGEST_MS = 60_000;

/** A transaction that is open, or was: work that outlives it must not use its stores. */
interface OpenTransaction {
  readonly stores: Stores;
  open: boolean;
}

/** Runs transactions over one Prisma client. */
export class Transactions {
  private readonly client: PrismaClient;
  private readonly newId: NewId;
  private readonly oneAtATime: boolean;
  private readonly current = new AsyncLocalStorage<OpenTransaction>();
  private last: Promise<unknown>;

  /** `oneAtATime` for PGlite, which has one connection: others wait here without a limit of time, in order, the first for `ready`. */
  constructor(client: PrismaClient, newId: NewId, oneAtATime: boolean, ready: Promise<unknown> = Promise.resolve()) {
    this.client = client;
    this.newId = newId;
    this.oneAtATime = oneAtATime;
    this.last = ready;
  }

  /** See `Database.transaction`. Called inside another's work it joins that transaction: a second one would wait for the first forever. */
  async run<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    if (outer?.open) return work(outer.stores);
    return this.oneAtATime ? this.queued(() => this.tryAgain(work)) : this.tryAgain(work);
  }

  /** Waits for the transactions that are queued now. */
  async idle(): Promise<void> {
    await this.last;
  }

  private async queued<T>(run: () => Promise<T>): Promise<T> {
    // PGlite never leaves the thread: without this a busy queue would hold up timers and the network for as long as it lasts.
    const mine = this.last.then(() => otherWork()).then(run);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async tryAgain<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (tries >= MOST_TRIES || !isConflict(error)) throw error;
        await pause(FIRST_PAUSE_MS * 2 ** tries * Math.random());
      }
    }
  }

  private once<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.client.$transaction(
      async (tx) => {
        if (this.oneAtATime) standsAlone(tx);
        const { stores, finish } = openStores(tx, this.newId);
        const mine: OpenTransaction = { stores, open: true };
        try {
          const result = await this.current.run(mine, () => work(stores));
          await finish();
          // After a failed statement whose error was caught, PostgreSQL answers COMMIT with a silent rollback; this statement fails
          // instead. The adapter of PGlite sees to that itself, without a query.
          if (!this.oneAtATime) await tx.$queryRaw`SELECT 1`;
          return result;
        } finally {
          mine.open = false;
        }
      },
      { maxWait: LONGEST_MS, timeout: LONGEST_MS },
    );
  }
}
