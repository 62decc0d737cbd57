/** What commands may answer, for talks that are played at random: the good answer of each kind, and every refusal. */
import type { ChannelLine } from '../../src/dialogs/channel-command.ts';
import type { Command, CommandResult, SubmissionCard } from '../../src/dialogs/command.ts';
import type { LinkState } from '../../src/dialogs/link-state.ts';
import type { EvaluationCommand } from '../../src/dialogs/evaluation-command.ts';
import { type OwnSourceLine, SOURCE_STEPS, type SourceLine } from '../../src/dialogs/source-command.ts';
import type { View } from '../../src/dialogs/view.ts';
import { type Day, month } from '../../src/engine/day.ts';
import type { Track } from '../../src/engine/law.ts';
import { roubles } from '../../src/engine/money.ts';
import { evaluationAnswer, isOfEvaluation } from './evaluation-view.ts';
import { fileNamed } from './file-named.ts';
import { contractCard, CONTRACT_ID } from './views.ts';

const REFUSALS = ['not-allowed', 'not-found', 'changed-meanwhile', 'faults', 'already-done'] as const;
const LINKS: readonly LinkState[] = [
  { state: 'recipient', officeName: 'Отдел', region: 'bryansk' },
  { state: 'staff', officeName: 'Отдел', role: 'specialist', name: 'Иванова Ольга' },
  { state: 'staff', officeName: 'Отдел', role: 'head', name: 'Сидорова Мария' },
  { state: 'channel', channels: ['telegram', 'web'], moves: [] },
  {
    state: 'channel',
    channels: ['max'],
    moves: ['contracts', 'staff', 'partner', 'form', 'contact-requests', 'consents'],
  },
  { state: 'channel-refused', why: 'own' },
  { state: 'channel-refused', why: 'two-recipients' },
  { state: 'channel-refused', why: 'two-staff' },
  { state: 'source', officeName: 'Отдел' },
  { state: 'partner', officeName: 'Отдел', name: 'Детский сад № 5' },
  { state: 'channel-refused', why: 'two-partners' },
  { state: 'unknown' },
  { state: 'spent' },
  { state: 'expired' },
  { state: 'locked', minutes: 15 },
];

/** An answer to the command; `luck` from 0 chooses among good answers and refusals. */
export function resultOf(command: Command, luck: number, view: View, today: Day): CommandResult {
  if (luck % 4 === 3) {
    const why = REFUSALS[Math.floor(luck / 4) % REFUSALS.length] ?? 'not-found';
    const faults = why === 'faults' ? [{ path: 'endsOn', problem: 'is before the start', remedy: 'correct it' }] : [];
    return { of: command.kind, kind: 'refused', why, faults };
  }
  return isOfEvaluation(command) ? evaluationAnswer(command, luck, today) : goodResult(command, luck, view, today);
}

function goodResult(command: Exclude<Command, EvaluationCommand>, luck: number, view: View, today: Day): CommandResult {
  const some = luck % 3 !== 0;
  switch (command.kind) {
    case 'look-at-link':
    case 'join-contract':
    case 'join-staff':
    case 'join-partner':
    case 'join-channel': {
      if (command.kind === 'join-channel' && luck % 2 === 0) return { of: 'join-channel', kind: 'talk-moved' };
      const link = LINKS[luck % LINKS.length] ?? { state: 'unknown' };
      const joined = command.kind !== 'look-at-link' && luck % 2 === 0;
      return { of: command.kind, kind: 'link', link, joined, contractId: joined ? CONTRACT_ID : null };
    }
    case 'list-channels':
      return { of: 'list-channels', kind: 'channels', lines: channelLines(today).slice(0, 1 + (luck % 4)) };
    case 'ask-channel-code':
      return some
        ? {
            of: 'ask-channel-code',
            kind: 'channel-code',
            code: 'ABCD-1234',
            minutes: 15,
            links: luck % 2 ? [{ channel: 'max', url: 'https://max.ru/opora?start=t' }] : [],
          }
        : { of: 'ask-channel-code', kind: 'too-many-codes', minutes: 60 };
    case 'list-places':
      return { of: 'list-places', kind: 'places', lines: some ? [{ sourceId: 'source0000000001', name: 'Парк' }] : [] };
    case 'make-source':
    case 'make-own-source':
      return {
        of: command.kind,
        kind: 'source-handout',
        handout: {
          name: 'Парк',
          url: 'https://opora.example/?start=t',
          png: fileNamed('qr.png'),
          svg: fileNamed('qr.svg'),
          sheet: fileNamed('poster.pdf'),
        },
      };
    case 'list-sources': {
      const counts = Object.fromEntries(SOURCE_STEPS.map((step, at) => [step, luck + 6 - at])) as SourceLine['counts'];
      const line = { sourceId: 'source0000000001', kind: 'place' as const, name: 'Парк', counts };
      const lines = some ? [line, { ...line, kind: 'specialist' as const }] : [];
      return { of: 'list-sources', kind: 'sources', lines, totals: counts, page: command.page, pages: 1 + (luck % 3) };
    }
    case 'list-own-sources': {
      const counts = Object.fromEntries(
        SOURCE_STEPS.map((step, at) => [step, at % 2 ? 'few' : luck]),
      ) as OwnSourceLine['counts'];
      const lines = some ? [{ sourceId: 'source0000000001', name: 'Сад: ясли', counts }] : [];
      return { of: 'list-own-sources', kind: 'own-sources', lines, page: command.page, pages: 1 + (luck % 3) };
    }
    case 'ask-contact':
      return { of: 'ask-contact', kind: 'contact-asked', number: 'K7M2Q9TX', officeName: luck % 2 ? 'Отдел' : null };
    case 'submit-month':
      return {
        of: 'submit-month',
        kind: 'month-submitted',
        receipt: 'О-1',
        revision: 1 + (luck % 2),
        month: command.month,
        asked: command.asked,
      };
    case 'open-month':
      return {
        of: 'open-month',
        kind: 'month',
        card: luck % 5 === 0 ? null : submission(luck, command.month, view.contracts[0]?.track),
      };
    case 'register-contract':
      return {
        of: 'register-contract',
        kind: 'contract-registered',
        contractId: CONTRACT_ID,
        calendar: contractCard({}, today).calendar,
      };
    case 'open-source':
    case 'make-main-channel':
    case 'remove-channel':
      return { of: command.kind, kind: 'done' };
    case 'make-recipient-link':
    case 'invite-staff':
    case 'invite-partner':
      return {
        of: command.kind,
        kind: 'handout',
        handout: {
          url: 'https://opora.example/?start=t',
          code: 'ABCD-1234',
          expiresOn: today,
          qr: fileNamed('qr.png'),
          sheet: fileNamed('sheet.pdf'),
        },
      };
    case 'list-contracts': {
      const { id, number, recipientName, track, endsOn } = contractCard({}, today);
      const lines = some ? [{ contractId: id, number, recipientName, track, endsOn, joined: luck % 2 === 0 }] : [];
      return { of: 'list-contracts', kind: 'contracts', lines, page: command.page, pages: 1 + (luck % 3) };
    }
    case 'open-contract':
      return { of: 'open-contract', kind: 'contract', card: contractCard({ contract: { joined: some } }, today) };
    case 'list-queue': {
      const lines = some ? [submission(luck, month('2026-05'))] : [];
      return { of: 'list-queue', kind: 'queue', lines, page: command.page, pages: 1 + (luck % 3), total: lines.length };
    }
    case 'open-submission':
    case 'accept-submission':
    case 'return-submission':
      return {
        of: command.kind,
        kind: 'submission',
        card: submission(luck, month('2026-05')),
        nextInQueue: some ? 'submission000002' : null,
      };
    case 'list-deadlines':
      return {
        of: 'list-deadlines',
        kind: 'deadlines',
        span: command.span,
        lines: some ? contractCard({}, today).duties.slice(0, 6) : [],
        page: command.page,
        pages: 1 + (luck % 3),
        counts: { today: 1, week: 2, overdue: 3 },
      };
    case 'list-contact-requests': {
      const request = {
        requestId: 'request000000001',
        number: 'K7M2Q9TX',
        name: 'Анна',
        phone: luck % 2 ? '+79001234567' : null,
        verdict: luck % 2 ? 'likely-eligible' : null,
        track: luck % 2 ? 'business' : null,
        askedOn: today,
      };
      return { of: 'list-contact-requests', kind: 'contact-requests', lines: some ? [request] : [], page: 0, pages: 1 };
    }
    case 'list-staff': {
      const { staff } = view.person;
      const line = {
        staffId: 'staff00000000002',
        name: 'Иванова',
        position: 'специалист',
        role: 'specialist' as const,
      };
      return {
        of: 'list-staff',
        kind: 'staff',
        lines: staff ? [{ ...line, joined: some, contracts: luck % 7 }] : [],
      };
    }
    case 'set-language':
    case 'give-consent':
    case 'withdraw-consent':
    case 'stop-reminders':
    case 'resume-reminders':
    case 'mark-duty-done':
    case 'pause-reminders':
    case 'close-contact-request':
    case 'dismiss-staff':
      return { of: command.kind, kind: 'done' };
  }
}

/** A submission with everything in it, or little. */
export function submission(luck: number, of: SubmissionCard['month'], track: Track = 'job-search'): SubmissionCard {
  const yes = track === 'hardship' ? 'better' : 'yes';
  const status = (['sent', 'accepted', 'returned'] as const)[luck % 3] ?? 'sent';
  return {
    submissionId: 'submission000001',
    number: 'О-2026-000417',
    contractNumber: 'СК-2026/017',
    recipientName: 'Петрова Анна Сергеевна',
    month: of,
    submittedOn: '2026-06-03' as Day,
    score: 70,
    recommendation: (['accept', 'review', 'return'] as const)[luck % 3] ?? 'review',
    revision: 1,
    contractId: CONTRACT_ID,
    track,
    asked: ['fact', 'income'],
    answers: {
      fact: luck % 5 === 1 ? null : { state: luck % 2 ? yes : 'unknown', words: luck % 2 ? 'слова' : null },
      income:
        luck % 5 === 2
          ? 'none'
          : luck % 5 === 3
            ? 'given-to-office'
            : { items: [{ kind: 'wage', amount: roubles('32500.00') }] },
      household: luck % 2 ? { amount: roubles('100.00') } : null,
      proofs: [
        { item: 'fact', kind: 'copy', file: fileNamed('a.jpg') },
        { item: 'income', kind: 'words', file: null },
      ],
    },
    checks: [
      { id: 'complete', status: 'pass', points: 40, of: 40 },
      { id: 'proven', status: 'warn', points: 15, of: 40, reasons: [{ code: 'proof-weak', item: 'fact', points: 5 }] },
    ],
    status,
    earlier: [{ month: of, income: luck % 2 ? roubles('30000.00') : null, fact: luck % 2 ? yes : null }],
    decision:
      status === 'sent'
        ? null
        : {
            on: '2026-06-10' as Day,
            by: 'Ольга',
            reason: status === 'returned' ? 'other' : null,
            words: luck % 2 ? 'слова' : null,
          },
  };
}

function channelLines(lastUsedOn: Day): ChannelLine[] {
  const line = { main: false, here: false, reachable: true, lastUsedOn };
  return [
    { ...line, addressId: 'address000000001', channel: 'web', here: true },
    { ...line, addressId: 'address000000002', channel: 'max', main: true },
    { ...line, addressId: 'address000000003', channel: 'telegram', reachable: false },
    { ...line, addressId: 'address000000004', channel: 'vk' },
  ];
}
