import { day } from '../../engine/day.ts';
import type { Citation, Dated, IncomeKindRule } from '../../engine/law.ts';
import { seen, unverified } from '../citation.ts';

const DECREE_512 = 'Постановление Правительства РФ от 20.08.2003 № 512';
const DECREE_173 = 'Постановление Правительства РФ от 18.02.2025 № 173';
const REVIEW = 'обзор постановления № 512 на garant.ru: считаются все виды доходов в деньгах и натурой';
const REVIEW_LINK = 'https://garant.ru/hotlaw/federal/92054';
const LIST = seen(
  DECREE_512,
  `${REVIEW}; перечень для социального контракта на tenchat.ru/media/292347-dokhod-semi`,
  REVIEW_LINK,
);
const NOT_COUNTED = seen(
  DECREE_512,
  'обзор постановления № 512 на garant.ru: выплаты, которые не считаются',
  REVIEW_LINK,
);

/** From the day of decree 512: its later editions were seen only by their dates. */
function from2003(value: boolean, cite: Citation): Dated<boolean> {
  return { since: day('2003-08-20'), value, cite };
}

function always(kind: string, value: boolean, cite: Citation): IncomeKindRule {
  return { kind, counted: [from2003(value, cite)] };
}

/** Kinds of income and whether they count towards per-capita income (`reference/regulation.md` 2.3). */
export const INCOME_KINDS = [
  always('wage', true, LIST),
  always(
    'business',
    true,
    unverified(DECREE_512, `${REVIEW}; как считать расходы ИП, регионы решают по-разному`, REVIEW_LINK),
  ),
  always(
    'self-employed',
    true,
    unverified(DECREE_512, `${REVIEW}; что берётся вся выручка НПД за месяц, не подтверждено текстом`, REVIEW_LINK),
  ),
  always(
    'farm',
    true,
    unverified(
      DECREE_512,
      `${REVIEW}; считается по областному нормативу или по выручке НПД, зависит от региона`,
      REVIEW_LINK,
    ),
  ),
  always('pension', true, LIST),
  always('scholarship', true, LIST),
  always('unemployment-benefit', true, LIST),
  always('alimony', true, LIST),
  always('rent', true, LIST),
  always('interest', true, LIST),
  always('other', true, LIST),
  {
    kind: 'unified-child-allowance',
    counted: [
      from2003(true, LIST),
      {
        since: day('2025-02-18'),
        value: false,
        cite: seen(
          DECREE_173,
          'сообщения об изменении Правил с февраля 2025 года; день — день акта',
          'https://ealegislation.com/document.fwx?rgn=165293',
        ),
      },
    ],
  },
  always('state-social-assistance', false, NOT_COUNTED),
  always('one-off-compensation', false, NOT_COUNTED),
] as const satisfies readonly IncomeKindRule[];
