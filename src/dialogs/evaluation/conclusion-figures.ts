/** Form 1 before it is prepared: the measures with their marks, and what would follow from each answer. */
import type { Text } from '../../texts/text.ts';
import type { ConclusionCard, MeasureLine } from '../evaluation-card.ts';
import { measureStatusText } from '../specialist/law-words.ts';
import { lines } from '../specialist/wording.ts';
import { completionText, conclusionOutcomeText, consequenceText } from './code-words.ts';
import { evaluationText } from './wording.ts';

type OutcomeLine = ConclusionCard['outcomes'][number];

/** The programme, then how much is missing or what may come of it. */
export function conclusionTexts({ measures, completion, outcomes }: ConclusionCard): readonly Text[] {
  const left = measures.filter(({ status }) => status === 'planned').length;
  if (completion === null) return [measuresText(measures), evaluationText('conclusion.left', { count: left })];
  const rows = [evaluationText('conclusion.completion', { completion: { text: completionText(completion) } })];
  return [measuresText(measures), lines([...rows, ...outcomes.map((each) => outcomeText(each))])];
}

/** Every measure with its mark and note. */
export function measuresText(measures: readonly MeasureLine[]): Text {
  const rows = measures.map(({ name, status, note }, index) => {
    const facts = { place: index + 1, name, status: { text: measureStatusText(status) } };
    return note === null
      ? evaluationText('conclusion.measure', facts)
      : evaluationText('conclusion.measure-noted', { ...facts, note });
  });
  return lines([evaluationText('conclusion.measures'), ...rows]);
}

/** "Variant 5: … Then: …", with the latest end of an extension. */
export function outcomeText({
  outcome,
  consequence,
  latestExtensionEndsOn,
}: Omit<OutcomeLine, 'cause' | 'effect' | 'causeInWords'>): Text {
  const facts = {
    number: outcome,
    outcome: { text: conclusionOutcomeText(outcome) },
    consequence: { text: consequenceText(consequence) },
  };
  return latestExtensionEndsOn === null
    ? evaluationText('conclusion.outcome', facts)
    : evaluationText('conclusion.outcome-extension', { ...facts, until: { day: latestExtensionEndsOn } });
}
