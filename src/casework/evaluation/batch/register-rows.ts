/** The register of a month: reports that were approved and bear a day of it. */
import { firstDay, lastDay, type Month } from '../../../engine/day.ts';
import type { Register, RegisterRow } from '../../paper/paper.ts';
import type { Office, StoredPaper, Stores } from '../../ports.ts';

/** Papers read in one query. */
const BATCH = 200;

/** The register, and the contracts whose reports are in it. */
export async function registerOf(
  stores: Stores,
  office: Office,
  month: Month,
): Promise<{ readonly register: Register; readonly contractIds: readonly string[] }> {
  const rows: RegisterRow[] = [];
  const contractIds: string[] = [];
  const filter = { officeId: office.id, from: firstDay(month), to: lastDay(month), kind: 'report' as const };
  for (let after: string | null = null; ; ) {
    const papers: StoredPaper[] = await stores.papers.approvedBetween(filter, after, BATCH);
    for (const paper of papers) {
      rows.push(...rowOf(paper));
      contractIds.push(paper.contractId);
    }
    after = papers.at(-1)?.id ?? null;
    if (papers.length < BATCH) break;
  }
  return { register: { region: office.region, month, rows }, contractIds };
}

function rowOf({ value }: StoredPaper): RegisterRow[] {
  if (value.kind !== 'report' || value.after.perCapitaIncome === null || value.preparedOn === null) return [];
  const { officeName, contractNumber, recipientName, track, startsOn, endsOn, before, after } = value;
  const { incomeOutcome, conditions, result, verdict } = value;
  return [
    {
      officeName,
      contractNumber,
      recipientName,
      track,
      startsOn,
      endsOn,
      reportOn: value.preparedOn,
      perCapitaIncomeBefore: before.perCapitaIncome,
      perCapitaIncomeAfter: value.after.perCapitaIncome,
      perCapitaMinimum: after.perCapitaMinimum,
      incomeOutcome,
      conditions,
      result,
      verdict,
    },
  ];
}
