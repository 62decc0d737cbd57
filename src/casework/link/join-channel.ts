import type { Command, CommandResult } from '../../dialogs/command.ts';
import { channelLinked } from '../../dialogs/notice/channel-notice.ts';
import { recordEvent, type Turn } from '../actor.ts';
import { findLink } from './link-state.ts';

/**
 * Spends a code of somebody's other chat: this chat and all that was in it becomes theirs, in one transaction. Their other
 * chats are told, so that a code that was begged from a person does not stay unnoticed.
 */
export async function joinChannel(
  turn: Turn,
  command: Extract<Command, { kind: 'join-channel' }>,
): Promise<CommandResult> {
  const { stores, actor } = turn;
  const { link, state } = await findLink(turn, command.token);
  const refusal = { of: 'join-channel', kind: 'link', joined: false, contractId: null } as const;
  if (state.state !== 'channel' || !link?.personId)
    return { ...refusal, link: state.state === 'recipient' || state.state === 'staff' ? { state: 'unknown' } : state };
  const { personId } = link;
  if (!(await stores.links.spend(link.id, actor.person.id, actor.now))) return { ...refusal, link: { state: 'spent' } };
  const told = await stores.people.addresses(personId);
  await recordEvent(
    turn,
    'channel-linked',
    { kind: 'person', id: personId },
    { channel: actor.channel, other: actor.person.id, moved: state.moves.join(' ') },
  );
  await stores.people.absorb(personId, actor.person.id);
  await keepLanguage(turn, personId);
  await stores.outbox.put(
    told.map(({ id }) => ({
      uniqueKey: `channel-linked:${link.id}:${id}`,
      personId,
      addressId: id,
      kind: 'notice' as const,
      reply: channelLinked(actor.channel),
      notBefore: actor.now,
      about: [],
    })),
    actor.now,
  );
  return { of: 'join-channel', kind: 'talk-moved' };
}

/** A choice made in this chat counts where none was made before. */
async function keepLanguage({ stores, actor }: Turn, personId: string): Promise<void> {
  const person = await stores.people.find(personId);
  const { language, languageChosen } = actor.person;
  if (person && !person.languageChosen && languageChosen)
    await stores.people.change(personId, { language, languageChosen });
}
