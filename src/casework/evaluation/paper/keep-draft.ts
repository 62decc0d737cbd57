/** A paper as it is being prepared: one draft per duty, and preparing again takes its place. */
import type { Turn } from '../../actor.ts';
import { recordEvent } from '../../actor.ts';
import type { Paper } from '../../paper/paper.ts';
import type { StoredPaper } from '../../ports.ts';

/** What is to be prepared. */
export interface Draft {
  readonly contractId: string;
  readonly officeId: string;
  /** Key of the duty. */
  readonly key: string;
  readonly answers: readonly string[];
  /** The value with its revision, known only here. */
  readonly value: (revision: number) => Paper;
  readonly inputs: unknown;
  readonly outcome: unknown;
  readonly proposed: string | null;
  readonly whyAgainst: string | null;
  /** Where an approved paper stands already: makes its next revision for this reason, instead of refusing. */
  readonly reviseFor?: string;
}

/** The draft that was kept, or why there is none: an approved paper stands, or the head has it on the table. */
export async function keepDraft(turn: Turn, draft: Draft): Promise<StoredPaper | 'approved' | 'submitted'> {
  const { stores } = turn;
  const revisions = await stores.papers.ofKey(draft.contractId, draft.key);
  const last = revisions.at(-1);
  if (last?.status === 'submitted') return 'submitted';
  if (last?.status === 'approved' && draft.reviseFor === undefined) return 'approved';
  const again = last?.status === 'draft' || last?.status === 'returned' ? last : null;
  const paper = again
    ? { ...newPaper(turn, draft, again.revision), id: again.id, revisionReason: again.revisionReason }
    : newPaper(turn, draft, (last?.revision ?? 0) + 1);
  if (!again) await stores.papers.add(paper);
  else if (!(await stores.papers.replace(paper, ['draft', 'returned']))) return 'submitted';
  await recordEvent(
    turn,
    'paper-prepared',
    { kind: 'paper', id: paper.id },
    { of: paper.kind, revision: paper.revision },
  );
  return paper;
}

function newPaper({ deps, actor }: Turn, draft: Draft, revision: number): StoredPaper {
  const { contractId, officeId, key, answers, inputs, outcome, proposed, whyAgainst } = draft;
  const value = draft.value(revision);
  return {
    id: deps.newId.id(),
    contractId,
    officeId,
    kind: value.kind,
    key,
    answers,
    revision,
    status: 'draft',
    value,
    inputs,
    outcome,
    proposed,
    whyAgainst,
    revisionReason: revision === 1 ? null : (draft.reviseFor ?? null),
    prepared: { at: actor.now, on: actor.today, byStaffId: actor.staff?.id ?? '' },
    submitted: null,
    approved: null,
    remark: null,
    contentHash: null,
    file: null,
  };
}
