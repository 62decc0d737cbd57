/** One revision of a submission as rows: what was said, its sums, its proofs. */
import type { Revision } from '../casework/ports.ts';
import type { FactState, ReturnReason } from '../dialogs/codes.ts';
import type { MonthAnswers, ProofGiven } from '../dialogs/command.ts';
import type { SubmissionItem } from '../engine/law.ts';
import type { ScoreResult } from '../engine/submission-score.ts';
import type { Prisma } from './generated/client.ts';
import type { EvidenceModel } from './generated/models.ts';
import { dateOf, dayOf, fromJson, instantOf, jsonOf, moneyOf, momentOf } from './row-values.ts';

/** What is loaded with a revision, each in its order. */
export const WITH_LINES = {
  incomeItems: { orderBy: { position: 'asc' } },
  evidence: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.RevisionInclude;

type RevisionRow = Prisma.RevisionGetPayload<{ include: typeof WITH_LINES }>;
type Decision = NonNullable<Revision['decision']>;

/** Worst first in the queue. */
const RANKS: { readonly [recommendation in ScoreResult['recommendation']]: number } = {
  return: 0,
  review: 1,
  accept: 2,
};

/** What the submission keeps of its newest revision, for the order of the queue. */
export function newestColumns(revision: Revision): { newest: number; rank: number; sentAt: Date } {
  return {
    newest: revision.revision,
    rank: RANKS[revision.score.recommendation],
    sentAt: momentOf(revision.submittedAt),
  };
}

/** A revision with its sums and proofs. */
export function revisionRows(revision: Revision): Prisma.RevisionUncheckedCreateWithoutSubmissionInput {
  const { fact, income, household, proofs } = revision.answers;
  return {
    revision: revision.revision,
    submittedOn: dateOf(revision.submittedOn),
    submittedAt: momentOf(revision.submittedAt),
    asked: [...revision.asked],
    factState: fact?.state ?? null,
    factWords: fact?.words ?? null,
    ownIncome: typeof income === 'object' && income !== null ? 'items' : income,
    householdIncome: typeof household === 'object' && household !== null ? 'amount' : household,
    householdAmount: typeof household === 'object' && household !== null ? household.amount : null,
    score: jsonOf(revision.score),
    ...(revision.decision && decisionColumns(revision.decision)),
    incomeItems: {
      create:
        typeof income === 'object' && income !== null
          ? income.items.map(({ kind, amount }, position) => ({ position, kind, amount }))
          : [],
    },
    evidence: { create: proofs.map(evidenceRow) },
  };
}

/** A person's decision on a revision. */
export function decisionColumns(decision: Decision): {
  decision: string;
  decisionReason: string | null;
  decisionWords: string | null;
  decidedAt: Date;
  decidedOn: Date;
  decidedById: string;
} {
  return {
    decision: decision.what,
    decisionReason: decision.reason,
    decisionWords: decision.words,
    decidedAt: momentOf(decision.at),
    decidedOn: dateOf(decision.on),
    decidedById: decision.byStaffId,
  };
}

/** A revision from its rows. */
export function toRevision(row: RevisionRow): Revision {
  return {
    revision: row.revision,
    submittedOn: dayOf(row.submittedOn),
    submittedAt: instantOf(row.submittedAt),
    asked: row.asked as SubmissionItem[],
    answers: {
      fact: row.factState === null ? null : { state: row.factState as FactState, words: row.factWords },
      income: toIncome(row),
      household: toHousehold(row),
      proofs: row.evidence.map(toProof),
    },
    score: fromJson<ScoreResult>(row.score),
    decision: toDecision(row),
  };
}

function toIncome(row: RevisionRow): MonthAnswers['income'] {
  if (row.ownIncome !== 'items') return row.ownIncome as 'none' | 'given-to-office' | null;
  return { items: row.incomeItems.map(({ kind, amount }) => ({ kind, amount: moneyOf(amount) })) };
}

function toHousehold(row: RevisionRow): MonthAnswers['household'] {
  if (row.householdAmount !== null) return { amount: moneyOf(row.householdAmount) };
  return row.householdIncome as 'none' | 'given-to-office' | null;
}

function toDecision(row: RevisionRow): Revision['decision'] {
  const { decision, decidedAt, decidedOn, decidedById } = row;
  if (decision === null || !decidedAt || !decidedOn || decidedById === null) return null;
  return {
    what: decision as Decision['what'],
    reason: row.decisionReason as ReturnReason | null,
    words: row.decisionWords,
    at: instantOf(decidedAt),
    on: dayOf(decidedOn),
    byStaffId: decidedById,
  };
}

function evidenceRow(
  { item, kind, file }: ProofGiven,
  position: number,
): Prisma.EvidenceUncheckedCreateWithoutOfRevisionInput {
  return {
    position,
    item,
    kind,
    fileHash: file?.hash ?? null,
    fileName: file?.name ?? null,
    fileMediaType: file?.mediaType ?? null,
    fileSize: file?.size ?? null,
  };
}

function toProof(row: EvidenceModel): ProofGiven {
  const { fileHash: hash, fileName: name, fileMediaType: mediaType, fileSize: size } = row;
  const whole = hash !== null && name !== null && mediaType !== null && size !== null;
  return {
    item: row.item as ProofGiven['item'],
    kind: row.kind as ProofGiven['kind'],
    file: whole ? { hash, name, mediaType, size } : null,
  };
}
