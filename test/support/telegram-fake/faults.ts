/** Misfortunes asked for in advance: the next calls of a method fail in a chosen way. */
export type Fault =
  /** Answered with an error instead of being done. */
  | { readonly kind: 'answer'; readonly code: number; readonly description: string; readonly retryAfter?: number }
  /** Done, and answered with an error all the same. */
  | { readonly kind: 'accept-then-answer'; readonly code: number; readonly description: string }
  /** The connection is cut, before or after doing it. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** A page of some proxy instead of JSON. */
  | { readonly kind: 'not-json'; readonly code: number }
  /** No answer at all for so long. */
  | { readonly kind: 'stall'; readonly milliseconds: number };

export interface Faults {
  /** The next `times` calls of `method` (`*`: of any; `send*`: of any sending) meet the fault. */
  next(method: string, fault: Fault, times?: number): void;
  take(method: string): Fault | null;
}

export function createFaults(): Faults {
  const planned: { method: string; fault: Fault; left: number }[] = [];
  const fits = (pattern: string, method: string) =>
    pattern === '*' || pattern === method || (pattern.endsWith('*') && method.startsWith(pattern.slice(0, -1)));
  return {
    next: (method, fault, times = 1) => void planned.push({ method, fault, left: times }),
    take(method) {
      const plan = planned.find((one) => one.left > 0 && fits(one.method, method));
      if (plan === undefined) return null;
      plan.left -= 1;
      return plan.fault;
    },
  };
}
