/** Consents: each its own step, kept with version, time and channel (152-FZ art. 9; regulation.md 6.1). */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { recordEvent, type Turn } from '../actor.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Keeps a consent the person has just given. */
export async function giveConsent(turn: Turn, command: Of<'give-consent'>): Promise<CommandResult> {
  await keepConsent(turn, command.consent, command.version);
  return { of: 'give-consent', kind: 'done' };
}

/** The same, for use cases that take a consent together with what it is for. */
export async function keepConsent(turn: Turn, kind: Of<'give-consent'>['consent'], version: string): Promise<void> {
  const { stores, actor } = turn;
  await stores.people.giveConsent(actor.person.id, { kind, version, givenAt: actor.now, channel: actor.channel });
  await recordEvent(turn, 'consent-given', { kind: 'person', id: actor.person.id }, { consent: kind, version });
}

/**
 * Withdraws a consent. Without `personal-data` the contracts are unlinked from the person: nothing is asked or sent here any
 * more and the office goes on by paper; the papers it must keep by law stay.
 */
export async function withdrawConsent(turn: Turn, command: Of<'withdraw-consent'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  await stores.people.withdrawConsent(actor.person.id, command.consent, actor.now);
  await recordEvent(turn, 'consent-withdrawn', { kind: 'person', id: actor.person.id }, { consent: command.consent });
  if (command.consent === 'personal-data') {
    for (const contract of await stores.cases.ofPerson(actor.person.id))
      await stores.cases.change(contract.id, { personId: null });
  }
  return { of: 'withdraw-consent', kind: 'done' };
}
