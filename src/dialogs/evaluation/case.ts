/** All that was kept of one contract: its papers by number, letters, surveys, sittings; and what can be done with it. */
import type { Text } from '../../texts/text.ts';
import type { Dialog, Ending, Option } from '../dialog.ts';
import type { CaseFileCard, SittingLine } from '../evaluation-card.ts';
import { goOption } from '../options.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { trackText } from '../specialist/law-words.ts';
import { ended, lines, staffText } from '../specialist/wording.ts';
import { paperStatusText } from './code-words.ts';
import { whoseText } from './duty-head.ts';
import { inquiryText, surveyText } from './monitoring-figures.ts';
import { paperNameText } from './paper-lines.ts';
import { onResultOf, refusedEnding } from './refusal.ts';
import { answerOption, evaluationText, papersRow } from './wording.ts';

const PER_ROW = 5;
/** Newest first where a case has more revisions than fit a screen. */
const MOST_PAPERS = 30;

/** Argument: the id of the contract. */
export const CASE: Dialog = {
  id: 'case',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const contractId = readId(argument);
    return contractId === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'open-case', contractId }] };
  },
  onResult: onResultOf(
    'case',
    ({ card }) => show(card),
    (refusal) => refusedEnding(refusal),
  ),
};

function show(card: CaseFileCard): Ending {
  const papers = card.papers.slice(-MOST_PAPERS);
  const list =
    papers.length === 0
      ? evaluationText('case.no-papers')
      : lines([evaluationText('case.papers'), ...papers.map((paper, index) => paperText(paper, index + 1))]);
  const open = papers.map((paper, index) =>
    goOption(evaluationText('case.open', { place: index + 1 }), 'paper', paper.paperId),
  );
  const texts = [
    headText(card),
    list,
    ...paragraph(card.inquiries.map((each) => inquiryText(each))),
    ...paragraph(card.surveys.map((each) => surveyText(each))),
    ...paragraph(card.sittings.map((each) => sittingText(each))),
  ];
  const letters = card.inquiries
    .filter(({ answer }) => answer === null)
    .map(({ inquiryId }) => [answerOption(inquiryId, card.contractId)]);
  return ended(texts, [...inRows(open), ...letters, ...stepRows(card), papersRow()]);
}

function headText(card: CaseFileCard): Text {
  const term = evaluationText('duty.term', {
    track: { text: trackText(card.track) },
    starts: { day: card.startsOn },
    ends: { day: card.endsOn },
  });
  const asked = card.extensionAskedOn;
  return lines([
    whoseText(card),
    term,
    ...(asked === null ? [] : [evaluationText('case.extension-asked', { on: { day: asked } })]),
  ]);
}

function paperText(paper: CaseFileCard['papers'][number], place: number): Text {
  const facts = { place, what: { text: paperNameText(paper) }, status: { text: paperStatusText(paper.status) } };
  if (paper.kind === 'inquiry') return evaluationText('case.letter', facts);
  return paper.revision > 1
    ? evaluationText('case.paper-revision', { ...facts, revision: paper.revision })
    : evaluationText('case.paper', facts);
}

function sittingText({ askedOn, satOn, result, extendedTo, words }: SittingLine): Text {
  if (satOn === null || result === null) return evaluationText('case.sitting-waits', { on: { day: askedOn } });
  const facts = { on: { day: satOn } };
  const line =
    result === 'extended' && extendedTo !== null
      ? evaluationText('case.sitting-extended', { ...facts, until: { day: extendedTo } })
      : evaluationText('case.sitting-refused', facts);
  return words === null ? line : lines([line, evaluationText('monitoring.words', { words })]);
}

function stepRows({ contractId }: CaseFileCard): readonly (readonly Option[])[] {
  return [
    [
      goOption(evaluationText('go.chart'), 'chart', contractId),
      goOption(evaluationText('go.archive'), 'archive', contractId),
    ],
    [
      goOption(evaluationText('go.extension'), 'extension', contractId),
      goOption(evaluationText('go.stop'), 'stop', contractId),
    ],
    [
      goOption(evaluationText('go.survey'), 'survey', contractId),
      goOption(evaluationText('go.inquiry'), 'inquiry', contractId),
    ],
    [goOption(staffText('go.contract-back'), 'contract', contractId)],
  ];
}

function paragraph(rows: readonly Text[]): readonly Text[] {
  return rows.length === 0 ? [] : [lines(rows)];
}

function inRows(options: readonly Option[]): readonly (readonly Option[])[] {
  return options.flatMap((_option, at) => (at % PER_ROW === 0 ? [options.slice(at, at + PER_ROW)] : []));
}
