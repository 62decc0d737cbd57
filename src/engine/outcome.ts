/** Shapes shared by every answer of the engine (`design/interfaces.md`, "Shapes shared by all results"). */
import type { Day } from './day.ts';

/** One thing wrong with the input: where (`members[0].birthDate`), what, and what to do. */
export interface Fault {
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

/** An answer, or every fault of the input at once. Refusals are values, never exceptions. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Why the result is what it is: a code of the command's closed list, with the facts of that reason. */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly [fact: string]: unknown;
}

/** An open reading of the law that was decided by policy, or a gap that the person who signs must know of. */
export interface Assumption {
  readonly code: string;
  readonly policy?: string;
  readonly chosen?: string | number | boolean;
  readonly other?: string | number | boolean;
  readonly [fact: string]: unknown;
}

/** One step of the reckoning that a person can follow: figures in, figure out, and the basis in law. */
export interface TraceStep {
  readonly step: string;
  readonly in: Readonly<Record<string, unknown>>;
  readonly out: unknown;
  readonly basis: string;
}

/** A stretch in which a duty is done: `opensOn` ≤ `dueOn`, both included. */
export interface Window {
  readonly opensOn: Day;
  readonly dueOn: Day;
}

/** An answer. */
export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A refusal with every fault found. */
export function refuse<T>(faults: readonly Fault[]): Outcome<T> {
  return { ok: false, faults };
}
