/** Form 2 before it is prepared: every figure with its origin, before and after apart, the readings of the minimum. */
import type { Text } from '../../texts/text.ts';
import type { CompositionLine, MinimumReadingLine, ReportCard } from '../evaluation-card.ts';
import { ageBandText, relationText } from '../specialist/law-words.ts';
import { lines } from '../specialist/wording.ts';
import { incomeOutcomeText, minimumReadingText, whyNotCountedText } from './code-words.ts';
import { figureText, missingTexts } from './figure-lines.ts';
import { surveyText } from './monitoring-figures.ts';
import { assumptionLines } from './reason-lines.ts';
import { evaluationText } from './wording.ts';

/** All of it, in the order a reader needs: what is missing, before and after, the readings, each figure, the survey, what to know. */
export function reportTexts(card: ReportCard): readonly Text[] {
  const { figures, missing, surveys } = card;
  const remarks = assumptionLines(card.assumptions);
  return [
    ...missingTexts(missing),
    ...(card.faults.length === 0 ? [] : [evaluationText('report.age-missing')]),
    ...sumsTexts(card),
    ...(figures.length === 0
      ? []
      : [lines([evaluationText('report.figures'), ...figures.map((each) => figureText(each))])]),
    ...(surveys.length === 0 ? [] : [lines(surveys.map((each) => surveyText(each)))]),
    ...(remarks.length === 0 ? [] : [lines([evaluationText('to-know'), ...remarks])]),
  ];
}

/** Before and after side by side, the outcome, and the readings of the minimum. */
export function sumsTexts(card: ReportCard): readonly Text[] {
  const { after } = card;
  const outcome =
    after.incomeOutcome === null
      ? []
      : [evaluationText('report.outcome', { outcome: { text: incomeOutcomeText(after.incomeOutcome) } })];
  return [beforeText(card), afterText(card), ...outcome, ...readingsTexts(card)];
}

function beforeText({ before }: ReportCard): Text {
  return lines([
    evaluationText('report.before', { on: { day: before.on } }),
    ...amountRows([
      ['per-capita', before.perCapitaIncome],
      ['monthly', before.averageMonthlyIncome],
      ['family-minimum', before.familyMinimum],
      ['minimum', before.perCapitaMinimum],
    ]),
    familyText(before.composition),
  ]);
}

function afterText({ before, after }: ReportCard): Text {
  const same = isSame(before.composition, after.composition);
  const business =
    after.business === null
      ? []
      : [
          evaluationText('report.business', {
            total: { money: after.business.total },
            average: { money: after.business.monthlyAverage },
          }),
        ];
  return lines([
    evaluationText('report.after', { on: { day: after.on } }),
    ...amountRows([
      ['per-capita', after.perCapitaIncome],
      ['monthly', after.averageMonthlyIncome],
      ['family-minimum', after.familyMinimum],
      ['minimum', after.perCapitaMinimum],
    ]),
    ...business,
    same ? evaluationText('report.same-family') : familyText(after.composition),
  ]);
}

type Amounts = readonly (readonly [
  name: 'per-capita' | 'monthly' | 'family-minimum' | 'minimum',
  ReportCard['before']['perCapitaIncome'],
])[];

/** Unknown is said, never shown as zero. */
function amountRows(amounts: Amounts): readonly Text[] {
  return amounts.map(([name, amount]) =>
    amount === null
      ? evaluationText(`report.${name}-unknown`)
      : evaluationText(`report.${name}`, { amount: { money: amount } }),
  );
}

function familyText(composition: readonly CompositionLine[]): Text {
  const counted = composition.filter(({ counted: counts }) => counts);
  const others = composition.filter(({ counted: counts }) => !counts);
  const rows = [
    evaluationText('report.counted', {
      count: counted.length,
      members: { list: counted.map((each) => memberText(each)) },
    }),
  ];
  if (others.length > 0)
    rows.push(evaluationText('report.not-counted', { members: { list: others.map((each) => memberText(each)) } }));
  return lines(rows);
}

function isSame(before: readonly CompositionLine[], after: readonly CompositionLine[]): boolean {
  const plain = (composition: readonly CompositionLine[]) =>
    composition.map(({ relation, birthDate, ageBand, why }) => [relation, birthDate, ageBand, why].join(' ')).join(';');
  return plain(before) === plain(after);
}

function memberText({ relation, birthDate, ageBand, why }: CompositionLine): Text {
  const kin = { text: relationText(relation) };
  if (why !== null)
    return evaluationText('report.member-left-out', { relation: kin, why: { text: whyNotCountedText(why) } });
  if (birthDate !== null) return evaluationText('report.member-born', { relation: kin, day: { day: birthDate } });
  return ageBand === null
    ? evaluationText('report.member', { relation: kin })
    : evaluationText('report.member-age', { relation: kin, age: { text: ageBandText(ageBand) } });
}

function readingsTexts({ readings, readingsDiffer }: ReportCard): readonly Text[] {
  if (readings.length === 0) return [];
  const rows = readings.map((each, index) => readingText(each, index === 0));
  const flag = readingsDiffer ? [evaluationText('report.readings-differ')] : [];
  return [lines([evaluationText('report.readings'), ...rows, ...flag])];
}

function readingText({ basis, on, amount, incomeOutcome }: MinimumReadingLine, deciding: boolean): Text {
  const facts = { basis: { text: minimumReadingText(basis) }, outcome: { text: incomeOutcomeText(incomeOutcome) } };
  if (amount === null || on === null) return evaluationText('report.reading-unknown', { basis: facts.basis });
  return evaluationText(deciding ? 'report.reading-deciding' : 'report.reading', {
    ...facts,
    on: { day: on },
    amount: { money: amount },
  });
}
