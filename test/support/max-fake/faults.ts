/** Misfortunes asked for in advance: the next calls of a kind fail in a chosen way. */
export type Fault =
  /** Answered with an error instead of being done. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly code?: string;
      readonly words?: string;
      readonly retryAfter?: number;
    }
  /** Done, and answered with an error all the same. */
  | { readonly kind: 'accept-then-answer'; readonly status: number }
  /** The connection is cut, before or after doing it. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** A page of some proxy instead of JSON. */
  | { readonly kind: 'not-json'; readonly status: number }
  /** No answer at all for so long. */
  | { readonly kind: 'stall'; readonly milliseconds: number };

export interface Faults {
  /** The next `times` calls of `name` (`POST /messages`, `upload`, `download`; `*`: any) meet the fault. */
  next(name: string, fault: Fault, times?: number): void;
  take(name: string): Fault | null;
  /** Forgets what has not happened yet. */
  clear(): void;
}

export function createFaults(): Faults {
  let planned: { name: string; fault: Fault; left: number }[] = [];
  return {
    next: (name, fault, times = 1) => void planned.push({ name, fault, left: times }),
    take(name) {
      const plan = planned.find((one) => one.left > 0 && (one.name === '*' || one.name === name));
      if (plan === undefined) return null;
      plan.left -= 1;
      return plan.fault;
    },
    clear() {
      planned = [];
    },
  };
}
