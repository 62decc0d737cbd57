/**
 * One message in: talk, commands, results and answers in one transaction with the mark that it is done. Whatever was
 * acknowledged is kept or will be tried again; a redelivery changes nothing.
 */
import { preCheckSteps } from '../../dialogs/citizen/pre-check-steps.ts';
import { DIALOGS } from '../../dialogs/index.ts';
import type { Command } from '../../dialogs/command.ts';
import type { DialogState, Input, Reply, Turn as TalkTurn } from '../../dialogs/dialog.ts';
import { mergedTalk } from '../../dialogs/merged-talk.ts';
import type { SourceStep } from '../../dialogs/source-command.ts';
import { NEW_TALK, readState, step } from '../../dialogs/step.ts';
import type { Actor, Turn } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { InboxItem, OutboxDraft, Person, RemoteFileInput, Stores } from '../ports.ts';
import { runCommand } from '../run-command.ts';
import { actorOf } from './actor-of.ts';
import { loadView } from './load-view.ts';

/** Commands a turn may lead to before it is a circle. */
const MOST_COMMANDS = 12;

/** Deals with one leased message. `later`: a file is not ready on its platform yet, try again. */
export function receiveMessage(deps: Deps): (item: InboxItem) => Promise<'done' | 'later'> {
  return async (item) => {
    const input = item.input.kind === 'remote-file' ? await fetched(deps, item, item.input) : item.input;
    if (input === null) return 'later';
    await deps.database.transaction((stores) => answerMessage(deps, stores, item, input));
    return 'done';
  };
}

async function answerMessage(deps: Deps, stores: Stores, item: InboxItem, input: Input): Promise<void> {
  const { actor: first, address } = await actorOf(deps, stores, item);
  const before = readState((await stores.talks.read(first.person.id)) ?? NEW_TALK);
  const { state, replies, actor, steps } = await talk({ deps, stores, actor: first }, item, before, input);
  const { person, now } = actor;
  await stores.talks.write(person.id, state, now);
  await stores.sources.reach(person.id, steps, now);
  await stores.outbox.put(
    replies.map(
      (reply, index): OutboxDraft => ({
        uniqueKey: `answer:${item.id}:${index}`,
        personId: person.id,
        addressId: address.id,
        kind: 'answer',
        reply,
        notBefore: now,
        about: [],
      }),
    ),
    now,
  );
  await stores.inbox.done(item.id, now);
}

/** Steps until no command is left; each result is the next turn, with the view as the command left it. */
async function talk(
  begun: Turn,
  item: InboxItem,
  before: DialogState,
  input: Input,
): Promise<{ state: DialogState; replies: Reply[]; actor: Actor; steps: SourceStep[] }> {
  let turn = begun;
  let state = before;
  let view = await loadView(turn, turn.actor.person);
  const replies: Reply[] = [];
  const waiting: Command[] = [];
  const take = (next: TalkTurn) => {
    const stepped = step(DIALOGS, state, next, view, turn.actor.today);
    state = stepped.state;
    replies.push(...stepped.replies);
    waiting.push(...stepped.commands);
  };
  take(input);
  for (let count = 0; waiting.length > 0; count += 1) {
    const command = waiting.shift();
    if (!command || count >= MOST_COMMANDS) throw new Error('a talk asks for commands without end');
    const result = await runCommand(turn, command);
    if (result.kind === 'talk-moved') ({ turn, state } = await movedIn(turn, item, state));
    // Looking changes nothing, and the view is the costly part of a turn.
    if (!onlyLooks(command)) view = await loadView(turn, await asNow(turn));
    take({ kind: 'result', result });
  }
  return { state, replies, actor: turn.actor, steps: preCheckSteps(before, state, view, turn.actor.today) };
}

/** The person as the command left them. */
async function asNow({ stores, actor: { person } }: Turn): Promise<Person> {
  return (await stores.people.find(person.id)) ?? person;
}

/** The chat became another person's in the middle of this turn: it goes on as theirs, in their talk. */
async function movedIn(turn: Turn, item: InboxItem, state: DialogState): Promise<{ turn: Turn; state: DialogState }> {
  const { deps, stores } = turn;
  const { actor } = await actorOf(deps, stores, item);
  const theirs = readState((await stores.talks.read(actor.person.id)) ?? NEW_TALK);
  return { turn: { ...turn, actor }, state: mergedTalk(theirs, state) };
}

function onlyLooks({ kind }: Command): boolean {
  return kind.startsWith('list-') || kind.startsWith('open-');
}

/** A file still on its platform becomes one of ours before the talk goes on; null: not ready yet. */
async function fetched(deps: Deps, item: InboxItem, remote: RemoteFileInput): Promise<Input | null> {
  const result = await deps.remoteFiles.fetch(item.channel, remote.ref);
  if (result.kind === 'later') return null;
  if (result.kind !== 'bytes')
    return { kind: 'file-refused', why: result.kind === 'gone' ? 'unreadable' : 'too-large' };
  const kept = await deps.files.keep(result.bytes, remote.name);
  return 'refused' in kept
    ? { kind: 'file-refused', why: kept.refused }
    : { kind: 'file', file: kept, caption: remote.caption };
}
