/** Views a talk is tried with: a person, their contracts as the engine dates them, offices and the real law. */
import { CONSENT_VERSIONS } from '../../src/dialogs/citizen/consent.ts';
import type { AskLine, ContractCard, OfficeCard, PersonView, StaffView, View } from '../../src/dialogs/view.ts';
import { citizenAsks } from '../../src/engine/citizen-asks.ts';
import { calendarOf } from '../../src/engine/contract-calendar.ts';
import { type Day, day } from '../../src/engine/day.ts';
import { officeDuties } from '../../src/engine/duties.ts';
import type { Track } from '../../src/engine/law.ts';
import { roubles } from '../../src/engine/money.ts';
import { lawFor, REGIONS } from '../../src/law/index.ts';

/** What a transcript may say of the person and the contract; all else is the same in every talk. */
export interface ViewOptions {
  readonly of: 'newcomer' | 'recipient' | 'partner' | 'specialist' | 'head';
  readonly language?: 'ru' | 'en';
  readonly languageChosen?: boolean;
  readonly remindersOn?: boolean;
  readonly consents?: PersonView['consents'];
  readonly region?: string;
  readonly municipality?: string | null;
  readonly track?: Track;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly stoppedOn?: string;
  readonly stoppedUnderPoint49?: boolean;
  readonly householdCounted?: number;
  /** State of asks by id (`fact:2026-05`), over "open from its day". `before` gives one state to all of earlier months. */
  readonly asks?: { readonly [id: string]: AskLine['state'] };
  readonly earlier?: { readonly before: string; readonly state: AskLine['state'] };
  readonly contract?: Partial<ContractCard>;
  /** Papers that wait: none unless said otherwise. */
  readonly waiting?: Omit<StaffView['waiting'], 'papers'> & Partial<Pick<StaffView['waiting'], 'papers'>>;
  readonly offices?: readonly OfficeCard[];
}

export const CONTRACT_ID = 'contract00000001';

export const OFFICES: readonly OfficeCard[] = [
  {
    id: 'office0000000001',
    region: 'bryansk',
    municipality: null,
    name: 'Отдел социальной защиты Брянска',
    address: 'Брянск, ул. Фокина, 1',
    phone: '+7 4832 00-00-01',
    hours: 'пн–пт 9:00–17:00',
  },
  {
    id: 'office0000000002',
    region: 'irkutsk',
    municipality: 'bodaibinsky',
    name: 'Центр поддержки Бодайбинского района',
    address: null,
    phone: '+7 39561 0-00-02',
    hours: null,
  },
];

/** The view on a day, as casework would load it. */
export function viewOf(options: ViewOptions, today: Day): View {
  const { of, region = 'bryansk' } = options;
  const staff = of === 'specialist' || of === 'head' ? staffView(of, options) : null;
  return {
    person: {
      id: 'person0000000001',
      language: options.language ?? 'ru',
      languageChosen: options.languageChosen ?? true,
      consents:
        options.consents ??
        (of === 'recipient'
          ? [{ kind: 'personal-data', version: CONSENT_VERSIONS['personal-data'], givenOn: day('2026-01-12') }]
          : []),
      remindersOn: options.remindersOn ?? true,
      staff,
      partner: of === 'partner' ? { name: 'Детский сад № 5', officeName: 'Отдел социальной защиты Брянска' } : null,
    },
    contracts: of === 'recipient' ? [contractCard(options, today)] : [],
    offices: options.offices ?? OFFICES,
    laws: Object.fromEntries(REGIONS.map((code) => [code, lawOf(code)])),
    defaultRegion: region,
    consentVersions: CONSENT_VERSIONS,
    channel: 'web',
  };
}

/** A Bryansk contract of six months from 12 January 2026 where nothing else is said. */
export function contractCard(options: Omit<ViewOptions, 'of'>, today: Day): ContractCard {
  const { region = 'bryansk', track = 'job-search', startsOn = '2026-01-12', endsOn = '2026-07-11' } = options;
  const law = lawOf(region);
  const term = {
    region,
    track,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    ...(options.stoppedOn ? { stoppedOn: day(options.stoppedOn) } : {}),
    ...(options.stoppedUnderPoint49 ? { stoppedUnderPoint49: true } : {}),
  };
  const calendar = calendarOf(law, term);
  const state = (id: string, of: string, from: Day): AskLine['state'] => {
    const { earlier } = options;
    if (options.asks?.[id]) return options.asks[id];
    if (earlier && of < earlier.before) return earlier.state;
    return today < from ? 'not-open' : 'open';
  };
  return {
    id: CONTRACT_ID,
    number: 'СК-2026/017',
    recipientName: 'Петрова Анна Сергеевна',
    region,
    municipality: options.municipality ?? null,
    officeId: region === 'irkutsk' ? 'office0000000002' : 'office0000000001',
    officeName: region === 'irkutsk' ? 'Центр поддержки Бодайбинского района' : 'Отдел социальной защиты Брянска',
    track,
    startsOn: term.startsOn,
    agreedEndsOn: term.endsOn,
    endsOn: calendar.endsOn,
    calendar,
    asks: citizenAsks(law, term).asks.map((ask) => ({ ...ask, state: state(ask.id, ask.month, ask.askFrom) })),
    duties: officeDuties(law, term).map((duty, index) => ({
      ...duty,
      dutyId: `duty${String(index).padStart(12, '0')}`,
      contractId: CONTRACT_ID,
      contractNumber: 'СК-2026/017',
      recipientName: 'Петрова Анна Сергеевна',
      specialistName: 'Ольга Викторовна',
      done: false,
    })),
    specialist: { name: 'Ольга Викторовна', phone: '+7 4832 00-00-01' },
    measures: [{ name: 'Найти работу', status: 'planned', dueOn: day('2026-03-01') }],
    householdCounted: options.householdCounted ?? 3,
    perCapitaIncomeBefore: roubles('9800.00'),
    joined: true,
    remindersPausedUntil: null,
    lastAccepted: { fact: null, income: null },
    lastDecision: null,
    ...options.contract,
  };
}

function staffView(role: 'specialist' | 'head', options: ViewOptions): StaffView {
  const region = options.region ?? 'bryansk';
  return {
    id: 'staff00000000001',
    name: role === 'head' ? 'Сидорова Мария Ивановна' : 'Иванова Ольга Викторовна',
    role,
    officeId: 'office0000000001',
    officeName: 'Отдел социальной защиты Брянска',
    region,
    waiting: { queue: 0, today: 0, overdue: 0, contactRequests: 0, papers: 0, ...options.waiting },
  };
}

function lawOf(region: string) {
  const law = lawFor(region);
  if (!law) throw new Error(`no law of ${region}`);
  return law;
}
