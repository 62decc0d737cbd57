/** Who speaks in this turn: use cases take the right to act from here, never from what a button carries. */
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Language } from '../texts/text.ts';
import type { CommandKind, CommandResult } from '../dialogs/command.ts';
import type { Day } from '../engine/day.ts';
import type { Fault } from '../engine/outcome.ts';
import type { Deps } from './deps.ts';
import type { Contract, Instant, Person, Staff, Stores } from './ports.ts';

/** The person of the turn with what was looked up once. */
export interface Actor {
  readonly person: Person;
  readonly staff: Staff | null;
  readonly channel: ChannelKind;
  /** Where they write from; null for work in the background. */
  readonly addressId: string | null;
  readonly language: Language;
  /** Today in the zone of the actor's office. */
  readonly today: Day;
  readonly now: Instant;
}

/** All that a use case works with: one transaction, one actor. */
export interface Turn {
  readonly deps: Deps;
  readonly stores: Stores;
  readonly actor: Actor;
}

type Why = Extract<CommandResult, { kind: 'refused' }>['why'];

/** A refusal as a value. */
export function refused(of: CommandKind, why: Why, faults: readonly Fault[] = []): CommandResult {
  return { of, kind: 'refused', why, faults };
}

/** Staff of the office that holds the contract; null where the actor is not. */
export async function contractOfOffice(
  { stores, actor }: Turn,
  contractId: string,
): Promise<{ staff: Staff; contract: Contract } | null> {
  const contract = await stores.cases.find(contractId);
  const { staff } = actor;
  return contract && staff && contract.officeId === staff.officeId ? { staff, contract } : null;
}

/** Keeps what happened in the audit log: codes and opaque ids only. */
export async function recordEvent(
  { stores, actor }: Turn,
  action: string,
  subject: { readonly kind: string; readonly id: string },
  facts: { readonly [name: string]: string | number | boolean | null } = {},
): Promise<void> {
  const by = actor.staff
    ? { kind: 'staff' as const, id: actor.staff.id }
    : { kind: 'person' as const, id: actor.person.id };
  await stores.audit.add({ at: actor.now, actor: by, action, subject, facts });
}
