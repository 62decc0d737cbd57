/** What the engine found, in words: figures, the proposal, and why. */
import { parseMoney } from '../../engine/money.ts';
import type { Assumption, Reason } from '../../engine/outcome.ts';
import type { Opora } from '../../main.ts';
import type { Fact, Text } from '../../texts/text.ts';
import { type CaseFile, concluded, decided, reported, type WindowFigures, windowsOf } from './case-figures.ts';
import { demoText } from './deeds.ts';
import type { Day } from '../../engine/day.ts';
import type { Reckoned } from './script.ts';

/** Lines of one page of figures, the title first. */
export function figureTexts(opora: Opora, file: CaseFile, what: Reckoned, on: Day): Text[] {
  switch (what) {
    case 'conclusion':
      return conclusionTexts(opora, file);
    case 'report':
      return reportTexts(opora, file, on);
    case 'windows':
      return windowTexts(opora, file);
    case 'decision':
      return decisionTexts(opora, file, on);
  }
}

function conclusionTexts(opora: Opora, file: CaseFile): Text[] {
  const { outcome, completion } = concluded(opora, file);
  return [
    demoText('figures.conclusion'),
    demoText(`figures.completion.${completion}`, { measures: file.contract.measures.length }),
    demoText('figures.outcome', { outcome }),
    personDecides(),
  ];
}

function reportTexts(opora: Opora, file: CaseFile, on: Day): Text[] {
  const result = reported(opora, file, on);
  const [first, , last] = result.incomeMonths;
  const months = first && last ? { first: { month: first }, last: { month: last } } : {};
  const { minimum, business, perCapitaIncomeBefore: before } = result;
  return [
    demoText('figures.report', months),
    ...(before === null ? [] : [demoText('figures.before', { amount: { money: before } })]),
    demoText('figures.after', {
      amount: { money: result.perCapitaIncomeAfter },
      members: result.countedMembers.length,
    }),
    ...(minimum === null
      ? []
      : [
          demoText('figures.minimum', {
            amount: { money: minimum.amount },
            on: { day: minimum.on },
            act: minimum.act ?? minimum.source,
            territory: { text: { key: `law-words:territory.${minimum.territory}` } },
          }),
        ]),
    ...(business === null ? [] : [demoText('figures.business', { amount: { money: business.monthlyAverage } })]),
    demoText(`figures.proposal.${result.proposal}`),
    ...reasonTexts(result.reasons),
    ...remarkTexts(result.assumptions),
    personDecides(),
  ];
}

function windowTexts(opora: Opora, file: CaseFile): Text[] {
  return [demoText('figures.windows'), ...windowsOf(opora, file).map((window) => windowText(window))];
}

function windowText({ numbers, months, ownIncome, perCapitaIncome, countedMembers }: WindowFigures): Text {
  const [first, , last] = months;
  return demoText('figures.window', {
    from: numbers[0],
    to: numbers[2],
    ...(first && last ? { first: { month: first }, last: { month: last } } : {}),
    own: moneyOrDash(ownIncome),
    perHead: moneyOrDash(perCapitaIncome),
    members: countedMembers,
  });
}

function decisionTexts(opora: Opora, file: CaseFile, on: Day): Text[] {
  const result = decided(opora, file, on);
  return [
    demoText('figures.decision'),
    demoText('figures.records', { confirmed: result.confirmedMonths }),
    demoText(`figures.advice.${result.proposal}`),
    ...reasonTexts(result.reasons),
    ...remarkTexts(result.assumptions),
    personDecides(),
  ];
}

function reasonTexts(reasons: readonly Reason[]): Text[] {
  return reasons.map(({ code, ...facts }) => demoText(`reason.${code}`, moneyFacts(facts)));
}

/** Of the assumptions those that a reader of the demo must know of. */
function remarkTexts(assumptions: readonly Assumption[]): Text[] {
  const shown = ['evaluation-by-analogy', 'territory-unverified', 'decision-day-not-given'];
  return assumptions
    .filter(({ code }) => shown.includes(code))
    .map(({ code }) => demoText('figures.remark', { text: { text: { key: `law-words:assumption.${code}` } } }));
}

function personDecides(): Text {
  return demoText('figures.person-decides');
}

function moneyFacts(facts: { readonly [name: string]: unknown }): { [name: string]: Fact } {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]): [string, Fact][] => {
      const money = parseMoney(value);
      return money === null ? [] : [[name, { money }]];
    }),
  );
}

function moneyOrDash(amount: WindowFigures['ownIncome']): Fact {
  return amount === null ? { text: demoText('figures.none') } : { money: amount };
}
