/** Papers of a family to print in tests; every sample takes what the case is about. */
import type {
  ConclusionPaper,
  DecisionPaper,
  InquiryPaper,
  MonitoringPaper,
  PaperHead,
  ReportPaper,
  WindowFigures,
} from '../../../../src/casework/paper/paper.ts';
import { day, month } from '../../../../src/engine/day.ts';
import { roubles } from '../../../../src/engine/money.ts';

export const HEAD: PaperHead = {
  region: 'bryansk',
  officeName: 'ОСЗН города Клинцы',
  contractNumber: '48/2025',
  recipientName: 'Иванова Мария Петровна',
  track: 'job-search',
  startsOn: day('2025-12-01'),
  endsOn: day('2026-08-31'),
  specialist: { name: 'Кузьмина Ольга Сергеевна', position: 'ведущий специалист' },
  head: { name: 'Демченко Виктор Иванович', position: 'начальник' },
  preparedOn: day('2026-08-20'),
  revision: 1,
  draft: false,
};

/** A household whose every field is long: hyphenated surnames, quotes and signs, a long office. */
export const LONG: Partial<PaperHead> = {
  officeName:
    'Государственное казенное учреждение Брянской области «Отдел социальной защиты населения Новозыбковского городского округа & Злынковского района»',
  contractNumber: '2026-11/000123-НПД/ИП',
  recipientName: 'Константинопольская-Преображенская Александра-Виктория Владиславовна-Станиславовна <урожд. "Ли">',
  specialist: {
    name: 'Мамин-Сибиряк-Задунайский Святополк-Мирослав Всеволодович',
    position: 'главный специалист отдела назначения и выплаты социальных пособий и компенсаций',
  },
  head: {
    name: 'Вознесенская-Долгорукова Екатерина-Анастасия Константиновна',
    position: 'исполняющий обязанности начальника',
  },
};

export function conclusion(change: Partial<ConclusionPaper> = {}): ConclusionPaper {
  return {
    ...HEAD,
    kind: 'conclusion',
    measures: [
      { name: 'Встать на учет в центре занятости населения', status: 'done' },
      { name: 'Пройти обучение по профессии «повар»', status: 'done' },
      { name: 'Заключить трудовой договор', status: 'done' },
    ],
    outcome: 1,
    cause: null,
    ...change,
  };
}

/** `count` measures of growing length, every third not done. */
export function measures(count: number): ConclusionPaper['measures'] {
  const words =
    'Обратиться в центр занятости, получить направление, пройти собеседование и сообщить специалисту о его итогах';
  return Array.from({ length: count }, (_, at) => ({
    name: `${words.slice(0, 40 + ((at * 23) % (words.length - 40)))} (шаг ${at + 1})`,
    status: (['done', 'partly', 'not-done'] as const)[at % 3] ?? 'done',
  }));
}

export function report(change: Partial<ReportPaper> = {}): ReportPaper {
  return {
    ...HEAD,
    kind: 'report',
    preparedOn: day('2027-01-15'),
    before: {
      on: day('2025-11-20'),
      averageMonthlyIncome: roubles('25500.00'),
      familyMinimum: roubles('16844.50'),
      perCapitaIncome: roubles('8500.00'),
    },
    after: {
      on: day('2027-01-15'),
      averageMonthlyIncome: roubles('61203.01'),
      familyMinimum: roubles('18101.21'),
      perCapitaIncome: roubles('20401.00'),
      perCapitaMinimum: roubles('17424.00'),
    },
    business: null,
    livingConditions:
      'Обследование 14 января 2027 года: семья живет в двухкомнатной квартире, сделан ремонт детской, куплены кровати и письменный стол.\nДолга за коммунальные услуги нет.',
    conditions: 'better',
    incomeOutcome: 'rose-above-minimum',
    result: 'reached',
    verdict: 'effective',
    ...change,
  };
}

const WINDOWS = [
  { numbers: [4, 5, 6], ownIncome: roubles('41000.00'), perCapitaIncome: roubles('19666.67') },
  { numbers: [7, 8, 9], ownIncome: roubles('42500.02'), perCapitaIncome: roubles('20166.71') },
  { numbers: [10, 11, 12], ownIncome: roubles('1234567.21'), perCapitaIncome: roubles('411522.40') },
] as const satisfies readonly WindowFigures[];

/** The windows as a track has them: none has own income for `hardship`. */
export function windows(track: PaperHead['track']): readonly WindowFigures[] {
  return WINDOWS.map((each) => (track === 'hardship' ? { ...each, ownIncome: null } : each));
}

export function monitoring(change: Partial<MonitoringPaper> = {}): MonitoringPaper {
  const track = change.track ?? HEAD.track;
  const number = change.number ?? 1;
  const hardship = track === 'hardship';
  const business = track === 'business' || track === 'household-farm';
  const index = number + 7;
  const of = `${index > 11 ? 2027 : 2026}-${String((index % 12) + 1).padStart(2, '0')}`;
  return {
    ...HEAD,
    kind: 'monitoring',
    number,
    month: month(of),
    checkedOn: day(`${of}-25`),
    confirmedBy: hardship ? 'home-survey' : business ? 'tax-inquiry' : 'employer-inquiry',
    paper: hardship ? 'Акт № 14: куплены дрова, печь исправна' : 'ответ № 118',
    fact: hardship ? null : 'confirmed',
    registeredAs: track === 'business' ? 'self-employed' : null,
    conditions: hardship ? 'better' : null,
    hardship: hardship ? 'partly' : null,
    window: windows(track)[number / 3 - 2] ?? null,
    ...change,
  };
}

export function decision(change: Partial<DecisionPaper> = {}): DecisionPaper {
  const track = change.track ?? HEAD.track;
  return {
    ...HEAD,
    kind: 'decision',
    preparedOn: day('2027-09-14'),
    confirmedMonths: 12,
    betterMonths: track === 'hardship' ? 9 : null,
    worseMonths: track === 'hardship' ? 3 : null,
    windows: windows(track),
    report: { on: day('2027-01-15'), verdict: 'effective' },
    decision: 'advisable',
    otherSupport: [],
    ...change,
  };
}

export function inquiry(change: Partial<InquiryPaper> = {}): InquiryPaper {
  return {
    ...HEAD,
    kind: 'inquiry',
    to: 'employer',
    addressee: 'Директору ООО «Хлеб & Соль»\n243140, Брянская область, г. Клинцы, ул. Октябрьская, д. 5',
    month: month('2027-03'),
    sentOn: day('2027-04-02'),
    answerBy: day('2027-04-20'),
    preparedOn: day('2027-04-02'),
    ...change,
  };
}
