/** One paper opened: what it says in figures, what was proposed and chosen, what to know before signing. */
import type { Text } from '../../texts/text.ts';
import { WINDOW_ADDED } from '../evaluation-codes.ts';
import type { PaperCard, PaperOutcome, PaperWarning } from '../paper-card.ts';
import { lines } from '../specialist/wording.ts';
import {
  adviceText,
  conclusionOutcomeText,
  conditionsText,
  consequenceText,
  effectivenessText,
  hardshipText,
  incomeOutcomeText,
  inquiryToText,
  recordFactText,
} from './code-words.ts';
import { whoseText } from './duty-head.ts';
import { paperNameText, paperStateTexts } from './paper-lines.ts';
import { assumptionLines, reasonTexts } from './reason-lines.ts';
import { evaluationText } from './wording.ts';

/** Everything the one who signs reads; the file comes with it. */
export function paperTexts(card: PaperCard): readonly Text[] {
  const warnings = card.warnings.map((warning) => warningText(warning));
  return [
    headText(card),
    ...(card.intact ? [] : [evaluationText('paper.not-intact')]),
    lines(outcomeTexts(card.outcome)),
    ...proposalTexts(card),
    ...(warnings.length === 0 ? [] : [lines(warnings)]),
  ];
}

function headText(card: PaperCard): Text {
  const rows = [paperNameText(card), whoseText(card), ...paperStateTexts(card)];
  if (card.revision > 1) rows.push(revisionText(card));
  return lines(rows);
}

function revisionText({ revision, revisionReason: reason }: PaperCard): Text {
  if (reason === null) return evaluationText('paper.revision', { number: revision });
  return reason === WINDOW_ADDED
    ? evaluationText('paper.revision-window', { number: revision })
    : evaluationText('paper.revision-because', { number: revision, reason });
}

/** The choice the paper records, in lines. */
export function outcomeTexts(outcome: PaperOutcome): readonly Text[] {
  switch (outcome.kind) {
    case 'conclusion':
      return [
        evaluationText('conclusion.outcome', {
          number: outcome.outcome,
          outcome: { text: conclusionOutcomeText(outcome.outcome) },
          consequence: { text: consequenceText(outcome.consequence) },
        }),
      ];
    case 'report':
      return reportTexts(outcome);
    case 'monitoring':
      return monitoringTexts(outcome);
    case 'decision':
      return [
        evaluationText('paper.decision', { decision: { text: adviceText(outcome.decision) } }),
        evaluationText('decision.confirmed', { number: outcome.confirmedMonths }),
      ];
    case 'inquiry':
      return [
        evaluationText('paper.inquiry', { to: { text: inquiryToText(outcome.to) }, addressee: outcome.addressee }),
      ];
  }
}

function reportTexts(outcome: Extract<PaperOutcome, { kind: 'report' }>): readonly Text[] {
  const { verdict, incomeOutcome, perCapitaIncomeBefore: before, perCapitaIncomeAfter: after } = outcome;
  return [
    evaluationText('paper.verdict', { verdict: { text: effectivenessText(verdict) } }),
    evaluationText('report.outcome', { outcome: { text: incomeOutcomeText(incomeOutcome) } }),
    before === null
      ? evaluationText('paper.before-unknown')
      : evaluationText('paper.before', { amount: { money: before } }),
    after === null
      ? evaluationText('paper.after-unknown')
      : evaluationText('paper.after', { amount: { money: after } }),
  ];
}

function monitoringTexts({
  fact,
  conditions,
  hardship,
  window,
}: Extract<PaperOutcome, { kind: 'monitoring' }>): readonly Text[] {
  const own = window?.ownIncome ?? null;
  return [
    ...(fact === null ? [] : [evaluationText('record.fact.line', { fact: { text: recordFactText(fact) } })]),
    ...(conditions === null
      ? []
      : [evaluationText('record.conditions.line', { conditions: { text: conditionsText(conditions) } })]),
    ...(hardship === null
      ? []
      : [evaluationText('record.hardship.line', { hardship: { text: hardshipText(hardship) } })]),
    ...(own === null ? [] : [evaluationText('window.own', { amount: { money: own } })]),
    ...(window === null ? [] : [evaluationText('paper.window', { amount: { money: window.perCapitaIncome } })]),
  ];
}

function proposalTexts({ kind, proposal, whyAgainst }: PaperCard): readonly Text[] {
  if (proposal === null || kind === 'monitoring' || kind === 'inquiry') return [];
  const remarks = assumptionLines(proposal.assumptions);
  const against = whyAgainst === null ? [] : [evaluationText('paper.why-against', { why: whyAgainst })];
  return [
    lines([...proposedTexts(kind, proposal.proposed), ...reasonTexts(kind, proposal.reasons), ...against]),
    ...(remarks.length === 0 ? [] : [lines([evaluationText('to-know'), ...remarks])]),
  ];
}

/** The verdict that was proposed; form 1 has none apart from its variant, which follows from the answers. */
function proposedTexts(kind: 'conclusion' | 'report' | 'decision', code: string): readonly Text[] {
  if (kind === 'conclusion') return [];
  if (code === 'undetermined') return [evaluationText('paper.proposed-none')];
  const key = kind === 'report' ? `law-words:effectiveness.${code}` : `law-words:advice.${code}`;
  return [evaluationText('paper.proposed', { proposal: { text: { key } } })];
}

function warningText(warning: PaperWarning): Text {
  switch (warning.code) {
    case 'outside-last-month':
      return evaluationText('warning.outside-last-month', {
        on: { day: warning.preparedOn },
        opens: { day: warning.opensOn },
        due: { day: warning.dueOn },
      });
    case 'minimum-readings-differ':
      return evaluationText('report.readings-differ');
    case 'no-line-on-form':
      return evaluationText(warning.field === 'livingConditions' ? 'warning.no-line-conditions' : 'warning.no-line');
    case 'against-proposal':
      return evaluationText('warning.against-proposal');
    case 'before-its-month':
      return evaluationText('warning.before-its-month', { opens: { day: warning.opensOn } });
    case 'after-its-day':
      return evaluationText('warning.after-its-day', { due: { day: warning.dueOn } });
    case 'records-missing':
    case 'records-not-approved':
    case 'window-missing':
    case 'window-to-come':
      return evaluationText(`warning.${warning.code}`, { numbers: warning.numbers.join(', ') });
  }
}
