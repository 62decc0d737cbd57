/**
 * Where the files of the last messages lie. An update names the address; the inbox keeps only the message and the place in it, and
 * whoever asks later, or another process, asks the platform for the message again (`fetch-file.ts`).
 */

/** Addresses by `ref`, the newest ones only. */
export interface FileAddresses {
  remember(ref: string, url: string): void;
  /** The address, once: a second try asks the platform for a fresh one. */
  take(ref: string): string | null;
}

/** Files come within seconds of their message; a thousand is an hour of a busy office. */
const REMEMBERED = 1000;

/** An empty memory. */
export function createFileAddresses(): FileAddresses {
  const known = new Map<string, string>();
  return {
    remember(ref, url) {
      known.delete(ref);
      known.set(ref, url);
      const oldest = known.keys().next();
      if (known.size > REMEMBERED && oldest.done !== true) known.delete(oldest.value);
    },
    take(ref) {
      const url = known.get(ref) ?? null;
      known.delete(ref);
      return url;
    },
  };
}
