/** The recipient is told of a signed conclusion, report or decision. Records and letters are the office's own work. */
import { paperNotice, type SignedDecision } from '../../../dialogs/notice/paper-notice.ts';
import type { Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import type { OutboxDraft, StoredPaper } from '../../ports.ts';
import type { HeldPaper } from '../case/held.ts';
import { keptOutcome } from './kept-outcome.ts';

/** Puts the notice once per paper; nobody is told where the recipient has not joined. */
export async function tellRecipient(turn: Turn, { paper, contract, staff }: HeldPaper): Promise<void> {
  const { deps, stores, actor } = turn;
  const monitoredTo = calendarOfContract(deps, contract).monitoring.at(-1)?.dueOn ?? null;
  const decided = decisionOf(paper, monitoredTo);
  if (decided === null || contract.personId === null) return;
  const office = await stores.offices.find(contract.officeId);
  const draft: OutboxDraft = {
    uniqueKey: `paper:${paper.id}`,
    personId: contract.personId,
    addressId: null,
    kind: 'notice',
    reply: paperNotice({
      contractNumber: contract.number,
      decided,
      revision: paper.revision,
      headName: staff.name,
      officeName: office?.name ?? '',
      phone: office?.phone ?? null,
    }),
    notBefore: actor.now,
    about: [],
  };
  await stores.outbox.put([draft], actor.now);
}

function decisionOf(
  paper: StoredPaper,
  monitoredTo: Extract<SignedDecision, { kind: 'report' }>['monitoredTo'],
): SignedDecision | null {
  const { value } = paper;
  switch (value.kind) {
    case 'conclusion':
      return { kind: 'conclusion', outcome: value.outcome, cause: value.cause };
    case 'report': {
      const { verdict, incomeOutcome, before, after } = value;
      const figures = { before: before.perCapitaIncome, after: after.perCapitaIncome };
      return { kind: 'report', verdict, incomeOutcome, ...figures, monitoredTo };
    }
    case 'decision': {
      const { decision, confirmedMonths, otherSupport } = value;
      return { kind: 'decision', decision, why: whyOf(paper, decision), confirmedMonths, otherSupport };
    }
    case 'monitoring':
    case 'inquiry':
      return null;
  }
}

function whyOf(paper: StoredPaper, decision: string): Extract<SignedDecision, { kind: 'decision' }>['why'] {
  if (paper.proposed !== decision) return null;
  const codes = keptOutcome(paper).reasons.map(({ code }) => code);
  return (['no-longer-low-income', 'report-ineffective'] as const).find((code) => codes.includes(code)) ?? null;
}
