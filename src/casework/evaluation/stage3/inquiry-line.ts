import type { Day } from '../../../engine/day.ts';
import type { InquiryLine } from '../../../dialogs/evaluation-card.ts';
import type { StoredInquiry, Stores } from '../../ports.ts';

/** Key under which the letter itself is kept among the papers. */
export function inquiryKey(inquiryId: string): string {
  return `inquiry:${inquiryId}`;
}

/** A letter with its answer; overdue when its day has passed without one. */
export async function inquiryLine(stores: Stores, inquiry: StoredInquiry, today: Day): Promise<InquiryLine> {
  const { id, to, addressee, month, sentOn, answerBy, answer } = inquiry;
  const letter = (await stores.papers.ofKey(inquiry.contractId, inquiryKey(id))).at(-1);
  return {
    inquiryId: id,
    to,
    addressee,
    month,
    sentOn,
    answerBy,
    answer: answer && { on: answer.on, what: answer.what, words: answer.words },
    overdue: answer === null && today > answerBy,
    file: letter?.file ?? null,
  };
}
