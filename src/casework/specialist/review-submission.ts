/** A specialist accepts a month or returns it with a reason; the recipient is told at once, kindly and exactly. */
import type { CommandResult, Command } from '../../dialogs/command.ts';
import { decisionNotice } from '../../dialogs/notice/decision-notice.ts';
import { recordEvent, refused, type Turn } from '../actor.ts';
import { bringNextDate } from '../case/plan-contract.ts';
import { newest, submissionCard } from '../case/submission-card.ts';
import type { Contract, Revision, Submission } from '../ports.ts';
import { nextInQueue, submissionOfOffice } from './queue.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;
type Decision = NonNullable<Revision['decision']>;

/** Accepts the revision that was looked at; another one that came meanwhile must be looked at first. */
export async function acceptSubmission(turn: Turn, command: Of<'accept-submission'>): Promise<CommandResult> {
  return decide(turn, command, { what: 'accepted', reason: null, words: null });
}

/** Returns it: the asks are open again, and only what is wrong has to be sent anew. */
export async function returnSubmission(turn: Turn, command: Of<'return-submission'>): Promise<CommandResult> {
  return decide(turn, command, { what: 'returned', reason: command.reason, words: command.words });
}

async function decide(
  turn: Turn,
  command: Of<'accept-submission'> | Of<'return-submission'>,
  what: Pick<Decision, 'what' | 'reason' | 'words'>,
): Promise<CommandResult> {
  const { stores, actor } = turn;
  const held = await submissionOfOffice(turn, command.submissionId);
  if (!held || !actor.staff) return refused(command.kind, 'not-found');
  const decision: Decision = { ...what, at: actor.now, on: actor.today, byStaffId: actor.staff.id };
  if (!(await stores.submissions.decide(held.submission.id, command.revision, decision))) {
    const decided = newest(held.submission).revision === command.revision;
    return refused(command.kind, decided ? 'already-done' : 'changed-meanwhile');
  }
  await settle(turn, held.contract, held.submission, decision);
  await recordEvent(
    turn,
    `submission-${what.what}`,
    { kind: 'submission', id: held.submission.id },
    { revision: command.revision, reason: what.reason },
  );
  const after = await stores.submissions.find(held.submission.id);
  const card = await submissionCard(stores, after ?? held.submission, held.contract);
  return { of: command.kind, kind: 'submission', card, nextInQueue: await nextInQueue(turn, held.submission.id) };
}

/** Asks follow the decision and the recipient is told. The record of the month stays open until its paper is signed. */
async function settle(turn: Turn, contract: Contract, submission: Submission, decision: Decision): Promise<void> {
  const { deps, stores, actor } = turn;
  const { asked } = newest(submission);
  const asks = (await stores.duties.asksOf(contract.id)).filter(
    (ask) => ask.month === submission.month && asked.includes(ask.item),
  );
  await stores.duties.markAsks(
    contract.id,
    asks.map((ask) => ask.id),
    decision.what,
  );
  await bringNextDate(deps, stores, contract, actor.today);
  if (!contract.personId) return;
  const notice = decisionNotice({
    contractId: contract.id,
    month: submission.month,
    what: decision.what,
    reason: decision.reason,
    words: decision.words,
  });
  const draft = {
    uniqueKey: `decision:${submission.id}:${newest(submission).revision}`,
    personId: contract.personId,
    addressId: null,
    kind: 'notice' as const,
    reply: notice,
    notBefore: actor.now,
    about: [],
  };
  await stores.outbox.put([draft], actor.now);
}
