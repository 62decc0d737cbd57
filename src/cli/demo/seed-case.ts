/** What happens in one case of the demo office, day by day, up to the month of today. */
import type { HouseholdMemberDraft, MonthAnswers, ProofGiven } from '../../dialogs/command.ts';
import { CONSENT_VERSIONS } from '../../dialogs/citizen/consent.ts';
import { addMonths, type Day, dayIn, firstDay, lastDay, type Month, monthOf, monthsFrom } from '../../engine/day.ts';
import type { Track } from '../../engine/law.ts';
import type { Money } from '../../engine/money.ts';
import { demoText } from './deeds.ts';
import { samplePicture } from './sample-picture.ts';
import { type SeedOffice, tokenOf } from './seed-office.ts';

/** A contract of the demo. Its words are under `demo:seed.<name>`: the recipient, and the measures line by line. */
export interface SeedCase {
  readonly name: string;
  readonly number: string;
  readonly track: Track;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly household: readonly HouseholdMemberDraft[];
  readonly before: { readonly perCapita: Money; readonly average: Money };
  /** Kind of the own income, and what comes in a month. */
  readonly income: { readonly kind: string; readonly amount: Money };
  /** Income of the others; null: they have none. */
  readonly others: Money | null;
}

/** Something that is done on a day, `HH:MM` of the office. */
export interface SeedEvent {
  readonly on: Day;
  readonly at: string;
  readonly run: () => Promise<void>;
}

/** A case that is being made. */
export interface MadeCase {
  /** The contract is registered and joined. */
  readonly begin: () => Promise<void>;
  readonly contractId: () => string;
  /** The recipient tells a month. */
  tell(month: Month, asked: readonly ('fact' | 'income')[]): Promise<void>;
  /** The specialist accepts, or returns for a photo that cannot be read. */
  review(month: Month, what: 'accept' | 'return'): Promise<void>;
}

const RECORDS = 12;
const REPORT_MONTH = 5;
const WINDOWS = [6, 9];

/** Hands for a case. */
export function seedCase(it: SeedOffice, of: SeedCase): MadeCase {
  let id = '';
  const contractId = () => id;
  return {
    contractId,
    begin: async () => {
      id = await begin(it, of);
    },
    tell: async (month, asked) => {
      const answers = await answersOf(it, of, month, asked);
      await it.run(of.number, { kind: 'submit-month', contractId: id, month, asked, answers }, 'month-submitted');
    },
    review: async (month, what) => {
      const found = await it.deps.database.transaction(({ submissions }) => submissions.ofMonth(id, month));
      const newest = found?.revisions.at(-1);
      if (!found || !newest) throw new Error(`the demo cannot be made: ${of.number} has told nothing of ${month}`);
      const about = { submissionId: found.id, revision: newest.revision };
      const words = it.words(demoText('words.dark-photo'));
      await it.run(
        'specialist',
        what === 'accept'
          ? { kind: 'accept-submission', ...about }
          : { kind: 'return-submission', ...about, reason: 'unreadable-photo', words },
        'submission',
      );
    },
  };
}

/** Everything of the case before the month of today: answers, papers, windows. Records are made by the office, a month at once. */
export function eventsOf(it: SeedOffice, of: SeedCase, made: MadeCase, today: Day): SeedEvent[] {
  const now = firstDay(monthOf(today));
  const end = monthOf(of.endsOn);
  const after = (count: number) => addMonths(end, count);
  const told = async (month: Month, asked: readonly ('fact' | 'income')[]) => {
    await made.tell(month, asked);
    await made.review(month, 'accept');
  };
  const events: SeedEvent[] = [
    { on: of.startsOn, at: '09:00', run: made.begin },
    ...monthsFrom(monthOf(of.startsOn), end).map(
      (month): SeedEvent => ({
        on: dayIn(addMonths(month, 1), 3),
        at: '10:00',
        run: () => told(month, ['fact', 'income']),
      }),
    ),
    { on: of.endsOn, at: '15:00', run: () => conclude(it, of, made) },
    { on: dayIn(after(REPORT_MONTH), 20), at: '15:00', run: () => report(it, made) },
    { on: dayIn(after(REPORT_MONTH + 1), 9), at: '15:00', run: () => register(it, after(REPORT_MONTH)) },
    ...WINDOWS.map(
      (last): SeedEvent => ({ on: dayIn(after(last + 1), 15), at: '15:00', run: () => window(it, made, last) }),
    ),
  ];
  for (let number = 1; number <= RECORDS; number += 1) {
    const month = after(number);
    if (number > 1)
      events.push({ on: dayIn(month, 5), at: '10:00', run: () => told(addMonths(month, -1), ['income']) });
    events.push({ on: dayIn(month, 5), at: '10:10', run: () => told(month, ['fact']) });
  }
  return events.filter(({ on }) => on < now);
}

/** All records of a month at once, as a specialist and a head do them. */
export async function makeRecords(it: SeedOffice, month: Month): Promise<void> {
  await it.run('specialist', { kind: 'prepare-records', month }, 'records');
  await it.run('specialist', { kind: 'submit-records', month }, 'records');
  await it.run('head', { kind: 'approve-records', month }, 'records');
}

/** The specialist prepares the record of this month and signs it: it waits for the head. */
export async function submitRecord(it: SeedOffice, { contractId }: MadeCase, today: Day): Promise<void> {
  const { dutyId } = await it.duty(contractId(), 'monitoring');
  const kept = await it.run(
    'specialist',
    {
      kind: 'keep-record',
      dutyId,
      fact: 'confirmed',
      conditions: null,
      hardship: null,
      checkedOn: today,
      confirmedBy: 'official-app',
      paperWords: null,
      registeredAs: 'self-employed',
    },
    'paper',
  );
  await it.run('specialist', { kind: 'submit-paper', paperId: kept.card.paperId }, 'paper');
}

/** The home was looked at: its findings may be taken into the report. */
export async function surveyHome(it: SeedOffice, { contractId }: MadeCase, on: Day): Promise<void> {
  const findings = it.words(demoText('words.living'));
  await it.run('specialist', { kind: 'keep-survey', contractId: contractId(), on, findings, files: [] }, 'survey');
}

/** The income of a month by a paper the specialist has read. */
export async function enterIncome(it: SeedOffice, of: SeedCase, { contractId }: MadeCase, month: Month): Promise<void> {
  const { kind: incomeKind, amount } = of.income;
  const words = it.words(demoText('words.pay-slip'));
  const figure = { month, item: 'own', incomeKind, amount, source: 'paper', words } as const;
  await it.run('specialist', { kind: 'keep-figure', contractId: contractId(), ...figure }, 'done');
}

async function begin(it: SeedOffice, of: SeedCase): Promise<string> {
  const { number, track, startsOn, endsOn, household, before } = of;
  const measures = it.words(demoText(`seed.${of.name}.measures`)).split('\n');
  const draft = {
    number,
    recipientName: it.words(demoText(`seed.${of.name}.recipient`)),
    track,
    municipality: it.office.municipality,
    startsOn,
    endsOn,
    household,
    perCapitaIncomeBefore: before.perCapita,
    averageMonthlyIncomeBefore: before.average,
    measures: measures.map((name) => ({ name, dueOn: endsOn })),
  };
  const { contractId } = await it.run('specialist', { kind: 'register-contract', draft }, 'contract-registered');
  const link = await it.run('specialist', { kind: 'make-recipient-link', contractId }, 'handout');
  const consentVersion = CONSENT_VERSIONS['personal-data'];
  await it.run(number, { kind: 'join-contract', token: tokenOf(link.handout.url), consentVersion }, 'link');
  return contractId;
}

async function answersOf(
  it: SeedOffice,
  of: SeedCase,
  month: Month,
  asked: readonly ('fact' | 'income')[],
): Promise<MonthAnswers> {
  const hardship = of.track === 'hardship';
  const registered = of.track === 'business' || of.track === 'household-farm';
  const proofs: ProofGiven[] = [];
  for (const item of asked) {
    if (item === 'income' || hardship) {
      proofs.push({ item, kind: 'words', file: null });
      continue;
    }
    const name = `${of.number} ${item} ${month}`;
    const file = await it.deps.files.keep(samplePicture(name), `${item}-${month}.png`);
    if ('refused' in file) throw new Error(`the demo cannot be made: the picture ${name} was refused`);
    proofs.push({ item, kind: registered ? 'certificate' : 'copy', file });
  }
  const income = asked.includes('income');
  return {
    fact: asked.includes('fact') ? { state: hardship ? 'better' : 'yes', words: null } : null,
    income: income ? { items: [of.income] } : null,
    household: !income ? null : of.others === null ? 'none' : { amount: of.others },
    proofs,
  };
}

async function conclude(it: SeedOffice, of: SeedCase, { contractId }: MadeCase): Promise<void> {
  const contract = await it.deps.database.transaction(({ cases }) => cases.find(contractId()));
  for (const { id: measureId } of contract?.measures ?? []) {
    const mark = { contractId: contractId(), measureId, status: 'done', note: null } as const;
    await it.run('specialist', { kind: 'set-measure', ...mark }, 'measures');
  }
  const { dutyId } = await it.duty(contractId(), 'conclusion');
  const answers = { cause: null, causeWords: null, effect: null, preparedOn: of.endsOn };
  await it.sign(await it.run('specialist', { kind: 'prepare-conclusion', dutyId, ...answers }, 'paper'));
}

async function report(it: SeedOffice, { contractId }: MadeCase): Promise<void> {
  const { dutyId } = await it.duty(contractId(), 'report');
  const answers = {
    livingConditions: it.words(demoText('words.living')),
    conditions: 'better',
    result: 'reached',
    verdict: 'effective',
    whyAgainst: null,
  } as const;
  await it.sign(await it.run('specialist', { kind: 'prepare-report', dutyId, ...answers }, 'paper'));
}

async function register(it: SeedOffice, month: Month): Promise<void> {
  await it.run('head', { kind: 'make-register', month }, 'register');
}

async function window(it: SeedOffice, { contractId }: MadeCase, last: number): Promise<void> {
  const { dutyId } = await it.duty(contractId(), 'income-window', last);
  await it.sign(await it.run('specialist', { kind: 'prepare-window', dutyId }, 'paper'));
}

/** The last day of the month before today's: what is entered by hand is entered then. */
export function lastDayBefore(today: Day): Day {
  return lastDay(addMonths(monthOf(today), -1));
}
