import { describe, expect, test } from 'vitest';
import { ENGINE_COMMANDS, type LawOf } from '../../src/casework/engine-commands/index.ts';
import { applyLawOverlay, readLawOverlay } from '../../src/casework/law-overlay.ts';
import type { Law } from '../../src/engine/law.ts';
import { lawFor } from '../../src/law/index.ts';

const cite = {
  act: 'Постановление Правительства Брянской области от 02.11.2026 № 600-п',
  source: 'текст постановления',
};
const value = { 'per-capita': '18500.00', 'able-bodied': '20165.00', pensioner: '15910.00', child: '17945.00' };
const nextYear = { region: 'bryansk', minima: [{ since: '2027-01-01', value, cite }] };
const transfers = {
  region: 'all',
  transfers: [
    { year: 2027, free: ['2027-02-22'], worked: ['2027-02-20'], cite: { act: null, source: 'Российская газета' } },
  ],
};

function lawsWith(...documents: unknown[]): LawOf {
  const overlay = readLawOverlay(documents.map((content, at) => ({ name: `law/${at}.json`, content })));
  if (!overlay.ok) throw new Error(JSON.stringify(overlay.faults));
  return (region) => lawFor(region ?? 'bryansk', overlay.value);
}

const family = {
  region: 'bryansk',
  applicationDate: '2027-02-10',
  track: 'job-search',
  circumstances: ['unemployment'],
  members: [{ id: 'a', relation: 'applicant', birthDate: '1990-05-01' }],
  householdIncome: ['2026-10', '2026-11', '2026-12'].map((month) => ({ month, amount: '18000.00' })),
};

describe('a file of next year', () => {
  test('makes the minimum known, with its act', () => {
    const before = ENGINE_COMMANDS.precheck(lawsWith())(family);
    expect(before).toMatchObject({ ok: true, value: { minimum: null, verdict: 'needs-review' } });
    const after = ENGINE_COMMANDS.precheck(lawsWith(nextYear))(family);
    expect(after).toMatchObject({
      ok: true,
      value: { minimum: { amount: '18500.00', since: '2027-01-01', act: cite.act }, verdict: 'likely-eligible' },
    });
  });

  test('touches only its region, and "all" touches every one', () => {
    const laws = lawsWith(nextYear, transfers);
    expect(laws('irkutsk')?.minima).toEqual(lawFor('irkutsk')?.minima);
    for (const region of ['bryansk', 'irkutsk', 'novosibirsk']) {
      expect(laws(region)?.workCalendar.transfers.map(({ year }) => year)).toContain(2027);
    }
  });

  test('with transfers takes the assumption from the calendar', () => {
    const contract = { region: 'bryansk', track: 'job-search', startsOn: '2025-12-01', endsOn: '2026-08-31' };
    const codes = (lawOf: LawOf) => JSON.stringify(ENGINE_COMMANDS.calendar(lawOf)(contract));
    expect(codes(lawsWith())).toContain('transfers-unknown');
    expect(codes(lawsWith(transfers))).not.toContain('transfers-unknown');
  });
});

describe('what a file may do', () => {
  test('replace a row that says so: a draft by the act', () => {
    const act = {
      since: '2023-01-01',
      replaces: true,
      value: {
        ...value,
        'per-capita': '15240.00',
        pensioner: '13105.00',
        child: '15078.00',
        'able-bodied': '16609.00',
      },
      cite,
    };
    const law = lawsWith({ region: 'irkutsk', minima: [act] })('irkutsk');
    const rows = law?.minima.filter(({ since, territory }) => since === '2023-01-01' && territory === 'whole') ?? [];
    expect(rows.map((row) => [row.value?.['per-capita'], row.cite.verified])).toEqual([['15240.00', true]]);
  });

  test('verify the territory of a municipality, keeping the others as they are', () => {
    const row = {
      code: 'katangsky',
      name: 'МО «Катангский район»',
      territory: 'north',
      territoryVerified: true,
      replaces: true,
    };
    const places = lawsWith({ region: 'irkutsk', municipalities: [row] })('irkutsk')?.region.municipalities ?? [];
    expect(places).toHaveLength(42);
    expect(places.filter(({ territoryVerified }) => territoryVerified).map(({ code }) => code)).toEqual(['katangsky']);
  });

  test('name the municipalities of a region that had none', () => {
    const row = { code: 'bezhitsa', name: 'Бежицкий район', territory: 'whole', territoryVerified: true };
    const lawOf = lawsWith({ region: 'bryansk', municipalities: [row] });
    const answer = ENGINE_COMMANDS.precheck(lawOf)({ ...family, municipality: 'bezhitsa' });
    expect(answer.ok).toBe(true);
  });

  test('choose another reading of the law', () => {
    const lawOf = lawsWith({ region: 'bryansk', policy: { departmentDay: 5, extension: 'months' } });
    expect(lawOf('bryansk')?.policy).toMatchObject({ departmentDay: 5, extension: 'months', lastMonth: 'by-date' });
  });

  test('end the counting of a kind of income from a day on', () => {
    const law = lawsWith({
      region: 'all',
      incomeKinds: [{ kind: 'scholarship', since: '2027-01-01', counted: false, cite }],
    })('irkutsk');
    expect(law?.incomeKinds.find(({ kind }) => kind === 'scholarship')?.counted.map((row) => row.value)).toEqual([
      true,
      false,
    ]);
  });

  test('set the interval between contracts', () => {
    const terms = {
      minMonths: 3,
      maxMonths: 9,
      payment: { kind: 'monthly', maxAmount: null, of: 'able-bodied' },
      askedMonthly: ['fact', 'income'],
      repeatAfterMonths: 12,
    };
    const law = lawsWith({
      region: 'bryansk',
      tracks: [{ track: 'job-search', since: '2027-01-01', value: terms, cite }],
    })('bryansk');
    expect(law?.tracks['job-search'].at(-1)?.value).toEqual(terms);
  });
});

describe('mistakes', () => {
  test('of several files are told all at once, each with its file', () => {
    const outcome = readLawOverlay([
      { name: 'law/a.json', content: { region: 'bryansk', minima: [{ since: '2027-02-30', value, cite }] } },
      { name: 'law/b.json', content: { region: 'nowhere' } },
    ]);
    expect(outcome.ok ? [] : outcome.faults.map(({ path }) => path)).toEqual([
      'law/a.json: minima[0].since',
      'law/b.json: region',
    ]);
  });

  test('of one region leave nothing half used', () => {
    const faulty = { region: 'bryansk', minima: [{ since: '2026-01-01', value, cite }] };
    const outcome = readLawOverlay([
      { name: 'a', content: transfers },
      { name: 'b', content: faulty },
    ]);
    expect(outcome.ok).toBe(false);
  });

  test('a file of another region leaves a law as it was', () => {
    const bryansk = lawFor('bryansk') as Law;
    const outcome = applyLawOverlay(bryansk, [{ name: 'a', content: { ...nextYear, region: 'novosibirsk' } }]);
    expect(outcome).toEqual({ ok: true, value: bryansk });
  });
});
