/** Short ways to name texts and the ways on of the evaluation's screens. */
import type { Fact, Text } from '../../texts/text.ts';
import type { Option } from '../dialog.ts';
import { goOption } from '../options.ts';

/** A text of `locales/…/evaluation.json` by its path, `papers.title`. */
export function evaluationText(path: string, facts?: { readonly [name: string]: Fact }): Text {
  const key = `evaluation:${path}`;
  return facts === undefined ? { key } : { key, facts };
}

/** A choice as a button: its group and its code. */
export function chooseText(group: string, code: string): Text {
  return evaluationText(`choose.${group}.${code}`);
}

/** Back to what waits: the last row of every screen here. */
export function papersRow(): readonly Option[] {
  return [goOption(evaluationText('go.papers'), 'papers')];
}

/** Opens one duty, labelled as the way back to it. */
export function dutyOption(dutyId: string): Option {
  return goOption(evaluationText('go.duty'), 'duty', dutyId);
}

/** Files the answer to a letter of the contract. */
export function answerOption(inquiryId: string, contractId: string): Option {
  return goOption(evaluationText('go.inquiry-answer'), 'inquiry-answer', `${inquiryId}~${contractId}`);
}

/** Opens all that was kept of one contract. */
export function caseOption(contractId: string): Option {
  return goOption(evaluationText('go.case'), 'case', contractId);
}
