/** Misfortunes asked for in advance: the next calls of a method fail in a chosen way. */
export type Fault =
  /** HTTP 200 with a `status` that is not 0: nothing was done. */
  | { readonly kind: 'status'; readonly status: number; readonly says?: string }
  /** An HTTP error, before or after doing it. */
  | { readonly kind: 'http'; readonly code: number; readonly retryAfter?: number; readonly after?: boolean }
  /** The connection is cut, before or after doing it. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** A page of some proxy instead of JSON. */
  | { readonly kind: 'not-json'; readonly code: number }
  /** No answer at all for so long. */
  | { readonly kind: 'stall'; readonly milliseconds: number }
  /** For `media` only: sent on to another address. */
  | { readonly kind: 'redirect'; readonly to: string };

export interface Faults {
  /** The next `times` calls of `method` (`*`: of any; `media`: fetching a person's file) meet the fault. */
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
