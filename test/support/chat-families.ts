/** Four families of one office, one of each track, and their year after the contract, lived in the chat. */
import type { ContractDraft } from '../../src/dialogs/command.ts';
import { addMonths, day, type Month, month } from '../../src/engine/day.ts';
import type { Law } from '../../src/engine/law.ts';
import { roubles } from '../../src/engine/money.ts';
import { unverified } from '../../src/law/citation.ts';
import { BRYANSK } from '../../src/law/regions/bryansk/index.ts';
import { minimumRow } from '../../src/law/minimum-row.ts';
import type { Said } from './chat-deeds.ts';

/** The month the contracts end in: order 693 is in force from its middle. */
const END: Month = month('2026-05');

/** Month M+n. */
export const monthAfter = (number: number): Month => addMonths(END, number);

/** Bryansk with a minimum for 2027, as an operator would add it: no act of that year is known yet. */
export function lawWithNextYear(): Law {
  const row = minimumRow(
    '2027-01-01',
    'whole',
    [18200, 19838, 15652, 17654],
    unverified(null, 'величина для проверки'),
  );
  return { ...BRYANSK, minima: [...BRYANSK.minima, row] };
}

/** A family as the tests know it. */
export interface Family {
  /** Name of the phone. */
  readonly who: string;
  /** As lists name it. */
  readonly shortName: string;
  readonly contract: Partial<ContractDraft> & Pick<ContractDraft, 'number' | 'recipientName' | 'track'>;
  readonly said: Said;
}

const TERM = { startsOn: day('2026-03-01'), endsOn: day('2026-05-31') };
const APPLICANT = {
  relation: 'applicant',
  birthDate: day('1988-02-29'),
  ageBand: null,
  fullTimeStudent: false,
} as const;

function child(born: string) {
  return { relation: 'child', birthDate: day(born), ageBand: null, fullTimeStudent: false } as const;
}

/** A family of seven with a long name: finds work. */
export const ANNA: Family = {
  who: 'anna',
  shortName: 'Константинопольская-Преображенская А. В.',
  contract: {
    ...TERM,
    number: '1/2026-Р',
    recipientName: 'Константинопольская-Преображенская Александра-Виктория Владиславовна',
    track: 'job-search',
    household: [
      APPLICANT,
      { relation: 'spouse', birthDate: day('1986-07-14'), ageBand: null, fullTimeStudent: false },
      ...['2011-03-08', '2013-09-01', '2016-12-31', '2020-02-29', '2024-05-05'].map(child),
    ],
    perCapitaIncomeBefore: roubles('6500.00'),
    averageMonthlyIncomeBefore: roubles('45500.00'),
    measures: [
      { name: 'Встать на учёт в центре занятости населения', dueOn: day('2026-03-10') },
      { name: 'Пройти собеседования по направлениям центра занятости, не меньше трёх', dueOn: null },
      { name: 'Заключить трудовой договор', dueOn: day('2026-05-15') },
    ],
  },
  said: {
    fact: 'Да, работаю',
    proof: 'Заверенная копия',
    income: { kind: 'Зарплата', amount: '60 000' },
    others: '20 000,50',
  },
};

/** Alone, with amounts of seven digits: a business. */
export const BORIS: Family = {
  who: 'boris',
  shortName: 'Салтыков-Щедрин В. М.',
  contract: {
    ...TERM,
    number: '2/2026-П',
    recipientName: 'Салтыков-Щедрин Всеволод-Ярослав Мстиславович',
    track: 'business',
    household: [APPLICANT],
    perCapitaIncomeBefore: roubles('9000.00'),
    averageMonthlyIncomeBefore: roubles('9000.00'),
    measures: [
      { name: 'Зарегистрироваться индивидуальным предпринимателем', dueOn: null },
      { name: 'Купить станок и открыть мастерскую', dueOn: null },
    ],
  },
  said: { fact: 'Да, действует', proof: 'Справка', income: { kind: 'Доход ИП', amount: '1 234 567,89' }, others: null },
};

/** Alone: a household farm whose income fell. */
export const VERA: Family = {
  who: 'vera',
  shortName: 'Огородникова В. И.',
  contract: {
    ...TERM,
    number: '3/2026-Л',
    recipientName: 'Огородникова Вера Ильинична',
    track: 'household-farm',
    household: [APPLICANT],
    perCapitaIncomeBefore: roubles('13000.00'),
    averageMonthlyIncomeBefore: roubles('13000.00'),
    measures: [
      { name: 'Стать плательщиком налога на профессиональный доход', dueOn: null },
      { name: 'Купить корову и пчёл', dueOn: null },
    ],
  },
  said: {
    fact: 'Да, зарегистрирован(а)',
    proof: 'Справка',
    income: { kind: 'Доход от хозяйства', amount: '12 000' },
    others: null,
  },
};

/** A father of two in a hard time. */
export const GLEB: Family = {
  who: 'gleb',
  shortName: 'Ли Г.',
  contract: {
    ...TERM,
    number: '4/2026-Т',
    recipientName: 'Ли Глеб',
    track: 'hardship',
    household: [APPLICANT, child('2015-06-01'), child('2018-06-01')],
    perCapitaIncomeBefore: roubles('4000.00'),
    averageMonthlyIncomeBefore: roubles('12000.00'),
    measures: [{ name: 'Починить печь и крышу', dueOn: null }],
  },
  said: { fact: 'Стало лучше', proof: null, income: { kind: 'Пенсия', amount: '15 000' }, others: null },
};

/** All four. */
export const FAMILIES: readonly Family[] = [ANNA, BORIS, VERA, GLEB];
