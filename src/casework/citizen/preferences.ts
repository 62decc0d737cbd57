/** What a person may set for themselves at any time. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { recordEvent, type Turn } from '../actor.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Keeps the language of all texts to this person. */
export async function setLanguage({ stores, actor }: Turn, command: Of<'set-language'>): Promise<CommandResult> {
  await stores.people.change(actor.person.id, { language: command.language, languageChosen: true });
  return { of: 'set-language', kind: 'done' };
}

/** No reminders until the person asks for them again; answers still come. */
export async function stopReminders(turn: Turn): Promise<CommandResult> {
  await turn.stores.people.change(turn.actor.person.id, { remindersOn: false });
  await recordEvent(turn, 'reminders-stopped', { kind: 'person', id: turn.actor.person.id });
  return { of: 'stop-reminders', kind: 'done' };
}

/** Reminders from now on: the planner looks at once, and what still stands open comes as one message. */
export async function resumeReminders(turn: Turn): Promise<CommandResult> {
  const { stores, actor } = turn;
  await stores.people.change(actor.person.id, { remindersOn: true });
  for (const contract of await stores.cases.ofPerson(actor.person.id))
    await stores.cases.change(contract.id, { nextDate: actor.today });
  await recordEvent(turn, 'reminders-resumed', { kind: 'person', id: turn.actor.person.id });
  return { of: 'resume-reminders', kind: 'done' };
}
