/** A paper in a line of words: what it is, where it stands, whose hand it was. */
import type { Text } from '../../texts/text.ts';
import type { PaperLine } from '../paper-card.ts';
import { shortName } from '../specialist/short-name.ts';
import { paperKindText, paperStatusText } from './code-words.ts';
import { evaluationText } from './wording.ts';

/** "Report", "Monitoring record 3, November 2026", "Inquiry, November 2026". */
export function paperNameText({ kind, number, month }: Pick<PaperLine, 'kind' | 'number' | 'month'>): Text {
  const facts = { kind: { text: paperKindText(kind) } };
  if (number !== null && month !== null)
    return evaluationText('paper.name-of-month', { ...facts, number, month: { month } });
  if (number !== null) return evaluationText('paper.name-of-number', { ...facts, number });
  return month === null ? paperKindText(kind) : evaluationText('paper.name-month', { ...facts, month: { month } });
}

/** Its state, who prepared it and when; the day it was approved; the head's remark. */
export function paperStateTexts(paper: PaperLine): readonly Text[] {
  const made = { by: shortName(paper.preparedBy), on: { day: paper.preparedOn } };
  if (paper.kind === 'inquiry') return [evaluationText('paper.letter', made)];
  const status = { text: paperStatusText(paper.status) };
  const state =
    paper.approvedOn === null
      ? evaluationText('paper.state', { status, ...made })
      : evaluationText('paper.state-approved', { status, on: { day: paper.approvedOn } });
  const remark = paper.remark === null ? [] : [evaluationText('paper.remark-of-head', { remark: paper.remark })];
  return [state, ...remark];
}
