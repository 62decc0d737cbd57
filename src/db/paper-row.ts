/** A paper as its row. Value, inputs and outcome are kept as text, so that what was signed comes back as it was. */
import type { StoredPaper } from '../casework/ports.ts';
import type { Paper } from '../casework/paper/paper.ts';
import type { PaperKind, PaperStatus } from '../dialogs/evaluation-codes.ts';
import type { Prisma } from './generated/client.ts';
import type { PaperModel } from './generated/models.ts';
import { fileColumns, toFileRef } from './file-columns.ts';
import { dateOf, dayOf, instantOf, momentOf } from './row-values.ts';

/** The row of a paper; `bears_day` is the day the paper is found by: the one it bears, else the one it was prepared on. */
export function paperRow(paper: StoredPaper): Prisma.PaperUncheckedCreateInput {
  const { value, prepared, submitted, approved } = paper;
  return {
    id: paper.id,
    contractId: paper.contractId,
    officeId: paper.officeId,
    kind: paper.kind,
    key: paper.key,
    answers: [...paper.answers],
    revision: paper.revision,
    status: paper.status,
    number: value.kind === 'monitoring' ? value.number : null,
    month: value.kind === 'monitoring' || value.kind === 'inquiry' ? value.month : null,
    bearsDay: dateOf(bearsDay(value) ?? prepared.on),
    value: JSON.stringify(value),
    inputs: JSON.stringify(paper.inputs ?? null),
    outcome: JSON.stringify(paper.outcome ?? null),
    proposed: paper.proposed,
    whyAgainst: paper.whyAgainst,
    revisionReason: paper.revisionReason,
    preparedAt: momentOf(prepared.at),
    preparedOn: dateOf(prepared.on),
    preparedById: prepared.byStaffId,
    submittedAt: submitted && momentOf(submitted.at),
    submittedOn: submitted && dateOf(submitted.on),
    submittedById: submitted?.byStaffId ?? null,
    approvedAt: approved && momentOf(approved.at),
    approvedOn: approved && dateOf(approved.on),
    approvedById: approved?.byStaffId ?? null,
    remark: paper.remark,
    contentHash: paper.contentHash,
    ...fileColumns(paper.file),
  };
}

/** The day a paper bears; null where it is left open. */
function bearsDay(value: Paper): Paper['preparedOn'] {
  return value.kind === 'inquiry' ? value.sentOn : value.preparedOn;
}

/** A paper from its row. */
export function toPaper(row: PaperModel): StoredPaper {
  const signed = (at: Date | null, on: Date | null, byStaffId: string | null) =>
    at && on && byStaffId !== null ? { at: instantOf(at), on: dayOf(on), byStaffId } : null;
  return {
    id: row.id,
    contractId: row.contractId,
    officeId: row.officeId,
    kind: row.kind as PaperKind,
    key: row.key,
    answers: row.answers,
    revision: row.revision,
    status: row.status as PaperStatus,
    value: JSON.parse(row.value) as Paper,
    inputs: JSON.parse(row.inputs) as unknown,
    outcome: JSON.parse(row.outcome) as unknown,
    proposed: row.proposed,
    whyAgainst: row.whyAgainst,
    revisionReason: row.revisionReason,
    prepared: { at: instantOf(row.preparedAt), on: dayOf(row.preparedOn), byStaffId: row.preparedById },
    submitted: signed(row.submittedAt, row.submittedOn, row.submittedById),
    approved: signed(row.approvedAt, row.approvedOn, row.approvedById),
    remark: row.remark,
    contentHash: row.contentHash,
    file: toFileRef(row),
  };
}
