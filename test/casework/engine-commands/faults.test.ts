import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGINE_COMMANDS, type EngineCommandName, type LawOf } from '../../../src/casework/engine-commands/index.ts';
import { lawFor } from '../../../src/law/index.ts';

const lawOf: LawOf = (region) => lawFor(region ?? 'bryansk');

function ask(command: EngineCommandName, document: unknown) {
  return ENGINE_COMMANDS[command](lawOf)(document);
}

/** The faults as `path: problem` lines. */
function told(command: EngineCommandName, document: unknown): string[] {
  const outcome = ask(command, document);
  return outcome.ok ? [] : outcome.faults.map(({ path, problem }) => `${path}: ${problem}`);
}

const month = (name: string, amount: unknown = '17000.00', kind = 'wage') => ({ month: name, kind, amount });
const applicant = {
  id: 'a',
  relation: 'applicant',
  birthDate: '1990-05-01',
  incomes: [month('2026-07'), month('2026-08'), month('2026-09')],
};
const VALID = {
  precheck: {
    region: 'bryansk',
    municipality: null,
    applicationDate: '2026-11-10',
    track: 'job-search',
    circumstances: ['unemployment'],
    categories: [],
    members: [applicant],
  },
  calendar: { region: 'bryansk', track: 'job-search', startsOn: '2025-12-01', endsOn: '2026-08-31' },
  conclusion: { startsOn: '2026-01-01', endsOn: '2026-09-30', measures: [{ name: 'резюме', status: 'done' }] },
  report: {
    region: 'bryansk',
    track: 'job-search',
    endsOn: '2026-03-31',
    reportOn: '2026-08-12',
    before: { perCapitaIncome: '10000.00' },
    after: { members: [{ ...applicant, incomes: [month('2026-04'), month('2026-05'), month('2026-06')] }] },
    livingConditions: 'same',
    result: 'reached',
  },
  decision: {
    region: 'bryansk',
    track: 'job-search',
    endsOn: '2025-08-31',
    decidedOn: '2026-09-03',
    report: { verdict: 'effective' },
    monitoring: [{ number: 1, fact: 'confirmed' }],
    incomeWindows: [{ numbers: [10, 11, 12], perCapitaIncome: '12000.00' }],
  },
  score: {
    region: 'bryansk',
    track: 'job-search',
    month: '2026-08',
    submittedOn: '2026-09-10',
    citizenDay: '2026-09-20',
    dueOn: '2026-09-30',
    asked: ['fact', 'income'],
    fact: { state: 'yes', proofs: ['copy'] },
    income: { items: [{ kind: 'wage', amount: '30000.00' }], proofs: [] },
  },
} satisfies { readonly [name in EngineCommandName]: object };

const names = Object.keys(ENGINE_COMMANDS) as EngineCommandName[];

describe('a good document', () => {
  test.each(names)('%s is answered', (name) => expect(told(name, VALID[name])).toEqual([]));

  test('may carry fields nobody knows, and null for what it has not', () => {
    expect(told('precheck', { ...VALID.precheck, remark: 'звонила', householdIncome: null })).toEqual([]);
    expect(told('calendar', { ...VALID.calendar, extendedTo: null, policy: null })).toEqual([]);
  });

  test('of a conclusion may name its region', () => {
    const document = { ...VALID.conclusion, region: 'irkutsk' };
    expect(JSON.stringify(ask('conclusion', document))).toContain('evaluation-by-analogy');
    expect(JSON.stringify(ask('conclusion', VALID.conclusion))).not.toContain('evaluation-by-analogy');
  });
});

describe('a wrong document', () => {
  test.each<[string, EngineCommandName, object, string]>([
    [
      'money as a JSON number',
      'precheck',
      { members: [{ ...applicant, incomes: [month('2026-07', 17000)] }] },
      'members[0].incomes[0].amount: not an amount of roubles with kopecks: 17000',
    ],
    [
      'money with a comma',
      'report',
      { before: { perCapitaIncome: '10000,00' } },
      'before.perCapitaIncome: not an amount of roubles with kopecks: "10000,00"',
    ],
    [
      'money with eleven digits',
      'score',
      { income: { items: [{ kind: 'wage', amount: '10000000000.00' }] } },
      'income.items[0].amount: not an amount of roubles with kopecks: "10000000000.00"',
    ],
    [
      'a day that does not exist',
      'calendar',
      { startsOn: '2025-02-29' },
      'startsOn: not a day that exists: "2025-02-29"',
    ],
    ['a day of another form', 'calendar', { startsOn: '01.12.2025' }, 'startsOn: not a day that exists: "01.12.2025"'],
    [
      'a month with a day',
      'precheck',
      { householdIncome: [{ month: '2026-07-01', amount: '1.00' }] },
      'householdIncome[0].month: not a month: "2026-07-01"',
    ],
    ['an unknown region', 'precheck', { region: 'omsk' }, 'region: not a known code: "omsk"'],
    ['an unknown track', 'decision', { track: 'not-sure' }, 'track: not a known code: "not-sure"'],
    [
      'an unknown kind of income',
      'precheck',
      { members: [{ ...applicant, incomes: [month('2026-07', '1.00', 'salary')] }] },
      'members[0].incomes[0].kind: not a known code: "salary"',
    ],
    [
      'an unknown circumstance',
      'precheck',
      { circumstances: ['divorce'] },
      'circumstances[0]: not a known code: "divorce"',
    ],
    ['an unknown category', 'precheck', { categories: ['hero'] }, 'categories[0]: "hero" is not known'],
    [
      'an unknown proof',
      'score',
      { fact: { state: 'yes', proofs: ['photo'] } },
      'fact.proofs[0]: not a known code: "photo"',
    ],
    [
      'an unknown policy key',
      'calendar',
      { policy: { lastMoth: 'calendar' } },
      'policy.lastMoth: unknown key "lastMoth"',
    ],
    [
      'an unknown policy value',
      'calendar',
      { policy: { lastMonth: 'week' } },
      'policy.lastMonth: not a known code: "week"',
    ],
    [
      'a municipality of another region',
      'precheck',
      { municipality: 'katangsky' },
      'municipality: katangsky is not a municipality of bryansk',
    ],
    ['no members', 'precheck', { members: [] }, 'members: no members'],
    ['no applicant', 'precheck', { members: [{ ...applicant, relation: 'spouse' }] }, 'members: 0 applicants'],
    ['two applicants', 'precheck', { members: [applicant, { ...applicant, id: 'b' }] }, 'members: 2 applicants'],
    [
      'a repeated id',
      'precheck',
      { members: [applicant, { id: 'a', relation: 'child', ageBand: 'under-18' }] },
      'members[1].id: "a" is used twice',
    ],
    [
      'a birth after the application',
      'precheck',
      { members: [{ ...applicant, birthDate: '2026-11-11' }] },
      'members[0].birthDate: 2026-11-11 is after 2026-11-10',
    ],
    [
      'a missing answer of the form',
      'report',
      { livingConditions: undefined },
      'livingConditions: missing: a known code',
    ],
    ['no word about the report', 'decision', { report: undefined }, 'report: missing: a JSON object { … }'],
    [
      'a record of month 13',
      'decision',
      { monitoring: [{ number: 13, fact: 'confirmed' }] },
      'monitoring[0].number: 13 is not a month of monitoring',
    ],
    [
      'a number in quotes',
      'decision',
      { monitoring: [{ number: '1', fact: 'confirmed' }] },
      'monitoring[0].number: not a number: "1"',
    ],
    [
      'income that is a word nobody knows',
      'score',
      { income: { items: 'little', proofs: [] } },
      'income.items: not a known code: "little"',
    ],
  ])('%s', (_what, command, wrong, line) => {
    expect(told(command, { ...VALID[command], ...wrong })).toContain(line);
  });

  test.each([[[]], ['text'], [12], [null], [true]])('%j is not a document', (document) => {
    for (const name of names) expect(told(name, document)).toEqual(['(document): not a JSON object { … }']);
  });

  test('every fault is told at once, those of the form and those of the family', () => {
    const lines = told('precheck', {
      ...VALID.precheck,
      region: 'irkutsk',
      municipality: 'nowhere',
      applicationDate: 'today',
      categories: ['hero'],
      policy: { extention: 'days' },
      members: [
        { ...applicant, incomes: [month('2026-07', 1)] },
        { id: 'a', relation: 'applicant', ageBand: 'adult' },
      ],
    });
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'applicationDate',
      'members[0].incomes[0].amount',
      'policy.extention',
      'municipality',
      'members',
      'members[1].id',
      'categories[0]',
    ]);
  });

  test('a wrong day of a term hides no other fault of the term', () => {
    const lines = told('calendar', { ...VALID.calendar, track: 'x', endsOn: '2025-01-01', extendedTo: '2026-13-01' });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['track', 'extendedTo', 'endsOn']);
  });
});

test('every fault says where, what and what to do, whatever stands in the document; nothing is thrown', () => {
  const document = fc.oneof(
    fc.jsonValue(),
    // A good document with a field replaced comes further than noise does.
    fc.tuple(fc.constantFrom(...names), fc.nat(20), fc.jsonValue()).map(([name, at, junk]) => {
      const keys = Object.keys(VALID[name]);
      return { ...VALID[name], [keys[at % keys.length] ?? 'x']: junk };
    }),
  );
  fc.assert(
    fc.property(document, (given) => {
      for (const name of names) {
        const outcome = ask(name, given);
        if (outcome.ok) continue;
        expect(outcome.faults.length).toBeGreaterThan(0);
        for (const { path, problem, remedy } of outcome.faults)
          expect([path, problem, remedy].every((text) => text !== '')).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

const CASES = resolve(import.meta.dirname, '../../../../shared/cases/engine.json');
interface WorkedCase {
  readonly name: string;
  readonly command: EngineCommandName;
  readonly input: unknown;
  readonly expect: object;
}

describe.skipIf(!existsSync(CASES))('worked cases of the contract', () => {
  const cases = existsSync(CASES) ? (JSON.parse(readFileSync(CASES, 'utf8')) as WorkedCase[]) : [];
  test.each(cases)('$command: $name', ({ command, input, expect: wanted }) => {
    expect(ask(command, input)).toMatchObject({ ok: true, value: wanted });
  });
});
