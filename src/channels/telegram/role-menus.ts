/** Gives a person the menu of who they are now: after joining, after a dismissal, after a change of language. */
import type { Clock, Database } from '../../casework/ports.ts';
import type { TelegramChannel } from './telegram-channel.ts';

/** Whether a channel gives each person a menu of their own. */
export function hasRoleMenus<T extends object>(channel: T): channel is T & Pick<TelegramChannel, 'describeMenuFor'> {
  return 'describeMenuFor' in channel;
}

/** Call it after each message dealt with; the platform is asked only when the role or the language has changed. */
export function createRoleMenus(
  database: Pick<Database, 'transaction'>,
  clock: Pick<Clock, 'now'>,
  channel: Pick<TelegramChannel, 'describeMenuFor'>,
): (externalId: string) => Promise<void> {
  const given = new Map<string, string>();
  return async (externalId) => {
    const { role, language } = await database.transaction(async (stores) => {
      const { person } = await stores.people.meet('telegram', externalId, clock.now());
      const staff = await stores.offices.staffOfPerson(person.id);
      return { role: staff?.active ? staff.role : ('citizen' as const), language: person.language };
    });
    const now = `${role} ${language}`;
    // Everybody begins with the citizen's menu in Russian: nothing to say of it.
    if ((given.get(externalId) ?? 'citizen ru') === now) return;
    if (await channel.describeMenuFor(externalId, role, language)) given.set(externalId, now);
  };
}
