/**
 * Reads that several parts of a turn make of the same rows are made once in a transaction: whose office, whose contract, who is on
 * the staff. Nothing lives longer than the transaction, and nothing outlives a change made in it.
 */

/** A store that remembers, and the way to make it forget where its rows were changed by another. */
export interface Remembering<Store> {
  readonly store: Store;
  readonly forget: () => void;
}

/**
 * The store with `reads` answered from what was read before with the same arguments. Calling anything else of it may change rows,
 * so it forgets all. Rows of these tables are changed through this store, or `forget` is called.
 */
export function readOnce<Store extends object>(
  store: Store,
  reads: readonly (keyof Store & string)[],
): Remembering<Store> {
  const remembered: ReadonlySet<string | symbol> = new Set(reads);
  const known = new Map<string, unknown>();
  const proxy = new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return (...given: readonly unknown[]): unknown => {
        const ask = (): unknown => Reflect.apply(method, target, given);
        if (!remembered.has(name)) {
          known.clear();
          return ask();
        }
        const question = JSON.stringify([name, ...given]);
        if (!known.has(question)) known.set(question, ask());
        return known.get(question);
      };
    },
  });
  return { store: proxy, forget: () => known.clear() };
}
