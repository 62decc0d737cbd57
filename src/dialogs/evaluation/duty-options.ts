/** What can be done with one duty: the next step of its kind first. */
import type { Option } from '../dialog.ts';
import type {
  ConclusionCard,
  DutyCard,
  MonitoringCard,
  RegisterCard,
  ReportCard,
  WindowCard,
} from '../evaluation-card.ts';
import type { PaperKind } from '../evaluation-codes.ts';
import { goOption } from '../options.ts';
import { answerOption, caseOption, evaluationText, papersRow } from './wording.ts';

type Rows = readonly (readonly Option[])[];

/** The form that prepares a paper of this kind from its duty; null for a letter. */
export function formOf(kind: PaperKind): string | null {
  switch (kind) {
    case 'conclusion':
      return 'conclude';
    case 'monitoring':
      return 'record';
    case 'report':
      return 'report';
    case 'decision':
      return 'decide';
    case 'inquiry':
      return null;
  }
}

/** Rows of buttons under the screen of a duty. */
export function dutyRows(card: DutyCard): Rows {
  const { dutyId, paper, status } = card;
  const opened = paper === null ? [] : [goOption(evaluationText('go.paper'), 'paper', paper.paperId)];
  const byHand =
    status === 'done' || card.kind === 'register'
      ? []
      : [goOption(evaluationText('go.done-otherwise'), 'duty-done', dutyId)];
  return [...stepRows(card), opened, [caseOption(card.contractId), ...byHand], papersRow()];
}

/** A paper that waits for the head, or that both have signed, is not prepared anew from here. */
function isFixed({ paper }: DutyCard): boolean {
  return paper?.status === 'submitted' || paper?.status === 'approved';
}

function stepRows(card: DutyCard): Rows {
  switch (card.kind) {
    case 'conclusion':
      return conclusionRows(card);
    case 'monitoring':
      return monitoringRows(card);
    case 'income-window':
      return windowRows(card);
    case 'report':
      return reportRows(card);
    case 'decision':
      return isFixed(card) ? [] : [[goOption(evaluationText('go.decide'), 'decide', card.dutyId)]];
    case 'register':
      return registerRows(card);
  }
}

function conclusionRows(card: ConclusionCard): Rows {
  const { dutyId, contractId, completion } = card;
  const measures = goOption(evaluationText('go.measures'), 'measures', dutyId);
  const conclude = completion === null ? [] : [goOption(evaluationText('go.conclude'), 'conclude', dutyId)];
  const dates = [
    goOption(evaluationText('go.extension'), 'extension', contractId),
    goOption(evaluationText('go.stop'), 'stop', contractId),
  ];
  return isFixed(card) ? [dates] : [[...conclude, measures], dates];
}

function monitoringRows(card: MonitoringCard): Rows {
  const { dutyId, contractId, month, said, inquiries, track, window } = card;
  const record = isFixed(card) ? [] : [goOption(evaluationText('go.record'), 'record', dutyId)];
  const review =
    said?.status === 'sent' ? [goOption(evaluationText('go.submission'), 'submission', said.submissionId)] : [];
  const answers = inquiries
    .filter(({ answer }) => answer === null)
    .map(({ inquiryId }) => [answerOption(inquiryId, contractId)]);
  const ask =
    track === 'hardship'
      ? [goOption(evaluationText('go.survey'), 'survey', contractId)]
      : month === null
        ? []
        : [goOption(evaluationText('go.inquiry'), 'inquiry', `${contractId}~${month}`)];
  const figures = (window?.missing.length ?? 0) > 0 ? [figureOption(dutyId)] : [];
  return [[...record, ...review], ...answers, [...ask, ...figures]];
}

function windowRows({ dutyId, window, record }: WindowCard): Rows {
  if (window.missing.length > 0) return [[figureOption(dutyId)]];
  const print = record === null ? [] : [goOption(evaluationText('go.window'), 'window', dutyId)];
  return [print, [goOption(evaluationText('go.figure-change'), 'figure', dutyId)]];
}

function reportRows(card: ReportCard): Rows {
  const { dutyId, contractId, missing, faults } = card;
  const ready = missing.length === 0 && faults.length === 0 && !isFixed(card);
  const figures =
    missing.length > 0 ? figureOption(dutyId) : goOption(evaluationText('go.figure-change'), 'figure', dutyId);
  const gather = [figures, goOption(evaluationText('go.family'), 'family', dutyId)];
  const survey = goOption(evaluationText('go.survey'), 'survey', contractId);
  const chart = goOption(evaluationText('go.chart'), 'chart', contractId);
  const report = ready ? [goOption(evaluationText('go.report'), 'report', dutyId)] : [];
  return isFixed(card) ? [[chart]] : [report, gather, [survey, chart]];
}

function registerRows({ month }: RegisterCard): Rows {
  return [[goOption(evaluationText('go.register-of', { month: { month } }), 'register', month)]];
}

function figureOption(dutyId: string): Option {
  return goOption(evaluationText('go.figure'), 'figure', dutyId);
}
