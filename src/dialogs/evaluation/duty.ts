/** One duty of a case: the figures first with where they came from, then the question. */
import type { Day } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Dialog, Reply } from '../dialog.ts';
import type { DutyCard } from '../evaluation-card.ts';
import type { FileRef } from '../file-ref.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { staffReply } from '../specialist/wording.ts';
import { conclusionTexts } from './conclusion-figures.ts';
import { decisionTexts } from './decision-figures.ts';
import { dutyHeadText } from './duty-head.ts';
import { dutyRows } from './duty-options.ts';
import { windowTexts } from './figure-lines.ts';
import { monitoringFiles, monitoringTexts, recordText } from './monitoring-figures.ts';
import { onResultOf, refusedEnding } from './refusal.ts';
import { reportTexts } from './report-figures.ts';
import { evaluationText } from './wording.ts';

/** Argument: the id of the duty. */
export const DUTY: Dialog = {
  id: 'duty',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const dutyId = readId(argument);
    return dutyId === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'open-duty', dutyId }] };
  },
  onResult: onResultOf(
    'duty',
    ({ card }, { today }) => ({ replies: [dutyReply(card, today)] }),
    (refusal) => refusedEnding(refusal),
  ),
};

function dutyReply(card: DutyCard, today: Day): Reply {
  return staffReply(
    [dutyHeadText(card, today), ...figureTexts(card), ...questionTexts(card)],
    dutyRows(card),
    filesOf(card),
  );
}

function figureTexts(card: DutyCard): readonly Text[] {
  switch (card.kind) {
    case 'conclusion':
      return conclusionTexts(card);
    case 'monitoring':
      return monitoringTexts(card);
    case 'income-window':
      return [...windowTexts(card.window), ...(card.record === null ? [] : [recordText(card.record)])];
    case 'report':
      return reportTexts(card);
    case 'decision':
      return decisionTexts(card);
    case 'register':
      return [
        evaluationText('register.reports', { month: { month: card.month }, number: card.reports }),
        ...(card.notReady === 0 ? [] : [evaluationText('register.not-ready', { number: card.notReady })]),
      ];
  }
}

/** What is asked now; nothing where a paper waits for the head or is signed. */
function questionTexts(card: DutyCard): readonly Text[] {
  if (card.paper?.status === 'submitted') return [evaluationText('duty.waits-for-head')];
  if (card.status === 'done' || card.paper?.status === 'approved') return [];
  switch (card.kind) {
    case 'conclusion':
      return [evaluationText(card.completion === null ? 'duty.ask-measures' : 'duty.ask-conclusion')];
    case 'monitoring':
      return [evaluationText(card.track === 'hardship' ? 'duty.ask-hardship' : 'duty.ask-record')];
    case 'income-window':
      if (card.window.missing.length > 0) return [evaluationText('duty.ask-figures')];
      return [evaluationText(card.record === null ? 'duty.ask-record-first' : 'duty.ask-window')];
    case 'report':
      return [evaluationText(card.missing.length > 0 ? 'duty.ask-figures' : 'duty.ask-report')];
    case 'decision':
      return [evaluationText('duty.ask-decision')];
    case 'register':
      return [evaluationText('duty.ask-register')];
  }
}

function filesOf(card: DutyCard): readonly FileRef[] {
  if (card.kind === 'monitoring') return monitoringFiles(card);
  return card.kind === 'report' ? card.surveys.flatMap(({ files }) => files) : [];
}
