/** What commands of staff answer in transcripts, by name: the figures come from the engine, so that they cannot drift from it. */
import type { CommandResult, ContractLine, QueueLine, SubmissionCard } from '../../src/dialogs/command.ts';
import type { LinkHandout } from '../../src/dialogs/link-state.ts';
import type { ContractCard, DutyLine } from '../../src/dialogs/view.ts';
import { calendarOf } from '../../src/engine/contract-calendar.ts';
import { type Day, day, month } from '../../src/engine/day.ts';
import type { Law } from '../../src/engine/law.ts';
import { roubles } from '../../src/engine/money.ts';
import { scoreSubmission } from '../../src/engine/submission-score.ts';
import { lawFor } from '../../src/law/index.ts';
import { SOURCE_STEPS, type SourceHandout, type SourceLine } from '../../src/dialogs/source-command.ts';
import type { FileRef } from '../../src/dialogs/file-ref.ts';
import { CONTRACT_ID, contractCard } from './views.ts';

const SPECIALIST = 'Иванова Ольга Викторовна';

/** The answers; each is made for the day of the turn. */
const RESULTS: { readonly [name: string]: (today: Day) => CommandResult } = {
  queue: () => ({ of: 'list-queue', kind: 'queue', lines: queueLines(), page: 0, pages: 1, total: 3 }),
  'queue-first-page': () => ({ of: 'list-queue', kind: 'queue', lines: queueLines(), page: 0, pages: 2, total: 11 }),
  'queue-last-page': () => ({
    of: 'list-queue',
    kind: 'queue',
    lines: queueLines().slice(2),
    page: 1,
    pages: 2,
    total: 9,
  }),
  'queue-empty': () => ({ of: 'list-queue', kind: 'queue', lines: [], page: 0, pages: 1, total: 0 }),
  submission: () => opened(submission(), 'submission000002'),
  'submission-next': () => opened(hardshipSubmission(), null),
  'submission-bare': () => opened(bareSubmission(), null),
  'submission-corrected': () => opened({ ...submission(), revision: 2 }, 'submission000002'),
  'submission-accepted-before': () => opened(decided(submission(), 'accepted', '2026-11-28'), 'submission000002'),
  'submission-returned-before': () => opened(decided(submission(), 'returned', '2026-11-28'), null),
  accepted: (today) => decision('accept-submission', decided(submission(), 'accepted', today), 'submission000002'),
  'accepted-last': (today) => decision('accept-submission', decided(hardshipSubmission(), 'accepted', today), null),
  returned: (today) => decision('return-submission', decided(submission(), 'returned', today), 'submission000002'),
  'returned-last': (today) => decision('return-submission', decided(hardshipSubmission(), 'returned', today), null),
  'deadlines-today': (today) =>
    deadlines(
      'today',
      dutiesDue(today, ({ dueOn }) => dueOn === today),
    ),
  'deadlines-week': (today) =>
    deadlines('week', [...dutiesDue(today, ({ kind }) => kind === 'report' || kind === 'register'), periodRecord()]),
  'deadlines-overdue': (today) => deadlines('overdue', dutiesDue(today, ({ dueOn }) => dueOn < today).slice(-3)),
  'deadlines-overdue-empty': () => deadlines('overdue', []),
  contracts: () => contracts(contractLines(), 0, 2),
  'contracts-second-page': () => contracts(contractLines().slice(1), 1, 2),
  'contracts-found': () => contracts(contractLines().slice(0, 1), 0, 1),
  'contracts-none': () => contracts([], 0, 1),
  contract: (today) => ({ of: 'open-contract', kind: 'contract', card: card(today) }),
  'contract-new': (today) => ({ of: 'open-contract', kind: 'contract', card: newCard(today) }),
  'contract-registered': () => registered('bryansk', 'job-search', '2026-12-01', '2027-08-31'),
  'contract-registered-irkutsk': () => registered('irkutsk', 'business', '2026-12-15', '2028-02-14'),
  handout: () => ({ of: 'make-recipient-link', kind: 'handout', handout: handout() }),
  'staff-handout': () => ({ of: 'invite-staff', kind: 'handout', handout: handout() }),
  'partner-handout': () => ({ of: 'invite-partner', kind: 'handout', handout: handout() }),
  places: () => ({
    of: 'list-places',
    kind: 'places',
    lines: [{ sourceId: 'source0000000001', name: 'Сквер у вокзала' }],
  }),
  'source-handout': () => ({ of: 'make-source', kind: 'source-handout', handout: sourceHandout() }),
  sources: () => sources([57, 40, 31, 12, 9, 4]),
  'sources-empty': () => sources(null),
  staff: () => ({ of: 'list-staff', kind: 'staff', lines: staffLines() }),
  'contact-requests': () => ({
    of: 'list-contact-requests',
    kind: 'contact-requests',
    lines: contactRequests(),
    page: 0,
    pages: 1,
  }),
  'contact-requests-empty': () => ({
    of: 'list-contact-requests',
    kind: 'contact-requests',
    lines: [],
    page: 0,
    pages: 1,
  }),
};

/** The answer of this name on this day. Throws where there is none. */
export function staffResult(name: string, today: Day): CommandResult {
  const result = RESULTS[name];
  if (!result) throw new Error(`no result named "${name}" in test/support/staff-view.ts`);
  return result(today);
}

function queueLines(): QueueLine[] {
  return [submission(), hardshipSubmission(), bareSubmission()];
}

function opened(card: SubmissionCard, nextInQueue: string | null): CommandResult {
  return { of: 'open-submission', kind: 'submission', card, nextInQueue };
}

function decision(
  of: 'accept-submission' | 'return-submission',
  card: SubmissionCard,
  nextInQueue: string | null,
): CommandResult {
  return { of, kind: 'submission', card, nextInQueue };
}

function decided(card: SubmissionCard, status: 'accepted' | 'returned', on: string): SubmissionCard {
  const returned = status === 'returned';
  const reason = returned ? ('unreadable-photo' as const) : null;
  const words = returned ? 'Снимите, пожалуйста, при дневном свете' : null;
  return { ...card, status, decision: { on: day(on), by: SPECIALIST, reason, words } };
}

/** Wage and alimony of October with two photos, sent after the day asked for; the income has risen. */
function submission(): SubmissionCard {
  const proofs = [
    { item: 'fact', kind: 'copy', file: file('dogovor.jpg') },
    { item: 'income', kind: 'certificate', file: file('spravka.pdf') },
  ] as const;
  const items = [
    { kind: 'wage', amount: roubles('36000.00') },
    { kind: 'alimony', amount: roubles('5000.50') },
  ];
  const score = scored('job-search', {
    submittedOn: day('2026-11-24'),
    fact: { state: 'yes', proofs: ['copy'] },
    income: { items, proofs: ['certificate'] },
    earlier: [{ month: month('2026-09'), income: roubles('24000.00'), fact: 'yes' }],
  });
  return {
    ...score,
    submissionId: 'submission000001',
    contractId: CONTRACT_ID,
    number: 'A7KM-2PQX',
    contractNumber: 'СК-2026/017',
    recipientName: 'Петрова Анна Сергеевна',
    month: month('2026-10'),
    submittedOn: day('2026-11-24'),
    revision: 1,
    track: 'job-search',
    asked: ['fact', 'income'],
    answers: {
      fact: { state: 'yes', words: null },
      income: { items },
      household: { amount: roubles('18000.00') },
      proofs,
    },
    status: 'sent',
    earlier: [
      { month: month('2026-09'), income: roubles('24000.00'), fact: 'yes' },
      { month: month('2026-08'), income: roubles('0.00'), fact: 'no' },
      { month: month('2026-07'), income: null, fact: null },
    ],
    decision: null,
  };
}

/** Only words, and no income: nothing to complain of but the strength of the proof. */
function hardshipSubmission(): SubmissionCard {
  const score = scored('hardship', {
    submittedOn: day('2026-11-18'),
    fact: { state: 'better', proofs: ['words'] },
    income: { items: 'none', proofs: [] },
  });
  return {
    ...submission(),
    ...score,
    submissionId: 'submission000002',
    contractId: 'contract00000002',
    number: 'B3ND-9RTY',
    contractNumber: 'СК-2026/021',
    recipientName: 'Кузнецов Иван Петрович',
    submittedOn: day('2026-11-18'),
    track: 'hardship',
    answers: {
      fact: { state: 'better', words: 'Починили печь, дети не болеют' },
      income: 'none',
      household: 'none',
      proofs: [{ item: 'fact', kind: 'words', file: null }],
    },
    earlier: [],
  };
}

/** The fact was left out, the income is in the office already. */
function bareSubmission(): SubmissionCard {
  const score = scored('business', {
    submittedOn: day('2026-12-02'),
    income: { items: 'given-to-office', proofs: [] },
  });
  return {
    ...submission(),
    ...score,
    submissionId: 'submission000003',
    contractId: 'contract00000003',
    number: 'C8WE-4HJK',
    contractNumber: 'СК-2026/022',
    recipientName: 'Ан Ольга',
    submittedOn: day('2026-12-02'),
    track: 'business',
    answers: { fact: null, income: 'given-to-office', household: 'given-to-office', proofs: [] },
    earlier: [],
  };
}

type Asked = Omit<
  Parameters<typeof scoreSubmission>[1],
  'region' | 'track' | 'month' | 'citizenDay' | 'dueOn' | 'asked'
>;

function scored(
  track: SubmissionCard['track'],
  input: Asked,
): Pick<SubmissionCard, 'score' | 'checks' | 'recommendation'> {
  const outcome = scoreSubmission(lawOf('bryansk'), {
    region: 'bryansk',
    track,
    month: month('2026-10'),
    citizenDay: day('2026-11-20'),
    dueOn: day('2026-11-30'),
    asked: ['fact', 'income'],
    ...input,
  });
  if (!outcome.ok) throw new Error(outcome.faults.map(({ problem }) => problem).join('; '));
  const { score, checks, recommendation } = outcome.value;
  return { score, checks, recommendation };
}

function dutiesDue(today: Day, wanted: (duty: DutyLine) => boolean): DutyLine[] {
  return contractCard({}, today).duties.filter((duty) => wanted(duty));
}

/** A record by anniversary periods, of another contract, while its extension is not decided. */
function periodRecord(): DutyLine {
  return {
    id: 'monitoring:2',
    key: 'monitoring:2@2026-10-05',
    kind: 'monitoring',
    number: 2,
    opensOn: day('2026-11-06'),
    dueOn: day('2026-12-05'),
    pending: 'extension-pending',
    dutyId: 'duty000000000900',
    contractId: 'contract00000002',
    contractNumber: 'СК-2026/021',
    recipientName: 'Кузнецов Иван Петрович',
    specialistName: 'Сидорова Мария Ивановна',
    done: false,
  };
}

function deadlines(span: 'today' | 'week' | 'overdue', lines: readonly DutyLine[]): CommandResult {
  const counts = { today: 1, week: 3, overdue: lines.length };
  return { of: 'list-deadlines', kind: 'deadlines', span, lines, page: 0, pages: 1, counts };
}

function contracts(lines: readonly ContractLine[], page: number, pages: number): CommandResult {
  return { of: 'list-contracts', kind: 'contracts', lines, page, pages };
}

function contractLines(): ContractLine[] {
  return [
    {
      contractId: CONTRACT_ID,
      number: 'СК-2026/017',
      recipientName: 'Петрова Анна Сергеевна',
      track: 'job-search',
      endsOn: day('2026-07-11'),
      joined: true,
    },
    {
      contractId: 'contract00000002',
      number: 'СК-2026/021',
      recipientName: 'Кузнецов Иван Петрович',
      track: 'hardship',
      endsOn: day('2026-10-05'),
      joined: false,
    },
  ];
}

/** Months up to October are accepted, the income of November is not asked yet, one measure is half done. */
function card(today: Day): ContractCard {
  const made = contractCard(
    { earlier: { before: '2026-10', state: 'accepted' }, asks: { 'fact:2026-10': 'returned' } },
    today,
  );
  return {
    ...made,
    duties: made.duties.map((duty) => ({ ...duty, done: duty.dueOn < day('2026-10-31') })),
    measures: [
      { name: 'Найти работу', status: 'done', dueOn: day('2026-03-01') },
      { name: 'Пройти курсы', status: 'partly', dueOn: null },
    ],
    remindersPausedUntil: day('2026-12-05'),
    lastDecision: {
      month: month('2026-10'),
      on: day('2026-11-25'),
      what: 'returned',
      reason: 'wrong-month',
      words: 'Нужна справка за октябрь',
    },
  };
}

/** Not joined, extended, income before unknown, nothing asked yet. */
function newCard(today: Day): ContractCard {
  return {
    ...contractCard({ startsOn: '2026-11-16', endsOn: '2027-08-15' }, today),
    agreedEndsOn: day('2027-05-15'),
    joined: false,
    perCapitaIncomeBefore: null,
    measures: [],
  };
}

function registered(region: string, track: ContractLine['track'], startsOn: string, endsOn: string): CommandResult {
  const calendar = calendarOf(lawOf(region), { region, track, startsOn: day(startsOn), endsOn: day(endsOn) });
  return { of: 'register-contract', kind: 'contract-registered', contractId: 'contract00000009', calendar };
}

function handout(): LinkHandout {
  return {
    url: 'https://opora.example/?start=TOKEN',
    code: 'ABCD-1234',
    expiresOn: day('2026-12-14'),
    qr: file('qr.png'),
    sheet: file('listok.pdf'),
  };
}

function sourceHandout(): SourceHandout {
  const [name, url] = ['Сквер у вокзала', 'https://opora.example/?start=TOKEN'];
  return { name, url, png: file('qr.png'), svg: file('qr.svg'), sheet: file('poster.pdf') };
}

function sources(figures: readonly number[] | null): CommandResult {
  const counts = Object.fromEntries(SOURCE_STEPS.map((step, at) => [step, figures?.[at] ?? 0])) as SourceLine['counts'];
  const line: SourceLine = { sourceId: 'source0000000001', kind: 'place', name: 'Сквер у вокзала', counts };
  const lines = figures === null ? [] : [line, { ...line, kind: 'partner' as const }];
  return { of: 'list-sources', kind: 'sources', lines, totals: counts, page: 0, pages: 1 };
}

function staffLines() {
  return [
    {
      staffId: 'staff00000000001',
      name: 'Сидорова Мария Ивановна',
      position: 'начальник отдела',
      role: 'head' as const,
      joined: true,
      contracts: 1,
    },
    {
      staffId: 'staff00000000002',
      name: SPECIALIST,
      position: '',
      role: 'specialist' as const,
      joined: true,
      contracts: 23,
    },
    {
      staffId: 'staff00000000003',
      name: 'Белов Олег Олегович',
      position: 'специалист 1 категории',
      role: 'specialist' as const,
      joined: false,
      contracts: 0,
    },
  ];
}

function contactRequests() {
  return [
    {
      requestId: 'request000000001',
      number: 'Q2WE-7RTU',
      name: 'Мария',
      phone: '+7 900 000-00-01',
      verdict: 'likely-eligible',
      track: 'job-search',
      askedOn: day('2026-11-27'),
    },
    {
      requestId: 'request000000002',
      number: 'Z5XC-3VBN',
      name: 'Пётр',
      phone: null,
      verdict: 'needs-review',
      track: 'not-sure',
      askedOn: day('2026-11-29'),
    },
    {
      requestId: 'request000000003',
      number: 'K9JH-6GFD',
      name: 'Алла',
      phone: '+7 900 000-00-03',
      verdict: null,
      track: null,
      askedOn: day('2026-11-30'),
    },
  ];
}

function file(name: string): FileRef {
  const mediaType = name.endsWith('.pdf') ? 'application/pdf' : name.endsWith('.png') ? 'image/png' : 'image/jpeg';
  return { hash: 'f'.repeat(64 - name.length) + '0'.repeat(name.length), name, mediaType, size: 120_000 };
}

function lawOf(region: string): Law {
  const law = lawFor(region);
  if (!law) throw new Error(`no law of ${region}`);
  return law;
}
