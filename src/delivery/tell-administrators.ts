/** Words to those who keep the product running: until there is an administrator of their own, the heads of the real offices (docs/decisions.md). */
import type { Instant, OutboxDraft, Stores } from '../casework/ports.ts';
import { type AlarmNews, channelAlarm } from '../dialogs/notice/channel-alarm.ts';

/** One message to each, in the outbox; delivery takes another channel than the one in trouble. The key names the incident: nobody is told twice. */
export async function tellAdministrators(stores: Stores, key: string, news: AlarmNews, now: Instant): Promise<void> {
  const offices = (await stores.offices.all()).filter(({ isDemo }) => !isDemo);
  const people = new Set<string>();
  for (const { id } of offices)
    for (const { active, role, personId } of await stores.offices.staffOf(id))
      if (active && role === 'head' && personId !== null) people.add(personId);
  const reply = channelAlarm(news);
  const drafts = [...people].map(
    (personId): OutboxDraft => ({
      uniqueKey: `${key}:${personId}`,
      personId,
      addressId: null,
      kind: 'notice',
      reply,
      notBefore: now,
      about: [],
    }),
  );
  await stores.outbox.put(drafts, now);
}
