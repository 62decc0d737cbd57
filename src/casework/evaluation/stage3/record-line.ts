/** What is known of the twelve months: signed records first, then what was kept. */
import type { MonitoringRecord as RecordDates } from '../../../engine/contract-dates.ts';
import type { Day } from '../../../engine/day.ts';
import type { RecordLine } from '../../../dialogs/evaluation-card.ts';
import type { MonitoringPaper } from '../../paper/paper.ts';
import type { StoredPaper, StoredRecord, Stores } from '../../ports.ts';

/** Key of the duty of a record. */
export function recordKey(number: number, endsOn: Day): string {
  return `monitoring:${number}@${endsOn}`;
}

/** The lines of these records of the end in force. */
export async function recordLines(
  stores: Stores,
  contractId: string,
  endsOn: Day,
  dates: readonly RecordDates[],
): Promise<RecordLine[]> {
  const kept = await stores.records.ofContract(contractId);
  const papers = await stores.papers.ofContract(contractId);
  return dates.map(({ number, month }) => {
    const key = recordKey(number, endsOn);
    const signed = papers.find((paper) => paper.key === key && paper.status === 'approved');
    return recordLine(
      { number, month: month ?? null },
      kept.find((record) => record.key === key) ?? null,
      signed ?? null,
    );
  });
}

/** One line: of the signed paper where there is one, else of what was kept, else empty. */
export function recordLine(
  of: Pick<RecordLine, 'number' | 'month'>,
  kept: StoredRecord | null,
  signed: StoredPaper | null,
): RecordLine {
  if (signed?.value.kind === 'monitoring') return { ...of, ...ofPaper(signed.value), approved: true };
  if (!kept) return { ...of, ...NOTHING, approved: false };
  const { fact, conditions, hardship, checkedOn, confirmedBy, paperWords, registeredAs } = kept;
  return {
    ...of,
    fact,
    conditions,
    hardship,
    checkedOn,
    confirmedBy,
    paperWords,
    registeredAs,
    approved: false,
  };
}

type Said = Omit<RecordLine, 'number' | 'month' | 'approved'>;

const NOTHING: Said = {
  fact: null,
  conditions: null,
  hardship: null,
  checkedOn: null,
  confirmedBy: null,
  paperWords: null,
  registeredAs: null,
};

function ofPaper(value: MonitoringPaper): Said {
  const { fact, conditions, hardship, checkedOn, confirmedBy, paper, registeredAs } = value;
  return { fact, conditions, hardship, checkedOn, confirmedBy, paperWords: paper, registeredAs };
}
