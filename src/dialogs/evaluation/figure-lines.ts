/** Figures of income with where each came from, and figures that nobody has given yet. */
import type { Text } from '../../texts/text.ts';
import type { FigureLine, MissingFigure, WindowLine } from '../evaluation-card.ts';
import { incomeKindText, proofText } from '../specialist/law-words.ts';
import { shortName } from '../specialist/short-name.ts';
import { lines } from '../specialist/wording.ts';
import { figureItemText, figureSourceText, missingFigureText } from './code-words.ts';
import { evaluationText } from './wording.ts';

/** "• September 2026, own income (wage): 30 000 ₽", under it its origin. */
export function figureText(figure: FigureLine): Text {
  return lines([
    evaluationText('figure.line', { what: { text: figureNameText(figure) }, amount: { money: figure.amount } }),
    originText(figure),
  ]);
}

/** Month, item and kind, without the amount. */
export function figureNameText({ month, item, incomeKind }: Pick<FigureLine, 'month' | 'item' | 'incomeKind'>): Text {
  const facts = { month: { month }, item: { text: figureItemText(item) } };
  return incomeKind === null
    ? evaluationText('figure.name', facts)
    : evaluationText('figure.name-kind', { ...facts, kind: { text: incomeKindText(incomeKind) } });
}

/** What is missing, each with why; empty where nothing is. */
export function missingTexts(missing: readonly MissingFigure[]): readonly Text[] {
  if (missing.length === 0) return [];
  const rows = missing.map((each) =>
    evaluationText('figure.missing', {
      what: { text: figureNameText({ ...each, incomeKind: null }) },
      why: { text: missingFigureText(each.state) },
    }),
  );
  return [lines([evaluationText('figure.missing-title'), ...rows])];
}

/** A window in full: its sums, then each figure with its origin, then what is missing. */
export function windowTexts(window: WindowLine): readonly Text[] {
  return [
    windowSumsText(window),
    ...(window.figures.length === 0 ? [] : [lines(window.figures.map((each) => figureText(each)))]),
    ...missingTexts(window.missing),
  ];
}

/** "Income of months 4–6: own 30 000 ₽, a head 15 000 ₽"; unknown is said, never shown as zero. */
export function windowSumsText({ numbers, months, ownIncome, perCapitaIncome, countedMembers }: WindowLine): Text {
  const [first, , last] = numbers;
  const rows = [evaluationText('window.title', { first, last, from: { month: months[0] }, to: { month: months[2] } })];
  if (ownIncome !== null) rows.push(evaluationText('window.own', { amount: { money: ownIncome } }));
  rows.push(
    perCapitaIncome === null
      ? evaluationText('window.unknown')
      : evaluationText('window.per-capita', { amount: { money: perCapitaIncome }, count: countedMembers }),
  );
  return lines(rows);
}

function originText({ origin }: FigureLine): Text {
  if (origin.from !== 'submission')
    return evaluationText('figure.entered', {
      source: { text: figureSourceText(origin.from) },
      by: shortName(origin.by),
      on: { day: origin.on },
      words: origin.words,
    });
  const facts = { number: origin.number, on: { day: origin.acceptedOn } };
  return origin.proof === null
    ? evaluationText('figure.sent', facts)
    : evaluationText('figure.sent-with-proof', { ...facts, proof: { text: proofText(origin.proof) } });
}
