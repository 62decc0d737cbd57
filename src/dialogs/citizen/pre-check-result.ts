/** The result of the pre-check in kind words: verdict, figures, reasons with their acts, what we assumed, papers, office. */
import type { Day } from '../../engine/day.ts';
import { basisOf } from '../../engine/in-force.ts';
import type { Citation } from '../../engine/law.ts';
import type { Assumption, Reason } from '../../engine/outcome.ts';
import { parseMoney } from '../../engine/money.ts';
import type { Fact, Text } from '../../texts/text.ts';
import type { OfficeCard } from '../view.ts';
import { officePhone } from './help.ts';
import type { PreChecked } from './pre-check-input.ts';
import { precheckText } from './pre-check-questions.ts';
import { citizenText, lawWord, linesText } from './wording.ts';

const MOST_OFFICES = 2;

/** Paragraphs of the result. */
export function resultTexts(checked: PreChecked, offices: readonly OfficeCard[], today: Day): Text[] {
  return [
    precheckText(`verdict.${checked.verdict}`),
    figures(checked),
    reasons(checked),
    ...remarks(checked, today),
    papers(checked),
    office(checked, offices),
  ];
}

function figures({ law, input, result, open }: PreChecked): Text {
  const { incomeMonths, totalIncome, countedMembers, perCapitaIncome, minimum } = result;
  const unsure = (input.householdIncome ?? []).filter(({ amount }) => amount === 'not-sure').length;
  const known = unsure === 0;
  const months = incomeMonths.map((month) => precheckText('month', { month: { month } }));
  const lines = [precheckText('figures.title', { months: { list: months } })];
  if (unsure < incomeMonths.length)
    lines.push(precheckText(known ? 'figures.total' : 'figures.total-at-least', { amount: { money: totalIncome } }));
  if (!open.includes('family')) {
    lines.push(precheckText('figures.members', { count: countedMembers.length }));
    if (perCapitaIncome !== null && known)
      lines.push(precheckText('figures.per-head', { amount: { money: perCapitaIncome } }));
  }
  if (minimum !== null) {
    const facts = {
      amount: { money: minimum.amount },
      region: { text: lawWord(`region.${law.region.code}`) },
      territory: { text: lawWord(`territory.${minimum.territory}`) },
      day: { day: minimum.since },
    };
    lines.push(
      precheckText(
        law.minima.some(({ territory }) => territory !== 'whole') ? 'figures.minimum-territory' : 'figures.minimum',
        facts,
      ),
    );
  }
  return linesText(lines);
}

function reasons(checked: PreChecked): Text {
  const { result, open } = checked;
  const told = result.reasons.map((reason) => reasonLine(reason, checked));
  const lines = [...told, ...open.map((answer) => precheckText(`open.${answer}`)), ...circumstance(checked)];
  return linesText([precheckText('reasons'), ...lines]);
}

function reasonLine(reason: Reason, { law, result }: PreChecked): Text {
  const { code } = reason;
  switch (code) {
    case 'below-minimum':
    case 'not-below-minimum':
    case 'equal-to-minimum':
      return withAct(precheckText(`reason.${code}`), result.minimum?.act ?? basisOf(law, 'minimum-comparison'));
    case 'no-income-test':
      return withCite(precheckText('reason.no-income-test'), law.noIncomeTest.at(-1)?.cite);
    case 'not-sure':
      return precheckText(`reason.not-sure-${String(reason['field'])}`, monthFact(reason));
    default:
      return precheckText(`reason.${code}`, monthFact(reason));
  }
}

/** The reason the family named, with the act that lists it. */
function circumstance({ law, input }: PreChecked): Text[] {
  const [code] = input.circumstances;
  const listed = law.circumstances.find((known) => known.code === code);
  return listed
    ? [
        withCite(
          precheckText('reason.circumstance', { name: { text: lawWord(`circumstance.${listed.code}`) } }),
          listed.cite,
        ),
      ]
    : [];
}

function withCite(text: Text, cite: Citation | undefined): Text {
  return cite?.act ? withAct(text, cite.act) : precheckText('without-act', { text: { text } });
}

function withAct(text: Text, act: string): Text {
  return precheckText('with-act', { text: { text }, act });
}

function monthFact(reason: Reason): { readonly [name: string]: Fact } {
  const month = reason['month'];
  return typeof month === 'string'
    ? { month: { text: precheckText('month', { month: { month: month as never } }) } }
    : {};
}

/** What we took as given and the person who decides will look at. */
function remarks({ result, open }: PreChecked, today: Day): Text[] {
  const lines = result.assumptions.flatMap((assumption) => remark(assumption, open.includes('region')));
  lines.push(precheckText('remark.on-day', { day: { day: today } }));
  return [linesText([precheckText('remarks'), ...lines])];
}

function remark(assumption: Assumption, regionOpen: boolean): Text[] {
  switch (assumption.code) {
    case 'minimum-row':
      return regionOpen
        ? []
        : [precheckText(assumption['differs'] === true ? 'remark.minimum-row-differs' : 'remark.minimum-row')];
    case 'minimum-provisional': {
      const last = assumption['last'];
      const amount = typeof last === 'object' && last !== null && 'amount' in last ? parseMoney(last.amount) : null;
      return amount === null ? [] : [precheckText('remark.minimum-provisional', { amount: { money: amount } })];
    }
    case 'evaluation-by-analogy':
    case 'incomes-of-members-not-used':
      // About the evaluation after a contract, and about an input this talk never makes: neither helps a family now.
      return [];
    default:
      return [precheckText('remark.other', { text: { text: lawWord(`assumption.${assumption.code}`) } })];
  }
}

function papers({ law, input }: PreChecked): Text {
  const { track } = input;
  const svo = (input.categories ?? []).includes('svo-participant');
  const needed = law.papers
    .filter(({ tracks }) => tracks === undefined || (track !== 'not-sure' && tracks.includes(track)))
    .filter(({ code }) => code !== 'svo-fund-recommendation' || svo);
  return linesText([
    precheckText('papers'),
    ...needed.map(({ code }) => precheckText('paper', { name: { text: lawWord(`paper.${code}`) } })),
    precheckText('papers-ask'),
  ]);
}

function office({ law, input }: PreChecked, offices: readonly OfficeCard[]): Text {
  const ofRegion = offices.filter(({ region }) => region === law.region.code);
  const near = ofRegion.filter(({ municipality }) => municipality !== null && municipality === input.municipality);
  const shown = (near.length > 0 ? near : ofRegion).slice(0, MOST_OFFICES);
  const lines = shown.flatMap((card) => [
    ...(officePhone(card).length > 0 ? officePhone(card) : [precheckText('office-name', { name: card.name })]),
    ...(card.address === null ? [] : [precheckText('office-address', { address: card.address })]),
  ]);
  return lines.length === 0 ? citizenText('help.no-phone') : linesText([precheckText('office'), ...lines]);
}
