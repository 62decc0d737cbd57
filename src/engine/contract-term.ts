import type { CalendarInput } from './contract-end.ts';

/** A contract as the office holds it, for what is owed and asked: its term and whether an extension is being decided. */
export interface ContractTerm extends CalendarInput {
  /** The commission has not sat yet: duties count from the old end and are marked so (domain.md, "Time"). */
  readonly extensionPending?: boolean | undefined;
}
