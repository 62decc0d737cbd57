/** Asks again, at the moment of sending, what of a message still stands: nobody who is done is reminded. */
import type { Reply } from '../../dialogs/dialog.ts';
import type { Deps } from '../deps.ts';
import type { OutboxItem, Stores } from '../ports.ts';
import { timeZoneOf } from '../talk/zone.ts';
import { digestReply, nudgeReply, reminderReply } from './notice-replies.ts';

/** The message now, or null where nothing of it is left. Answers and notices of a decision stand as they were written. */
export function refreshMessage(
  deps: Pick<Deps, 'clock' | 'laws' | 'defaultRegion'>,
): (stores: Stores, item: OutboxItem) => Promise<Reply | null> {
  return async (stores, item) => {
    if (item.kind === 'answer' || item.kind === 'notice') return item.reply;
    const person = await stores.people.find(item.personId);
    if (!person) return null;
    const staff = await stores.offices.staffOfPerson(person.id);
    const today = deps.clock.today(await timeZoneOf(deps, stores, person, staff));
    switch (item.kind) {
      case 'reminder':
        return reminderReply(stores, person, item.about, today);
      case 'nudge':
        return staff ? nudgeReply(stores, staff, item.about) : null;
      case 'digest':
        return staff ? digestReply(stores, staff, today) : null;
    }
  };
}
