/** Form 3 before it is prepared: twelve records, three windows, the report, and what the engine proposes. */
import type { Text } from '../../texts/text.ts';
import type { DecisionCard, RecordLine } from '../evaluation-card.ts';
import { lines } from '../specialist/wording.ts';
import { adviceText, effectivenessText } from './code-words.ts';
import { windowSumsText } from './figure-lines.ts';
import { assumptionLines, reasonTexts } from './reason-lines.ts';
import { evaluationText } from './wording.ts';

/** The evidence, then the proposal with its reasons. */
export function decisionTexts(card: DecisionCard): readonly Text[] {
  const remarks = assumptionLines(card.assumptions);
  return [
    recordsText(card),
    ...(card.windows.length === 0 ? [] : [lines(card.windows.map((window) => windowSumsText(window)))]),
    lines([reportText(card), minimumText(card)]),
    proposalText(card),
    ...(remarks.length === 0 ? [] : [lines([evaluationText('to-know'), ...remarks])]),
  ];
}

/** "We propose: advisable, because …". */
export function proposalText({ proposal, reasons }: DecisionCard): Text {
  return lines([
    proposal === 'undetermined'
      ? evaluationText('proposal-none')
      : evaluationText('proposal', { proposal: { text: adviceText(proposal) } }),
    ...reasonTexts('decision', reasons),
  ]);
}

function recordsText({ records, track, confirmedMonths, betterMonths, worseMonths }: DecisionCard): Text {
  const total =
    track === 'hardship'
      ? evaluationText('decision.conditions', { better: betterMonths ?? 0, worse: worseMonths ?? 0 })
      : evaluationText('decision.confirmed', { number: confirmedMonths });
  const rows = (['good', 'bad', 'open'] as const).flatMap((mark) => {
    const numbers = records.filter((record) => markOf(record) === mark).map(({ number }) => String(number));
    return numbers.length === 0 ? [] : [evaluationText(`decision.records-${mark}`, { numbers: numbers.join(', ') })];
  });
  const unsigned = records
    .filter((record) => markOf(record) !== 'open' && !record.approved)
    .map(({ number }) => String(number));
  const remark = unsigned.length === 0 ? [] : [evaluationText('decision.unsigned', { numbers: unsigned.join(', ') })];
  return lines([total, ...rows, ...remark]);
}

function markOf({ fact, conditions }: RecordLine): 'good' | 'bad' | 'open' {
  if (fact === 'confirmed' || conditions === 'better') return 'good';
  return fact === 'not-confirmed' || conditions === 'worse' ? 'bad' : 'open';
}

function reportText({ report }: DecisionCard): Text {
  return report === null
    ? evaluationText('decision.no-report')
    : evaluationText('decision.report', {
        verdict: { text: effectivenessText(report.verdict) },
        on: { day: report.on },
      });
}

function minimumText({ minimum }: DecisionCard): Text {
  return minimum === null
    ? evaluationText('decision.minimum-unknown')
    : evaluationText('decision.minimum', { amount: { money: minimum } });
}
