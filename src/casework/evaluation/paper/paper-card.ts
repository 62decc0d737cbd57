/** One paper as the one who looks at it sees it: its choice, its warnings, its file, and what may be done. */
import { consequenceOf } from '../../../engine/conclusion.ts';
import type { PaperStep } from '../../../dialogs/evaluation-codes.ts';
import type { FileRef } from '../../../dialogs/file-ref.ts';
import type { PaperCard, PaperOutcome } from '../../../dialogs/paper-card.ts';
import type { Turn } from '../../actor.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Staff, StoredPaper } from '../../ports.ts';
import type { HeldPaper } from '../case/held.ts';
import { keptOutcome } from './kept-outcome.ts';
import { paperFile } from './paper-file.ts';
import { paperLine } from './paper-line.ts';
import { isIntact } from './seal.ts';

/** The card. The file of an approved paper is the one that was signed, of any other it is written now. */
export async function paperCard(turn: Turn, held: HeldPaper, fullForm = false): Promise<PaperCard> {
  const { deps, stores } = turn;
  const { paper, contract, staff } = held;
  const intact = await isIntact(deps, paper);
  const { reasons, assumptions, warnings } = keptOutcome(paper);
  const approver = paper.approved && (await stores.offices.findStaff(paper.approved.byStaffId));
  const revisions = await stores.papers.ofKey(paper.contractId, paper.key);
  const duty = (await stores.duties.ofContract(contract.id)).find((each) => each.key === paper.key);
  return {
    ...(await paperLine(stores, paper)),
    contractId: contract.id,
    contractNumber: contract.number,
    recipientName: contract.recipientName,
    track: contract.track,
    dutyId: duty?.dutyId ?? null,
    submittedOn: paper.submitted?.on ?? null,
    approvedBy: approver?.name ?? null,
    revisionReason: paper.revisionReason,
    proposal:
      paper.proposed === null
        ? null
        : { proposed: paper.proposed, chosen: chosenOf(paper.value), reasons, assumptions },
    whyAgainst: paper.whyAgainst,
    warnings,
    outcome: outcomeOf(paper.value),
    file: intact ? await fileOf(turn, paper, fullForm) : null,
    intact,
    may: intact ? stepsFor(staff, paper, paper.revision === revisions.at(-1)?.revision, duty !== undefined) : [],
  };
}

async function fileOf(turn: Turn, paper: StoredPaper, fullForm: boolean): Promise<FileRef | null> {
  if (fullForm) return paperFile(turn, paper.officeId, paper.value, { fullForm });
  return paper.file ?? paperFile(turn, paper.officeId, paper.value);
}

/** What this member of staff may do with it now. */
function stepsFor(staff: Staff, paper: StoredPaper, newest: boolean, hasDuty: boolean): PaperStep[] {
  if (!newest || paper.kind === 'inquiry') return [];
  switch (paper.status) {
    case 'draft':
      return paper.prepared.byStaffId === staff.id ? ['submit'] : [];
    case 'submitted':
      return mayDecide(staff, paper) ? ['approve', 'return'] : [];
    case 'approved':
      return hasDuty ? ['revise'] : [];
    case 'returned':
    case 'superseded':
      return [];
  }
}

/** The head signs second, and never what the head prepared. */
export function mayDecide(staff: Pick<Staff, 'id' | 'role'>, paper: StoredPaper): boolean {
  return staff.role === 'head' && paper.prepared.byStaffId !== staff.id && paper.submitted?.byStaffId !== staff.id;
}

/** The choice as a code, to be set beside the proposal. */
function chosenOf(value: Paper): string {
  switch (value.kind) {
    case 'conclusion':
      return String(value.outcome);
    case 'report':
      return value.verdict;
    case 'decision':
      return value.decision;
    case 'monitoring':
      return value.fact ?? value.conditions ?? '';
    case 'inquiry':
      return '';
  }
}

function outcomeOf(value: Paper): PaperOutcome {
  switch (value.kind) {
    case 'conclusion':
      return { kind: 'conclusion', outcome: value.outcome, consequence: consequenceOf(value.outcome) };
    case 'report': {
      const { verdict, incomeOutcome, before, after } = value;
      const perCapita = { before: before.perCapitaIncome, after: after.perCapitaIncome };
      return {
        kind: 'report',
        verdict,
        incomeOutcome,
        perCapitaIncomeBefore: perCapita.before,
        perCapitaIncomeAfter: perCapita.after,
      };
    }
    case 'monitoring': {
      const { fact, conditions, hardship, window } = value;
      return { kind: 'monitoring', fact, conditions, hardship, window };
    }
    case 'decision':
      return { kind: 'decision', decision: value.decision, confirmedMonths: value.confirmedMonths };
    case 'inquiry':
      return { kind: 'inquiry', to: value.to, addressee: value.addressee };
  }
}
