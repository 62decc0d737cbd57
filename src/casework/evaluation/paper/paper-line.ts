/** A paper in one line, and the newest of a duty. */
import type { PaperLine } from '../../../dialogs/paper-card.ts';
import type { StoredPaper, Stores } from '../../ports.ts';

/** The newest revision that answers the duty, its own or one that answers another duty too; null where there is none. */
export async function newestPaper(stores: Stores, contractId: string, dutyKey: string): Promise<StoredPaper | null> {
  const own = await stores.papers.ofKey(contractId, dutyKey);
  if (own.length > 0) return own.at(-1) ?? null;
  const all = await stores.papers.ofContract(contractId);
  return all.findLast((paper) => paper.answers.includes(dutyKey)) ?? null;
}

/** The line. */
export async function paperLine(stores: Stores, paper: StoredPaper): Promise<PaperLine> {
  const { value } = paper;
  return {
    paperId: paper.id,
    kind: paper.kind,
    number: value.kind === 'monitoring' ? value.number : null,
    month: value.kind === 'monitoring' || value.kind === 'inquiry' ? value.month : null,
    revision: paper.revision,
    status: paper.status,
    preparedBy: (await stores.offices.findStaff(paper.prepared.byStaffId))?.name ?? '',
    preparedOn: (value.kind === 'inquiry' ? value.sentOn : value.preparedOn) ?? paper.prepared.on,
    approvedOn: paper.approved?.on ?? null,
    remark: paper.remark,
  };
}
