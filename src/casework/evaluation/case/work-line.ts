/** Lines of "what waits for me". */
import type { WorkLine } from '../../../dialogs/evaluation-card.ts';
import type { Turn } from '../../actor.ts';
import type { Contract, StoredDuty, WaitingWork } from '../../ports.ts';
import { newestPaper, paperLine } from '../paper/paper-line.ts';
import type { HeldPaper } from './held.ts';

/** The line of one thing that waits; null where it is gone meanwhile. */
export async function workLine({ stores }: Turn, { why, id }: WaitingWork): Promise<WorkLine | null> {
  switch (why) {
    case 'to-approve':
    case 'returned': {
      const paper = await stores.papers.find(id);
      const contract = paper && (await stores.cases.find(paper.contractId));
      if (!paper || !contract) return null;
      const duty = (await stores.duties.ofContract(contract.id)).find((each) => each.key === paper.key);
      const { kind, number, month } = await paperLine(stores, paper);
      return {
        ...lineOf(contract, why),
        dutyId: duty?.dutyId ?? null,
        paperId: paper.id,
        kind,
        number,
        month,
        dueOn: duty?.dueOn ?? null,
        pending: duty?.pending !== undefined,
      };
    }
    case 'inquiry-due': {
      const inquiry = await stores.inquiries.find(id);
      const contract = inquiry && (await stores.cases.find(inquiry.contractId));
      if (!inquiry || !contract) return null;
      const duties = await stores.duties.ofContract(contract.id);
      const record = duties.find((duty) => duty.kind === 'monitoring' && duty.month === inquiry.month);
      return {
        ...lineOf(contract, why),
        dutyId: record?.dutyId ?? null,
        inquiryId: inquiry.id,
        kind: 'inquiry',
        number: record?.number ?? null,
        month: inquiry.month,
        dueOn: inquiry.answerBy,
      };
    }
    case 'duty': {
      const duty = await stores.duties.find(id);
      const contract = duty && (await stores.cases.find(duty.contractId));
      if (!duty || !contract) return null;
      const paper = await newestPaper(stores, contract.id, duty.key);
      const draft = paper?.status === 'draft' ? paper.id : null;
      return { ...lineOf(contract, why), ...dutyPart(duty), draft: draft !== null, paperId: draft };
    }
  }
}

/** The first thing that waits for the actor other than this paper and its duty; null where nothing does. */
export async function nextWork(turn: Turn, after: HeldPaper): Promise<WorkLine | null> {
  const { staff, paper } = after;
  const { lines } = await turn.stores.papers.waiting(staff, turn.actor.today, 0, 3);
  for (const work of lines) {
    const line = await workLine(turn, work);
    const same = line?.contractId === paper.contractId && (await isAnsweredBy(turn, line, after));
    if (line && !same) return line;
  }
  return null;
}

async function isAnsweredBy({ stores }: Turn, line: WorkLine, { paper }: HeldPaper): Promise<boolean> {
  if (line.paperId === paper.id) return true;
  const duty = line.dutyId === null ? null : await stores.duties.find(line.dutyId);
  return duty !== null && paper.answers.includes(duty.key);
}

function lineOf(contract: Contract, why: WorkLine['why']): Omit<WorkLine, 'kind'> {
  return {
    why,
    dutyId: null,
    paperId: null,
    inquiryId: null,
    contractId: contract.id,
    contractNumber: contract.number,
    recipientName: contract.recipientName,
    number: null,
    month: null,
    dueOn: null,
    draft: false,
    pending: false,
  };
}

function dutyPart(duty: StoredDuty): Pick<WorkLine, 'dutyId' | 'kind' | 'number' | 'month' | 'dueOn' | 'pending'> {
  const { dutyId, kind, number, month, dueOn, pending } = duty;
  return { dutyId, kind, number: number ?? null, month: month ?? null, dueOn, pending: pending !== undefined };
}
