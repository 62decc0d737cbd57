/** The recipient sends a month: scored, kept as a revision with a receipt, and the asks it answers are quiet from now on. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import type { ScoreResult } from '../../engine/submission-score.ts';
import { recordEvent, refused, type Turn } from '../actor.ts';
import { mergeSaid, type Said } from '../case/merge-answers.ts';
import { bringNextDate } from '../case/plan-contract.ts';
import { type Scored, scoreMonth } from '../case/score-month.ts';
import { newest } from '../case/submission-card.ts';
import type { Revision, Submission } from '../ports.ts';

/** Only the recipient of the contract, only for asks that are open by now. Sending again makes a new revision. */
export async function submitMonth(
  turn: Turn,
  command: Extract<Command, { kind: 'submit-month' }>,
): Promise<CommandResult> {
  const { stores, actor } = turn;
  const contract = await stores.cases.find(command.contractId);
  if (!contract || contract.personId !== actor.person.id) return refused('submit-month', 'not-found');
  const before = await stores.submissions.ofMonth(contract.id, command.month);
  const said = mergeSaid(before && carriedOver(before), { asked: command.asked, answers: command.answers });
  const asks = (await stores.duties.asksOf(contract.id)).filter(
    (ask) => ask.month === command.month && said.asked.includes(ask.item) && ask.askFrom <= actor.today,
  );
  if (asks.length < said.asked.length || asks.length === 0) return refused('submit-month', 'changed-meanwhile');
  const scored: Scored = { contract, month: command.month, said, asks };
  const score = await scoreMonth(turn, scored);
  if (!score.ok) return refused('submit-month', 'faults', score.faults);
  const { submission, revision } = await keep(turn, before, scored, score.value);
  await stores.duties.markAsks(
    contract.id,
    asks.map((ask) => ask.id),
    'sent',
  );
  await bringNextDate(turn.deps, stores, contract, actor.today);
  await recordEvent(
    turn,
    'month-submitted',
    { kind: 'submission', id: submission.id },
    { revision, month: command.month, score: score.value.score },
  );
  return {
    of: 'submit-month',
    kind: 'month-submitted',
    receipt: submission.number,
    revision,
    month: command.month,
    asked: said.asked,
  };
}

/** What of the sending before still counts: everything while it is undecided or was returned; after acceptance each item stands by itself. */
function carriedOver(before: Submission): Said | null {
  const last = newest(before);
  return last.decision?.what === 'accepted' ? null : { asked: last.asked, answers: last.answers };
}

async function keep(
  { deps, stores, actor }: Turn,
  before: Submission | null,
  { contract, month, said }: Scored,
  score: ScoreResult,
): Promise<{ submission: Pick<Submission, 'id' | 'number'>; revision: number }> {
  const revision: Revision = {
    revision: before ? newest(before).revision + 1 : 1,
    submittedOn: actor.today,
    submittedAt: actor.now,
    asked: said.asked,
    answers: said.answers,
    score,
    decision: null,
  };
  if (before) {
    await stores.submissions.addRevision(before.id, revision);
    return { submission: before, revision: revision.revision };
  }
  const submission = {
    id: deps.newId.id(),
    number: deps.newId.code(),
    contractId: contract.id,
    month,
    status: 'sent' as const,
  };
  await stores.submissions.add(submission, revision);
  return { submission, revision: 1 };
}
