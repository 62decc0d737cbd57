/** Letters of the office and their answers. */
import type { InquiryStore, StoredInquiry } from '../casework/ports.ts';
import { month } from '../engine/day.ts';
import type { Prisma } from './generated/client.ts';
import type { InquiryModel } from './generated/models.ts';
import { dateOf, dayOf } from './row-values.ts';

/** The store of one transaction. */
export function inquiryStore(tx: Prisma.TransactionClient): InquiryStore {
  return {
    add: async ({ answer, ...inquiry }) => {
      const data = { ...inquiry, sentOn: dateOf(inquiry.sentOn), answerBy: dateOf(inquiry.answerBy) };
      await tx.inquiry.create({ data: { ...data, ...(answer && answerColumns(answer)) } });
    },
    find: async (inquiryId) => {
      const row = await tx.inquiry.findUnique({ where: { id: inquiryId } });
      return row && toInquiry(row);
    },
    ofContract: async (contractId) => {
      const rows = await tx.inquiry.findMany({ where: { contractId }, orderBy: { seq: 'asc' } });
      return rows.map(toInquiry);
    },
    answer: async (inquiryId, answer) => {
      const filed = await tx.inquiry.updateMany({
        where: { id: inquiryId, answeredOn: null },
        data: answerColumns(answer),
      });
      return filed.count === 1;
    },
  };
}

function answerColumns(answer: NonNullable<StoredInquiry['answer']>) {
  return {
    answeredOn: dateOf(answer.on),
    answer: answer.what,
    answerWords: answer.words,
    answeredById: answer.byStaffId,
  };
}

function toInquiry(row: InquiryModel): StoredInquiry {
  const { answeredOn, answer, answerWords, answeredById, seq: _seq, ...plain } = row;
  const answered = answeredOn && answer !== null && answeredById !== null;
  return {
    ...plain,
    month: month(row.month),
    to: row.to as StoredInquiry['to'],
    sentOn: dayOf(row.sentOn),
    answerBy: dayOf(row.answerBy),
    answer: answered
      ? {
          on: dayOf(answeredOn),
          what: answer as NonNullable<StoredInquiry['answer']>['what'],
          words: answerWords,
          byStaffId: answeredById,
        }
      : null,
  };
}
