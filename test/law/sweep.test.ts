import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/engine/day.ts';
import { inForce } from '../../src/engine/in-force.ts';
import type { Citation, Law, MinimumRow, Territory } from '../../src/engine/law.ts';
import { TRACKS } from '../../src/engine/law.ts';
import { lawFaults } from '../../src/engine/law-rules.ts';
import { minimumRow } from '../../src/engine/minimum.ts';
import { isWorkingDay } from '../../src/engine/working-days.ts';
import { lawFor, REGIONS } from '../../src/law/index.ts';

function law(region: string): Law {
  const found = lawFor(region);
  if (found === null) throw new Error(`no law of ${region}`);
  return found;
}

/** Every citation of a law, wherever it stands. */
function citations(part: unknown): Citation[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('source' in part && 'act' in part) return [part as Citation];
  return Object.values(part).flatMap(citations);
}

describe.each(REGIONS)('law of %s', (region) => {
  test('keeps every rule', () => expect(lawFaults(law(region))).toEqual([]));

  test('is cited everywhere, and a computed or drafted figure is not called verified', () => {
    const all = citations(law(region));
    expect(all.length).toBeGreaterThan(40);
    for (const { source, verified } of all) {
      expect(source.length).toBeGreaterThan(5);
      if (/вычислен|проекта|предположен/.test(source)) expect(verified, source).toBe(false);
    }
  });

  test('has terms of every track in 2026, and none from before the federal Rules', () => {
    for (const track of TRACKS) {
      expect(inForce(law(region).tracks[track], day('2026-11-10'))?.value?.minMonths).toBe(3);
      expect(inForce(law(region).tracks[track], day('2023-12-31'))).toBeNull();
    }
  });

  test('knows no minimum of 2027', () => {
    expect(minimumRow(law(region), 'whole', day('2026-12-31'))).not.toBeNull();
    expect(minimumRow(law(region), 'whole', day('2027-01-01'))).toBeNull();
  });

  test('counts the unified child allowance until 17 February 2025 and not since', () => {
    const rule = law(region).incomeKinds.find(({ kind }) => kind === 'unified-child-allowance');
    expect(inForce(rule?.counted ?? [], day('2025-02-17'))?.value).toBe(true);
    expect(inForce(rule?.counted ?? [], day('2025-02-18'))?.value).toBe(false);
  });

  test('asks participants of the operation for no income on the business track since 2026', () => {
    expect(inForce(law(region).noIncomeTest, day('2025-12-31'))).toBeNull();
    const found = inForce(law(region).noIncomeTest, day('2026-01-01'))?.value;
    expect(found).toEqual({ category: 'svo-participant', track: 'business' });
  });
});

describe('figures of the acts', () => {
  test.each<[string, Territory, string, string, string, string, string, string | null]>([
    ['bryansk', 'whole', '2026-03-01', '17424.00', '18992.00', '14985.00', '16901.00', '577-п'],
    ['bryansk', 'whole', '2025-12-31', '16314.00', '17782.00', '14030.00', '15825.00', '313-п'],
    ['bryansk', 'whole', '2024-01-01', '14217.00', '15497.00', '12387.00', '14078.00', '718-п'],
    ['bryansk', 'whole', '2023-06-01', '13560.00', '14780.00', '11854.00', '13472.00', '601-п'],
    ['bryansk', 'whole', '2022-06-01', '13127.00', '14309.00', '11475.00', '13042.00', '223-п'],
    ['bryansk', 'whole', '2022-05-31', '11731.00', '12787.00', '10254.00', '11654.00', '347-п'],
    ['bryansk', 'whole', '2021-02-01', '11280.00', '12085.00', '9860.00', '11206.00', '30-п'],
    ['bryansk', 'whole', '2020-12-31', '10950.00', '11760.00', '9104.00', '10672.00', '16-п'],
    ['irkutsk', 'whole', '2026-01-01', '20075.00', '21882.00', '17265.00', '19473.00', '887-пп'],
    ['irkutsk', 'north', '2026-01-01', '24411.00', '26609.00', '20994.00', '23679.00', '887-пп'],
    ['irkutsk', 'other', '2026-01-01', '18770.00', '20460.00', '16143.00', '18207.00', '887-пп'],
    ['irkutsk', 'whole', '2025-01-01', '18797.00', '20489.00', '16165.00', '18233.00', null],
    ['irkutsk', 'north', '2025-01-01', '22857.00', '24915.00', '19657.00', '22171.00', null],
    ['irkutsk', 'other', '2025-01-01', '17575.00', '19157.00', '15114.00', '17048.00', null],
    ['irkutsk', 'whole', '2024-01-01', '16169.00', '17624.00', '13905.00', '15684.00', null],
    ['irkutsk', 'whole', '2023-01-01', '15238.00', '16609.00', '13105.00', '15078.00', null],
    ['irkutsk', 'whole', '2022-06-01', '14754.00', '16082.00', '12689.00', '14596.00', '425-пп'],
    ['irkutsk', 'whole', '2022-01-01', '13413.00', '14620.00', '11535.00', '13269.00', '629-пп'],
    ['irkutsk', 'whole', '2021-01-01', '12243.00', '13012.00', '10540.00', '12759.00', null],
    ['irkutsk', 'north', '2020-12-31', '15212.00', '16280.00', '12255.00', '16005.00', null],
    ['irkutsk', 'other', '2020-12-31', '11669.00', '12346.00', '9346.00', '12246.00', null],
    ['novosibirsk', 'whole', '2026-01-01', '18560.00', '20230.00', '15962.00', '18003.00', null],
    ['novosibirsk', 'whole', '2025-01-01', '17378.00', '18942.00', '14945.00', '16857.00', null],
    ['novosibirsk', 'whole', '2024-01-01', '15317.00', '16696.00', '13173.00', '15871.00', null],
    ['novosibirsk', 'whole', '2023-01-01', '14728.00', '16054.00', '12666.00', '15261.00', null],
    ['novosibirsk', 'whole', '2022-06-01', '14053.00', '15318.00', '12086.00', '14562.00', null],
    ['novosibirsk', 'whole', '2022-01-01', '12775.00', '13925.00', '10987.00', '13238.00', null],
    ['novosibirsk', 'whole', '2021-01-01', '12284.00', '13054.00', '10378.00', '12729.00', '22-п'],
  ])('%s, %s, %s', (region, territory, on, perCapita, ableBodied, pensioner, child, act) => {
    const row = minimumRow(law(region), territory, day(on));
    expect(row?.value).toEqual({ 'per-capita': perCapita, 'able-bodied': ableBodied, pensioner, child });
    if (act === null) expect(row?.cite.act).toBeNull();
    else expect(row?.cite.act).toContain(`№ ${act}`);
  });

  test('a gap stays a gap: the zones of Irkutsk from 2021 to 2024', () => {
    for (const on of ['2021-06-01', '2022-06-01', '2023-06-01', '2024-12-31']) {
      expect(minimumRow(law('irkutsk'), 'north', day(on))).toBeNull();
      expect(minimumRow(law('irkutsk'), 'other', day(on))).toBeNull();
    }
  });

  test.each([
    ['irkutsk', '2023-01-01', 'a draft'],
    ['novosibirsk', '2022-06-01', 'computed'],
    ['bryansk', '2020-10-01', 'a quarter set after it had passed'],
  ])('%s since %s is not verified: %s', (region, since) => {
    expect(law(region).minima.find((row) => row.since === since)?.cite.verified).toBe(false);
  });
});

describe('regions', () => {
  test('an unknown region has no law', () => {
    expect(lawFor('omsk')).toBeNull();
    expect(lawFor('toString')).toBeNull();
  });

  test('only Bryansk cites the order of Bryansk, the others say that they follow it by analogy', () => {
    expect(law('bryansk').bases['report']?.act).toContain('№ 693');
    expect(law('bryansk').region.evaluationByAnalogy).toBe(false);
    for (const region of ['irkutsk', 'novosibirsk']) {
      expect(law(region).region.evaluationByAnalogy).toBe(true);
      expect(citations(law(region)).filter(({ act, source }) => `${act} ${source}`.includes('Брянской'))).toEqual([]);
    }
  });

  test('Irkutsk cites its own law for circumstances and categories', () => {
    for (const { cite } of law('irkutsk').circumstances) expect(cite.act).toContain('№ 73-ОЗ');
    expect(law('irkutsk').categories.map(({ code }) => code)).toContain('svo-family');
  });

  test('Irkutsk has 42 municipalities with 5,830 planned contracts, eleven of them northern, none verified', () => {
    const { municipalities } = law('irkutsk').region;
    expect(municipalities).toHaveLength(42);
    expect(municipalities.reduce((sum, { plannedContracts2021 }) => sum + (plannedContracts2021 ?? 0), 0)).toBe(5830);
    expect(municipalities.filter(({ territory }) => territory === 'north')).toHaveLength(11);
    expect(municipalities.some(({ territoryVerified }) => territoryVerified)).toBe(false);
  });

  const reference = resolve(import.meta.dirname, '../../../shared/reference/irkutsk-municipalities.json');
  test.skipIf(!existsSync(reference))('the municipalities are those of the reference', () => {
    expect(law('irkutsk').region.municipalities).toEqual(JSON.parse(readFileSync(reference, 'utf8')));
  });

  test('Irkutsk shortened the interval between contracts from three years to one in 2024', () => {
    const terms = law('irkutsk').tracks.business;
    expect(inForce(terms, day('2024-02-15'))?.value?.repeatAfterMonths).toBe(36);
    expect(inForce(terms, day('2024-02-16'))?.value?.repeatAfterMonths).toBe(12);
    expect(inForce(law('bryansk').tracks.business, day('2026-01-01'))?.value?.repeatAfterMonths).toBeNull();
  });
});

describe('working days', () => {
  test.each([
    ['2024-04-27', true, 'a Saturday worked for the Monday after it'],
    ['2024-04-29', false, 'the Monday that became free'],
    ['2025-02-24', true, 'the rest of 23 February went to May'],
    ['2025-03-10', true, 'the rest of 8 March went to June'],
    ['2025-05-08', false, 'the rest of 23 February'],
    ['2025-11-01', true, 'a Saturday worked for 3 November'],
    ['2026-01-09', false, 'the rest of 3 January'],
    ['2026-03-09', false, 'a Monday after a holiday on a Sunday'],
    ['2026-05-11', false, 'a Monday after a holiday on a Saturday'],
    ['2026-12-31', false, 'the rest of 4 January'],
    ['2027-12-31', true, 'no transfer of 2027 is known'],
  ])('%s worked: %s (%s)', (on, worked) => {
    expect(isWorkingDay(law('bryansk').workCalendar, day(on))).toBe(worked);
  });
});

describe('the rules notice a law that', () => {
  const sound = law('irkutsk');
  const [first, second] = sound.minima as readonly [MinimumRow, MinimumRow, ...MinimumRow[]];
  test.each<[string, Law, string]>([
    ['is not sorted', { ...sound, minima: [...sound.minima].reverse() }, 'minima[3].since'],
    ['names a day twice', { ...sound, minima: [first, first, second] }, 'minima[1].since'],
    [
      'has a track row out of order',
      { ...sound, tracks: { ...sound.tracks, business: [...sound.tracks.business].reverse() } },
      'tracks.business[1].since',
    ],
    [
      'names a holiday that is no day',
      {
        ...sound,
        workCalendar: { ...sound.workCalendar, holidays: { ...sound.workCalendar.holidays, value: ['02-29'] } },
      },
      'workCalendar.holidays.value[0]',
    ],
    [
      'has years out of order',
      { ...sound, workCalendar: { ...sound.workCalendar, transfers: [...sound.workCalendar.transfers].reverse() } },
      'workCalendar.transfers[1].year',
    ],
    [
      'lists a code twice',
      { ...sound, papers: [...sound.papers, ...sound.papers.slice(0, 1)] },
      `papers[${sound.papers.length}]`,
    ],
    [
      'cites nothing',
      { ...sound, bases: { ...sound.bases, report: { act: null, source: '', link: null, verified: true } } },
      'bases.report.source',
    ],
  ])('%s', (_what, broken, path) => {
    expect(lawFaults(broken).map((found) => found.path)).toContain(path);
  });
});
