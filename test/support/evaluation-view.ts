/** What commands of the evaluation answer in transcripts, by name: figures, outcomes and reasons come from the engine, so that they cannot drift from it. */
import type { Command, CommandResult } from '../../src/dialogs/command.ts';
import type {
  CaseFileCard,
  ConclusionCard,
  DecisionCard,
  DutyCard,
  DutyHead,
  FigureLine,
  InquiryLine,
  MeasureLine,
  MissingFigure,
  MonitoringCard,
  RecordLine,
  RegisterCard,
  ReportCard,
  SurveyLine,
  TemplateLine,
  WindowCard,
  WindowLine,
  WorkLine,
} from '../../src/dialogs/evaluation-card.ts';
import type { EvaluationCommand } from '../../src/dialogs/evaluation-command.ts';
import type { PaperCard, PaperLine } from '../../src/dialogs/paper-card.ts';
import { concludeContract } from '../../src/engine/conclusion.ts';
import { proposeDecision } from '../../src/engine/decision.ts';
import { addDays, type Day, day, type Month, month } from '../../src/engine/day.ts';
import { dutyStatus } from '../../src/engine/duties.ts';
import { countHousehold } from '../../src/engine/household.ts';
import type { Law, Track } from '../../src/engine/law.ts';
import type { Member } from '../../src/engine/member.ts';
import { roubles } from '../../src/engine/money.ts';
import type { Outcome } from '../../src/engine/outcome.ts';
import { reportEffect, type ReportInput } from '../../src/engine/report.ts';
import { lawFor } from '../../src/law/index.ts';
import { fileNamed } from './file-named.ts';
import { contractCard, CONTRACT_ID } from './views.ts';

const SPECIALIST = 'Иванова Ольга Викторовна';
const ENDS_ON = day('2026-07-11');
const MONTHS = [month('2026-08'), month('2026-09'), month('2026-10')] as const;

/** The answers; each is made for the day of the turn. */
const RESULTS: { readonly [name: string]: (today: Day) => CommandResult } = {
  work: () => work(workLines(), 1, 7),
  'work-head': () => work([toApprove(), ...workLines().slice(0, 1)], 1, 2),
  'work-empty': () => work([], 1, 0),
  conclusion: (today) => duty(conclusionCard(MARKED, today)),
  'conclusion-unmarked': (today) => duty(conclusionCard(UNMARKED, today)),
  'conclusion-all': (today) => duty(conclusionCard(all('done'), today)),
  'conclusion-none': (today) => duty(conclusionCard(all('not-done'), today)),
  'conclusion-submitted': (today) =>
    duty({ ...conclusionCard(MARKED, today), paper: paperLine('conclusion', 'submitted') }),
  'conclusion-returned': (today) => duty({ ...conclusionCard(MARKED, today), paper: returned('conclusion') }),
  monitoring: (today) => duty(monitoringCard(today)),
  'monitoring-silent': (today) => duty(silent(today)),
  'monitoring-asked': (today) => duty({ ...silent(today), inquiries: [inquiry(true)] }),
  'monitoring-answered': (today) => duty(answeredRecord(today)),
  'monitoring-hardship': (today) => duty(hardshipRecord(today)),
  'monitoring-business': (today) =>
    duty({ ...monitoringCard(today), track: 'business', suggestion: suggestionOf('official-app') }),
  'monitoring-window': (today) =>
    duty({ ...monitoringCard(today), number: 6, month: month('2027-01'), window: windowLine(true) }),
  'monitoring-open': (today) => ({ of: 'keep-record', kind: 'duty', card: silent(today) }),
  window: (today) => duty(windowCard(today, true)),
  'window-missing': (today) => duty(windowCard(today, false)),
  report: (today) => duty(reportCard(today)),
  'report-missing': (today) => duty(missingReport(today)),
  'report-business': (today) => duty(reportCard(today, 'business')),
  'report-approved': (today) => duty({ ...reportCard(today), status: 'done', paper: paperLine('report', 'approved') }),
  decision: (today) => duty(decisionCard(today, 'confirmed')),
  'decision-gaps': (today) => duty(decisionCard(today, 'no-answer')),
  'decision-hardship': (today) => duty(hardshipDecision(today)),
  register: (today) => duty(registerCard(today)),
  'measures-marked': () => ({ of: 'set-measure', kind: 'measures', measures: MARKED }),
  'measures-first': () => ({
    of: 'set-measure',
    kind: 'measures',
    measures: [...MARKED.slice(0, 1), ...UNMARKED.slice(1)],
  }),
  'measures-second': () => ({
    of: 'set-measure',
    kind: 'measures',
    measures: [...MARKED.slice(0, 2), ...UNMARKED.slice(2)],
  }),
  'measures-done': () => ({ of: 'set-measure', kind: 'measures', measures: all('done') }),
  'conclusion-prepared': () => made('prepare-conclusion', conclusionPaper('draft')),
  'conclusion-paper': () => made('open-paper', conclusionPaper('draft')),
  'report-prepared': (today) => made('prepare-report', reportPaper('draft', today)),
  'report-paper': (today) => made('open-paper', reportPaper('draft', today)),
  'report-paper-head': (today) =>
    made('open-paper', { ...reportPaper('submitted', today), may: ['approve', 'return'] }),
  'report-paper-approved': (today) => made('open-paper', { ...reportPaper('approved', today), may: ['revise'] }),
  'report-paper-broken': (today) =>
    made('open-paper', { ...reportPaper('approved', today), intact: false, file: null, may: [] }),
  'report-paper-returned': (today) =>
    made('open-paper', { ...reportPaper('returned', today), remark: 'Проверьте доход за сентябрь', may: [] }),
  'report-submitted': (today) => made('submit-paper', reportPaper('submitted', today), workLines()[1] ?? null),
  'report-approved-paper': (today) => made('approve-paper', reportPaper('approved', today), toApprove()),
  'report-returned': (today) => made('return-paper', reportPaper('returned', today)),
  'report-to-revise': (today) => ({ of: 'revise-paper', kind: 'duty', card: reportCard(today) }),
  'record-kept': () => made('keep-record', recordPaper('draft')),
  'record-paper': () => made('open-paper', recordPaper('draft')),
  'record-paper-head': () => made('open-paper', { ...recordPaper('submitted'), may: ['approve', 'return'] }),
  'record-submitted': () => made('submit-paper', recordPaper('submitted'), workLines()[1] ?? null),
  'record-approved': () => made('approve-paper', recordPaper('approved')),
  'window-prepared': () => made('prepare-window', windowPaper()),
  'window-paper': () => made('open-paper', windowPaper()),
  'decision-prepared': (today) => made('prepare-decision', decisionPaper('draft', today)),
  'decision-paper': (today) => made('open-paper', decisionPaper('draft', today)),
  'letter-paper': () => made('open-paper', letterPaper()),
  'records-prepared': () => records('prepare-records', 4),
  'records-none': () => ({ of: 'prepare-records', kind: 'records', month: MONTHS[2], count: 0, left: [] }),
  'records-started': () => ({ of: 'approve-records', kind: 'job-started', jobId: 'job0000000000003', papers: 120 }),
  'records-submitted': () => ({ of: 'submit-records', kind: 'records', month: MONTHS[2], count: 4, left: [] }),
  'records-approved': () => records('approve-records', 1),
  extended: () => moved('record-commission', '2026-10-11', 'extended'),
  'extension-refused': () => ({
    of: 'record-commission',
    kind: 'dates-moved',
    contractId: CONTRACT_ID,
    endsOn: ENDS_ON,
    moved: [],
    excused: 0,
  }),
  stopped: () => moved('stop-contract', '2026-06-20', 'stopped'),
  'stopped-49': () => stoppedUnder49(),
  case: () => ({ of: 'open-case', kind: 'case', card: caseFile() }),
  'case-new': () => ({ of: 'open-case', kind: 'case', card: newCase() }),
  'letter-made': () => ({ of: 'make-inquiry', kind: 'inquiry', inquiry: inquiry(false) }),
  'letter-answered': () => ({ of: 'file-inquiry-answer', kind: 'inquiry', inquiry: answered('confirms') }),
  'letter-answered-otherwise': () => ({ of: 'file-inquiry-answer', kind: 'inquiry', inquiry: answered('other') }),
  surveyed: () => ({ of: 'keep-survey', kind: 'survey', survey: survey() }),
  chart: () => ({ of: 'draw-chart', kind: 'picture', file: fileNamed('dohod.png') }),
  'register-made': () => register(3),
  'register-empty': () => register(0),
  'archive-started': () => ({ of: 'make-archive', kind: 'job-started', jobId: 'job0000000000001', papers: 15 }),
  'office-archive-started': () => ({
    of: 'make-office-archive',
    kind: 'job-started',
    jobId: 'job0000000000002',
    papers: 1_000,
  }),
  templates: () => ({ of: 'list-templates', kind: 'templates', lines: [template()] }),
  'templates-none': () => ({ of: 'list-templates', kind: 'templates', lines: [] }),
  'template-put': () => ({ of: 'put-template', kind: 'templates', lines: [template()] }),
};

/** The answer of this name on this day. Throws where there is none. */
export function evaluationResult(name: string, today: Day): CommandResult {
  const result = RESULTS[name];
  if (!result) throw new Error(`no result named "${name}" in test/support/evaluation-view.ts`);
  return result(today);
}

/** Names by the command they answer, for talks that are played at random. */
const ANSWERS: { readonly [kind in EvaluationCommand['kind']]: readonly string[] } = {
  'list-work': ['work', 'work-head', 'work-empty'],
  'open-duty': [
    'conclusion',
    'conclusion-unmarked',
    'conclusion-all',
    'monitoring',
    'monitoring-silent',
    'monitoring-hardship',
    'monitoring-business',
    'window',
    'window-missing',
    'report',
    'report-missing',
    'decision',
    'decision-gaps',
    'decision-hardship',
    'register',
  ],
  'set-measure': ['measures-first', 'measures-marked', 'measures-done'],
  'prepare-conclusion': ['conclusion-prepared'],
  'prepare-report': ['report-prepared'],
  'prepare-decision': ['decision-prepared'],
  'prepare-window': ['window-prepared'],
  'keep-record': ['record-kept', 'monitoring-open'],
  'open-paper': [
    'conclusion-paper',
    'report-paper',
    'report-paper-head',
    'report-paper-approved',
    'report-paper-broken',
    'letter-paper',
  ],
  'submit-paper': ['report-submitted', 'record-submitted'],
  'approve-paper': ['report-approved-paper', 'record-approved'],
  'return-paper': ['report-returned'],
  'revise-paper': ['report-to-revise'],
  'prepare-records': ['records-prepared', 'records-none'],
  'submit-records': ['records-submitted'],
  'approve-records': ['records-approved', 'records-started'],
  'record-commission': ['extended', 'extension-refused'],
  'stop-contract': ['stopped', 'stopped-49'],
  'open-case': ['case', 'case-new'],
  'make-inquiry': ['letter-made'],
  'file-inquiry-answer': ['letter-answered', 'letter-answered-otherwise'],
  'keep-survey': ['surveyed'],
  'draw-chart': ['chart'],
  'make-register': ['register-made', 'register-empty'],
  'make-archive': ['archive-started'],
  'make-office-archive': ['office-archive-started'],
  'list-templates': ['templates', 'templates-none'],
  'put-template': ['template-put'],
  'keep-figure': [],
  'keep-household': [],
  'ask-extension': [],
  'remove-template': [],
};

/** Whether the command is one of the evaluation. */
export function isOfEvaluation(command: Command): command is EvaluationCommand {
  return Object.hasOwn(ANSWERS, command.kind);
}

/** A good answer to the command, another for each `luck`. */
export function evaluationAnswer({ kind }: EvaluationCommand, luck: number, today: Day): CommandResult {
  const names = ANSWERS[kind];
  const name = names[luck % Math.max(1, names.length)];
  return name === undefined ? { of: kind, kind: 'done' } : evaluationResult(name, today);
}

const UNMARKED: readonly MeasureLine[] = [
  { measureId: 'measure000000001', name: 'Найти работу', dueOn: day('2026-03-01'), status: 'planned', note: null },
  { measureId: 'measure000000002', name: 'Пройти курсы', dueOn: null, status: 'planned', note: null },
  {
    measureId: 'measure000000003',
    name: 'Заключить трудовой договор',
    dueOn: day('2026-06-30'),
    status: 'planned',
    note: null,
  },
];
const MARKED: readonly MeasureLine[] = [
  { ...(UNMARKED[0] as MeasureLine), status: 'done' },
  { ...(UNMARKED[1] as MeasureLine), status: 'partly', note: 'Болел ребёнок, три занятия пропущены' },
  { ...(UNMARKED[2] as MeasureLine), status: 'done' },
];

function all(status: 'done' | 'not-done'): readonly MeasureLine[] {
  return UNMARKED.map((measure) => ({ ...measure, status }));
}

function head(id: string, today: Day, track: Track = 'job-search'): DutyHead {
  const found = contractCard({}, today).duties.find((each) => each.id === id);
  if (!found) throw new Error(`no duty ${id}`);
  return {
    dutyId: found.dutyId,
    contractId: CONTRACT_ID,
    contractNumber: 'СК-2026/017',
    recipientName: 'Петрова Анна Сергеевна',
    track,
    startsOn: day('2026-01-12'),
    endsOn: ENDS_ON,
    opensOn: found.opensOn,
    dueOn: found.dueOn,
    status: dutyStatus(found, false, today),
    pending: false,
    paper: null,
  };
}

function duty(card: DutyCard): CommandResult {
  return { of: 'open-duty', kind: 'duty', card };
}

function conclusionCard(measures: readonly MeasureLine[], today: Day): ConclusionCard {
  const marked = measures.flatMap(({ name, status }) => (status === 'planned' ? [] : [{ name, status }]));
  const input = { startsOn: day('2026-01-12'), endsOn: ENDS_ON, measures: marked };
  const base = { ...head('conclusion', today), kind: 'conclusion', measures } as const;
  if (marked.length < measures.length) return { ...base, completion: null, outcomes: [] };
  const done = marked.every(({ status }) => status === 'done');
  const none = marked.every(({ status }) => status === 'not-done');
  const causes = done ? [null] : (['valid', 'not-valid'] as const);
  const effects = done ? [null] : none ? (['cannot-be-assessed'] as const) : (['none', 'cannot-be-assessed'] as const);
  const outcomes = causes.flatMap((cause) =>
    effects.map((effect) => {
      const result = sure(
        concludeContract(law(), { ...input, cause: cause ?? undefined, effect: effect ?? undefined }),
      );
      return {
        cause,
        effect,
        outcome: result.outcome,
        consequence: result.consequence,
        causeInWords: [2, 5, 6].includes(result.outcome),
        latestExtensionEndsOn: result.latestExtensionEndsOn ?? null,
      };
    }),
  );
  return { ...base, completion: done ? 'all' : none ? 'none' : 'partly', outcomes };
}

const NO_RECORD: RecordLine = {
  number: 4,
  month: month('2026-11'),
  fact: null,
  conditions: null,
  hardship: null,
  checkedOn: null,
  confirmedBy: null,
  paperWords: null,
  registeredAs: null,
  approved: false,
};

function suggestionOf(confirmedBy: 'papers' | 'official-app'): NonNullable<MonitoringCard['suggestion']> {
  const paperWords = confirmedBy === 'papers' ? 'копия трудового договора' : null;
  return { fact: 'confirmed', conditions: null, confirmedBy, paperWords };
}

/** November was accepted with a copy of the labour contract. */
function monitoringCard(today: Day): MonitoringCard {
  return {
    ...head('monitoring:4', today),
    kind: 'monitoring',
    number: 4,
    month: month('2026-11'),
    said: {
      submissionId: 'submission000001',
      number: 'A7KM-2PQX',
      status: 'accepted',
      state: 'yes',
      words: null,
      proofs: [{ kind: 'copy', file: fileNamed('dogovor.jpg') }],
    },
    record: NO_RECORD,
    suggestion: suggestionOf('papers'),
    inquiries: [],
    surveys: [],
    window: null,
  };
}

function silent(today: Day): MonitoringCard {
  return { ...monitoringCard(today), said: null, suggestion: null };
}

function answeredRecord(today: Day): MonitoringCard {
  return {
    ...silent(today),
    said: {
      submissionId: 'submission000001',
      number: 'A7KM-2PQX',
      status: 'sent',
      state: 'given-to-office',
      words: 'Справку отдала в марте',
      proofs: [],
    },
    inquiries: [answered('denies')],
    suggestion: { fact: 'not-confirmed', conditions: null, confirmedBy: 'employer-inquiry', paperWords: null },
  };
}

function hardshipRecord(today: Day): MonitoringCard {
  return {
    ...monitoringCard(today),
    track: 'hardship',
    said: {
      submissionId: 'submission000002',
      number: 'B3ND-9RTY',
      status: 'accepted',
      state: 'better',
      words: 'Починили печь',
      proofs: [],
    },
    suggestion: { fact: null, conditions: 'better', confirmedBy: 'home-survey', paperWords: null },
    surveys: [survey()],
  };
}

function inquiry(overdue: boolean): InquiryLine {
  return {
    inquiryId: 'inquiry000000001',
    to: 'employer',
    addressee: 'ООО «Ромашка», Брянск, ул. Фокина, 5',
    month: month('2026-11'),
    sentOn: day('2026-11-16'),
    answerBy: day('2026-11-26'),
    answer: null,
    overdue,
    file: fileNamed('zapros.docx'),
  };
}

function answered(what: 'confirms' | 'denies' | 'other'): InquiryLine {
  const words = what === 'other' ? 'Просят прислать доверенность' : 'Письмо № 15';
  return { ...inquiry(false), answer: { on: day('2026-11-25'), what, words } };
}

function survey(): SurveyLine {
  return {
    surveyId: 'survey0000000001',
    on: day('2026-11-20'),
    findings: 'Печь отремонтирована, в доме тепло, у детей есть место для занятий',
    files: [fileNamed('kuhnya.jpg')],
    by: SPECIALIST,
  };
}

function windowLine(complete: boolean): WindowLine {
  const missing: MissingFigure[] = complete ? [] : [{ month: month('2027-01'), item: 'household', state: 'asked' }];
  return {
    numbers: [4, 5, 6],
    months: [month('2026-11'), month('2026-12'), month('2027-01')],
    ownIncome: complete ? roubles('31000.00') : null,
    perCapitaIncome: complete ? roubles('16333.33') : null,
    totalIncome: complete ? roubles('147000.00') : null,
    countedMembers: 3,
    figures: [figure('2026-11', 'own', '30000.00'), figure('2026-12', 'own', '32000.00'), handFigure('2026-11')],
    missing,
  };
}

function windowCard(today: Day, complete: boolean): WindowCard {
  const record: RecordLine = {
    ...NO_RECORD,
    number: 6,
    month: month('2027-01'),
    fact: 'confirmed',
    checkedOn: day('2027-02-02'),
    confirmedBy: 'papers',
    paperWords: 'копия трудового договора',
  };
  return {
    ...head('income-window:4-6', today),
    kind: 'income-window',
    window: windowLine(complete),
    record: complete ? record : null,
  };
}

function figure(of: string, item: FigureLine['item'], amount: string): FigureLine {
  return {
    month: month(of),
    item,
    incomeKind: item === 'own' ? 'wage' : null,
    amount: roubles(amount),
    origin: {
      from: 'submission',
      number: 'A7KM-2PQX',
      submissionId: 'submission000001',
      acceptedOn: day('2026-11-10'),
      proof: item === 'own' ? 'certificate' : null,
    },
  };
}

function handFigure(of: string): FigureLine {
  const origin = {
    from: 'paper',
    by: SPECIALIST,
    on: day('2026-12-02'),
    words: 'справка о пенсии бабушки № 7',
  } as const;
  return { month: month(of), item: 'household', incomeKind: null, amount: roubles('18000.00'), origin };
}

const FAMILY: readonly Member[] = [
  {
    id: 'applicant',
    relation: 'applicant',
    birthDate: day('1990-04-02'),
    incomes: MONTHS.map((of) => wage(of, '36000.00')),
  },
  { id: 'spouse', relation: 'spouse', birthDate: day('1988-09-15'), incomes: MONTHS.map((of) => wage(of, '18000.00')) },
  { id: 'child', relation: 'child', birthDate: day('2015-01-20') },
  { id: 'mother', relation: 'parent', birthDate: day('1960-01-20') },
];

function wage(of: Month, amount: string) {
  return { month: of, kind: 'wage', amount: roubles(amount) };
}

function reportInput(track: Track): ReportInput {
  return {
    region: 'bryansk',
    track,
    endsOn: ENDS_ON,
    reportOn: day('2026-12-07'),
    before: { perCapitaIncome: roubles('9800.00'), averageMonthlyIncome: roubles('29400.00'), on: day('2026-01-12') },
    after: { members: FAMILY },
    ...(track === 'business' ? { business: MONTHS.map((of) => ({ month: of, amount: roubles('41000.00') })) } : {}),
    livingConditions: 'better',
    result: 'reached',
  };
}

function reportCard(today: Day, track: Track = 'job-search'): ReportCard {
  const input = reportInput(track);
  const result = sure(reportEffect(law(), input));
  const household = countHousehold(FAMILY, input.reportOn);
  const composition = FAMILY.map(({ id, relation, birthDate }) => {
    const left = household.notCounted.find((each) => each.id === id);
    return {
      relation,
      birthDate: birthDate ?? null,
      ageBand: null,
      counted: left === undefined,
      why: left?.why ?? null,
    };
  });
  const proposals = (['better', 'worse', 'same'] as const).flatMap((conditions) =>
    (['reached', 'partly', 'not-reached'] as const).map((reached) => {
      const { proposal, reasons } = sure(
        reportEffect(law(), { ...input, livingConditions: conditions, result: reached }),
      );
      return { conditions, result: reached, proposal, reasons };
    }),
  );
  return {
    ...head('report', today, track),
    kind: 'report',
    incomeMonths: result.incomeMonths,
    figures: [figure('2026-08', 'own', '36000.00'), handFigure('2026-08'), figure('2026-09', 'own', '36000.00')],
    missing: [],
    faults: [],
    before: {
      on: day('2026-01-12'),
      perCapitaIncome: input.before.perCapitaIncome,
      averageMonthlyIncome: roubles('29400.00'),
      familyMinimum: null,
      perCapitaMinimum: roubles('17424.00'),
      composition,
    },
    after: {
      on: input.reportOn,
      composition,
      totalIncome: result.totalIncomeAfter,
      averageMonthlyIncome: result.averageMonthlyIncomeAfter,
      perCapitaIncome: result.perCapitaIncomeAfter,
      familyMinimum: result.familyMinimum,
      perCapitaMinimum: result.minimum?.amount ?? null,
      incomeOutcome: result.incomeOutcome,
      business: result.business && { total: result.business.total, monthlyAverage: result.business.monthlyAverage },
    },
    readings: result.minimumReadings.map(({ basis, on, minimum, aboveMinimum, incomeOutcome }) => ({
      basis,
      on,
      amount: minimum?.amount ?? null,
      aboveMinimum,
      incomeOutcome,
    })),
    readingsDiffer: result.assumptions.some(({ code }) => code === 'minimum-after-differs'),
    proposals,
    assumptions: result.assumptions,
    surveys: [survey()],
  };
}

function missingReport(today: Day): ReportCard {
  const card = reportCard(today);
  return {
    ...card,
    missing: [
      { month: MONTHS[1], item: 'household', state: 'returned' },
      { month: MONTHS[2], item: 'own', state: 'sent' },
      { month: MONTHS[2], item: 'household', state: 'given-to-office' },
    ],
    after: {
      ...card.after,
      totalIncome: null,
      averageMonthlyIncome: null,
      perCapitaIncome: null,
      familyMinimum: null,
      incomeOutcome: null,
    },
    readings: [],
    readingsDiffer: false,
    proposals: [],
    assumptions: [],
    surveys: [],
  };
}

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const WINDOWS = [
  [4, 5, 6],
  [7, 8, 9],
  [10, 11, 12],
] as const;

/** All twelve confirmed and the family below the minimum; or two months without an answer. */
function decisionCard(today: Day, lastTwo: 'confirmed' | 'no-answer'): DecisionCard {
  const records = NUMBERS.map(
    (number): RecordLine => ({
      ...NO_RECORD,
      number,
      month: null,
      fact: number > 10 ? lastTwo : 'confirmed',
      checkedOn: day('2027-07-05'),
      confirmedBy: 'papers',
      approved: number !== 12,
    }),
  );
  return decision(today, 'job-search', records);
}

function hardshipDecision(today: Day): DecisionCard {
  const records = NUMBERS.map(
    (number): RecordLine => ({
      ...NO_RECORD,
      number,
      month: null,
      conditions: number === 3 ? 'worse' : 'better',
      hardship: 'partly',
      checkedOn: day('2027-07-05'),
      confirmedBy: 'home-survey',
      approved: true,
    }),
  );
  return decision(today, 'hardship', records);
}

function decision(today: Day, track: Track, records: readonly RecordLine[]): DecisionCard {
  const windows = WINDOWS.map(
    (numbers): WindowLine => ({
      ...windowLine(true),
      numbers,
      figures: [],
      ownIncome: track === 'hardship' ? null : roubles('31000.00'),
    }),
  );
  const result = sure(
    proposeDecision(law(), {
      region: 'bryansk',
      track,
      // Ended early enough that the minimum of month twelve is in the law.
      endsOn: day('2025-09-30'),
      decidedOn: day('2027-08-10'),
      report: { verdict: 'effective' },
      monitoring: records.map(({ number, fact, conditions, hardship }) => ({
        number,
        ...(fact === null ? {} : { fact }),
        ...(conditions === null ? {} : { conditions }),
        ...(hardship === null ? {} : { hardship }),
      })),
      incomeWindows: windows.map(({ numbers }) => ({
        numbers,
        perCapitaIncome: roubles('16333.33'),
        totalIncome: roubles('147000.00'),
        countedMembers: 3,
      })),
    }),
  );
  return {
    ...head('decision', today, track),
    kind: 'decision',
    records,
    windows,
    report: { paperId: 'paper00000000002', on: day('2026-12-07'), verdict: 'effective' },
    confirmedMonths: result.confirmedMonths,
    betterMonths: result.betterMonths ?? null,
    worseMonths: result.worseMonths ?? null,
    minimum: result.minimum?.amount ?? null,
    proposal: result.proposal,
    reasons: result.reasons,
    assumptions: result.assumptions,
  };
}

function registerCard(today: Day): RegisterCard {
  return { ...head('register', today), kind: 'register', month: month('2026-12'), reports: 3, notReady: 1 };
}

function paperLine(kind: PaperLine['kind'], status: PaperLine['status']): PaperLine {
  return {
    paperId: 'paper00000000001',
    kind,
    number: null,
    month: null,
    revision: 1,
    status,
    preparedBy: SPECIALIST,
    preparedOn: day('2026-07-06'),
    approvedOn: status === 'approved' ? day('2026-12-10') : null,
    remark: null,
  };
}

function returned(kind: PaperLine['kind']): PaperLine {
  return { ...paperLine(kind, 'returned'), remark: 'Причину напишите подробнее' };
}

function paper(line: PaperLine, dutyId: string, rest: Pick<PaperCard, 'outcome'> & Partial<PaperCard>): PaperCard {
  return {
    ...line,
    contractId: CONTRACT_ID,
    contractNumber: 'СК-2026/017',
    recipientName: 'Петрова Анна Сергеевна',
    track: 'job-search',
    dutyId,
    submittedOn: null,
    approvedBy: null,
    revisionReason: null,
    proposal: null,
    whyAgainst: null,
    warnings: [],
    file: fileNamed(`${line.kind}.docx`),
    intact: true,
    may: line.status === 'draft' ? ['submit'] : [],
    ...rest,
  };
}

function conclusionPaper(status: PaperLine['status']): PaperCard {
  const result = sure(
    concludeContract(law(), {
      startsOn: day('2026-01-12'),
      endsOn: ENDS_ON,
      measures: [{ name: 'Пройти курсы', status: 'partly' }],
      cause: 'valid',
      effect: 'cannot-be-assessed',
    }),
  );
  const { outcome, consequence, reasons, assumptions } = result;
  return paper(paperLine('conclusion', status), 'duty000000000000', {
    outcome: { kind: 'conclusion', outcome, consequence },
    proposal: { proposed: String(outcome), chosen: String(outcome), reasons, assumptions },
    warnings: [
      { code: 'outside-last-month', preparedOn: day('2026-07-15'), opensOn: day('2026-06-12'), dueOn: ENDS_ON },
    ],
  });
}

/** Against the proposal, with a reading of the minimum that would change the outcome. */
function reportPaper(status: PaperLine['status'], today: Day): PaperCard {
  const { proposals, assumptions, after } = reportCard(today);
  const { proposal, reasons } = proposals[0] ?? { proposal: 'undetermined', reasons: [] };
  return paper({ ...paperLine('report', status), paperId: 'paper00000000002', revision: 2 }, 'duty000000000003', {
    outcome: {
      kind: 'report',
      verdict: 'ineffective',
      incomeOutcome: after.incomeOutcome ?? 'fell',
      perCapitaIncomeBefore: roubles('9800.00'),
      perCapitaIncomeAfter: after.perCapitaIncome,
    },
    proposal: { proposed: proposal, chosen: 'ineffective', reasons, assumptions },
    whyAgainst: 'Работа потеряна в ноябре, доход не повторится',
    revisionReason: 'Ошибка в доходе за август',
    warnings: [
      { code: 'against-proposal', proposed: proposal },
      { code: 'minimum-readings-differ' },
      { code: 'no-line-on-form', field: 'livingConditions' },
      { code: 'after-its-day', dueOn: day('2026-12-31') },
    ],
  });
}

function recordLine(status: PaperLine['status']): PaperLine {
  return { ...paperLine('monitoring', status), paperId: 'paper00000000003', number: 4, month: month('2026-11') };
}

function recordPaper(status: PaperLine['status']): PaperCard {
  return paper(recordLine(status), 'duty000000000004', {
    outcome: { kind: 'monitoring', fact: 'confirmed', conditions: null, hardship: null, window: null },
  });
}

function windowPaper(): PaperCard {
  const line = { ...recordLine('draft'), number: 6, month: month('2027-01'), revision: 2 };
  return paper(line, 'duty000000000006', {
    revisionReason: 'window-added',
    outcome: {
      kind: 'monitoring',
      fact: 'confirmed',
      conditions: null,
      hardship: null,
      window: { ownIncome: roubles('31000.00'), perCapitaIncome: roubles('16333.33') },
    },
  });
}

function decisionPaper(status: PaperLine['status'], today: Day): PaperCard {
  const { proposal, reasons, assumptions, confirmedMonths } = decisionCard(today, 'confirmed');
  return paper({ ...paperLine('decision', status), paperId: 'paper00000000004' }, 'duty000000000020', {
    outcome: { kind: 'decision', decision: 'advisable', confirmedMonths },
    proposal: { proposed: proposal, chosen: 'advisable', reasons, assumptions },
    warnings: [
      { code: 'before-its-month', opensOn: day('2027-08-01') },
      { code: 'records-not-approved', numbers: [12] },
      { code: 'records-missing', numbers: [3] },
      { code: 'window-missing', numbers: [10, 11, 12] },
      { code: 'window-to-come', numbers: [4, 5, 6] },
    ],
  });
}

function letterPaper(): PaperCard {
  const line = { ...paperLine('inquiry', 'draft'), paperId: 'paper00000000005', month: month('2026-11') };
  return {
    ...paper(line, '', { outcome: { kind: 'inquiry', to: 'employer', addressee: 'ООО «Ромашка»' }, may: [] }),
    dutyId: null,
  };
}

type OfPaper = Extract<CommandResult, { kind: 'paper' }>['of'];

function made(of: OfPaper, card: PaperCard, next: WorkLine | null = null): CommandResult {
  return { of, kind: 'paper', card, next };
}

function records(of: 'prepare-records' | 'approve-records', count: number): CommandResult {
  const who = { contractNumber: 'СК-2026/021', recipientName: 'Кузнецов Иван Петрович' };
  return {
    of,
    kind: 'records',
    month: MONTHS[2],
    count,
    left: [
      { ...who, dutyId: 'duty000000000101', why: of === 'approve-records' ? 'own-paper' : 'nothing-accepted' },
      { ...who, dutyId: 'duty000000000102', why: 'not-confirmed-needs-a-look' },
      { ...who, dutyId: 'duty000000000103', why: 'needs-survey' },
      { ...who, dutyId: 'duty000000000104', why: 'registration-unknown' },
      ...Array.from({ length: 8 }, (_each, index) => ({
        ...who,
        dutyId: `duty0000000002${String(index).padStart(2, '0')}`,
        why: 'not-ready' as const,
      })),
    ],
  };
}

function moved(of: 'record-commission' | 'stop-contract', endsOn: string, why: 'extended' | 'stopped'): CommandResult {
  const ends = day(endsOn);
  return {
    of,
    kind: 'dates-moved',
    contractId: CONTRACT_ID,
    endsOn: ends,
    moved: [
      { what: 'end', number: null, from: ENDS_ON, to: ends, why },
      { what: 'conclusion', number: null, from: null, to: ends, why },
      { what: 'report', number: null, from: day('2026-12-31'), to: addDays(day('2026-12-31'), 90), why },
      { what: 'monitoring', number: 1, from: day('2026-08-31'), to: day('2026-11-30'), why },
    ],
    excused: of === 'stop-contract' ? 2 : 0,
  };
}

function stoppedUnder49(): CommandResult {
  const why = 'stopped-under-point-49';
  return {
    of: 'stop-contract',
    kind: 'dates-moved',
    contractId: CONTRACT_ID,
    endsOn: day('2026-06-20'),
    moved: [
      { what: 'end', number: null, from: ENDS_ON, to: day('2026-06-20'), why },
      { what: 'report', number: null, from: day('2026-12-31'), to: null, why },
      { what: 'decision', number: null, from: day('2027-08-31'), to: null, why },
    ],
    excused: 5,
  };
}

function caseFile(): CaseFileCard {
  return {
    ...newCase(),
    papers: [
      { ...paperLine('conclusion', 'approved') },
      { ...recordLine('superseded'), paperId: 'paper00000000011' },
      { ...recordLine('draft'), revision: 2 },
      { ...paperLine('inquiry', 'approved'), paperId: 'paper00000000005', month: month('2026-11') },
    ],
    inquiries: [inquiry(true), { ...answered('confirms'), inquiryId: 'inquiry000000002' }],
    surveys: [survey()],
    sittings: [
      {
        askedOn: day('2026-06-20'),
        satOn: day('2026-06-28'),
        result: 'refused',
        extendedTo: null,
        words: 'Протокол 4',
      },
      {
        askedOn: day('2026-06-29'),
        satOn: day('2026-07-05'),
        result: 'extended',
        extendedTo: day('2026-10-11'),
        words: null,
      },
      { askedOn: day('2026-07-06'), satOn: null, result: null, extendedTo: null, words: null },
    ],
    extensionAskedOn: day('2026-07-06'),
  };
}

function newCase(): CaseFileCard {
  return {
    contractId: CONTRACT_ID,
    contractNumber: 'СК-2026/017',
    recipientName: 'Петрова Анна Сергеевна',
    track: 'job-search',
    startsOn: day('2026-01-12'),
    endsOn: ENDS_ON,
    papers: [],
    inquiries: [],
    surveys: [],
    sittings: [],
    extensionAskedOn: null,
  };
}

function register(rows: number): CommandResult {
  return {
    of: 'make-register',
    kind: 'register',
    month: month('2026-12'),
    rows,
    xlsx: fileNamed('reestr.xlsx'),
    csv: fileNamed('reestr.csv'),
  };
}

function template(): TemplateLine {
  return {
    paperKind: 'report',
    file: fileNamed('otchet.docx'),
    putOn: day('2026-11-02'),
    by: 'Сидорова Мария Ивановна',
  };
}

function work(lines: readonly WorkLine[], pages: number, total: number): CommandResult {
  return { of: 'list-work', kind: 'work', lines, page: 0, pages, total };
}

function workLine(rest: Partial<WorkLine>): WorkLine {
  return {
    why: 'duty',
    dutyId: 'duty000000000003',
    paperId: null,
    inquiryId: null,
    contractId: CONTRACT_ID,
    contractNumber: 'СК-2026/017',
    recipientName: 'Петрова Анна Сергеевна',
    kind: 'report',
    number: null,
    month: null,
    dueOn: day('2026-12-31'),
    draft: false,
    pending: false,
    ...rest,
  };
}

function workLines(): WorkLine[] {
  return [
    workLine({ why: 'returned', paperId: 'paper00000000002' }),
    workLine({
      dutyId: 'duty000000000004',
      kind: 'monitoring',
      number: 4,
      month: month('2026-11'),
      dueOn: day('2026-11-30'),
    }),
    workLine({
      why: 'inquiry-due',
      kind: 'inquiry',
      month: month('2026-11'),
      inquiryId: 'inquiry000000001',
      dueOn: day('2026-11-26'),
    }),
    workLine({
      why: 'inquiry-due',
      kind: 'inquiry',
      month: null,
      dutyId: null,
      inquiryId: 'inquiry000000002',
      dueOn: null,
    }),
    workLine({ dutyId: 'duty000000000005', kind: 'monitoring', number: 5, pending: true }),
    workLine({ paperId: 'paper00000000001', kind: 'conclusion', draft: true }),
    workLine({ why: 'duty', dutyId: null, kind: 'income-window', number: 6 }),
  ];
}

function toApprove(): WorkLine {
  return workLine({
    why: 'to-approve',
    paperId: 'paper00000000003',
    kind: 'monitoring',
    number: 4,
    month: month('2026-11'),
  });
}

function law(): Law {
  const found = lawFor('bryansk');
  if (!found) throw new Error('no law of bryansk');
  return found;
}

function sure<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.faults.map(({ path, problem }) => `${path}: ${problem}`).join('; '));
}
