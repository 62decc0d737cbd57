/** Misfortunes asked for in advance: the next calls of a method fail in a chosen way. */
export type Fault =
  /** Answered with an error of the API instead of being done; status 200, as on the real server. */
  | { readonly kind: 'error'; readonly code: number; readonly says?: string }
  /** Done, and answered with an error all the same. */
  | { readonly kind: 'accept-then-error'; readonly code: number; readonly says?: string }
  /** A status of a server in front of the API. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Done, and the server in front failed. */
  | { readonly kind: 'accept-then-status'; readonly status: number }
  /** The connection is cut, before or after doing it. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** A page of some proxy instead of JSON, with status 200. */
  | { readonly kind: 'not-json' }
  /** A value to answer with instead of doing it. */
  | { readonly kind: 'value'; readonly value: unknown }
  /** No answer at all for so long. */
  | { readonly kind: 'stall'; readonly milliseconds: number };

export interface Faults {
  /** The next `times` calls of `method` (`*`: of any; `upload`, `download`: of files) meet the fault. */
  next(method: string, fault: Fault, times?: number): void;
  take(method: string): Fault | null;
}

export function createFaults(): Faults {
  const planned: { method: string; fault: Fault; left: number }[] = [];
  return {
    next: (method, fault, times = 1) => void planned.push({ method, fault, left: times }),
    take(method) {
      const plan = planned.find((one) => one.left > 0 && (one.method === '*' || one.method === method));
      if (plan === undefined) return null;
      plan.left -= 1;
      return plan.fault;
    },
  };
}
