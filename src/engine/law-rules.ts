/**
 * Rules every law must keep, one function for the built-in data (`test/law`) and for what an operator adds
 * (`docs/law-overlay.md`). Paths are those of the type `Law`: `minima[8].cite.link`.
 */
import { parseDay } from './day.ts';
import type { Citation, Dated, Law, ListedCode, MinimumRow, ScoreWeights, TrackTerms } from './law.ts';
import { PROOF_KINDS, TRACKS } from './law.ts';
import { compareMoney, compareShare, multiply, parseMoney } from './money.ts';
import type { Fault } from './outcome.ts';
import { workCalendarFaults } from './work-calendar-rules.ts';

/** Everything wrong with the law, in the order of its fields; an empty list is a law fit for use. */
export function lawFaults(law: Law): Fault[] {
  return [
    ...municipalityFaults(law),
    ...minimaFaults(law),
    ...TRACKS.flatMap((track) => datedFaults(law.tracks[track], `tracks.${track}`, termsFaults)),
    ...policyFaults(law),
    ...codeFaults(
      law.incomeKinds.map(({ kind }) => kind),
      'incomeKinds',
    ),
    ...law.incomeKinds.flatMap(({ counted }, at) => datedFaults(counted, `incomeKinds[${at}].counted`)),
    ...listFaults(law.circumstances, 'circumstances'),
    ...listFaults(law.categories, 'categories'),
    ...listFaults(law.papers, 'papers'),
    ...citationFaults(law.workCalendar.holidays.cite, 'workCalendar.holidays.cite'),
    ...law.workCalendar.transfers.flatMap(({ cite }, at) => citationFaults(cite, `workCalendar.transfers[${at}].cite`)),
    ...workCalendarFaults(law.workCalendar),
    ...datedFaults(law.scoreWeights, 'scoreWeights', weightFaults),
    ...noIncomeTestFaults(law),
    ...Object.entries(law.bases).flatMap(([rule, cite]) => citationFaults(cite, `bases.${rule}`)),
  ];
}

/** A citation names where the figure was read, and an address only as https. An act that was not seen is `null`, never an empty text. */
function citationFaults(cite: Citation, path: string): Fault[] {
  const faults: Fault[] = [];
  if (cite.source.trim() === '') {
    faults.push(fault(`${path}.source`, 'no source', 'say in words where the value was read'));
  }
  if (cite.act?.trim() === '') {
    faults.push(
      fault(`${path}.act`, 'an empty act', 'write title, date and number of the act, or null if it was not seen'),
    );
  }
  if (cite.link !== null && !/^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/.test(cite.link)) {
    faults.push(fault(`${path}.link`, `not an https address: ${cite.link}`, 'give an address with https://, or null'));
  }
  return faults;
}

/** Values of one list stand in the order of their days, one a day, each cited. */
function datedFaults<T>(
  rows: readonly Dated<T>[],
  path: string,
  valueFaults: (value: T, path: string) => Fault[] = () => [],
): Fault[] {
  return rows.flatMap((row, at) => {
    const here = `${path}[${at}]`;
    const before = rows[at - 1];
    const order = before === undefined ? [] : orderFaults(before.since, row.since, here);
    const value = row.value === null ? [] : valueFaults(row.value, `${here}.value`);
    return [...dayFaults(row.since, here), ...order, ...value, ...citationFaults(row.cite, `${here}.cite`)];
  });
}

function dayFaults(since: string, path: string): Fault[] {
  if (parseDay(since) !== null) return [];
  return [fault(`${path}.since`, `not a day: ${since}`, 'give a day that exists, like 2027-01-01')];
}

function orderFaults(before: string, since: string, path: string): Fault[] {
  if (before === since) {
    return [
      fault(`${path}.since`, `a second value from ${since}`, 'keep one value a day: remove one, or correct its day'),
    ];
  }
  return before < since
    ? []
    : [fault(`${path}.since`, `${since} stands after ${before}`, 'put the rows in the order of their days')];
}

function municipalityFaults({ region, minima }: Law): Fault[] {
  const places = region.municipalities;
  const withRow = new Set<string>(['whole', ...minima.map(({ territory }) => territory)]);
  return [
    ...codeFaults(
      places.map(({ code }) => code),
      'region.municipalities',
    ),
    ...places.flatMap(({ name, territory }, at) => {
      const path = `region.municipalities[${at}]`;
      return [
        ...(name.trim() === ''
          ? [fault(`${path}.name`, 'no name', 'write the name as the municipality writes it')]
          : []),
        ...(withRow.has(territory)
          ? []
          : [
              fault(
                `${path}.territory`,
                `the region has no minimum of territory ${territory}`,
                'use whole, or add the row of that territory',
              ),
            ]),
      ];
    }),
  ];
}

function minimaFaults({ region, minima }: Law): Fault[] {
  const places = new Set<string>(['whole', ...region.municipalities.map(({ territory }) => territory)]);
  return minima.flatMap((row, at) => {
    const path = `minima[${at}]`;
    const earlier = minima.slice(0, at);
    const before = earlier.findLast(({ territory }) => territory === row.territory);
    const last = earlier.at(-1);
    return [
      ...(places.has(row.territory)
        ? []
        : [
            fault(
              `${path}.territory`,
              `no municipality of ${region.code} lies in territory ${row.territory}`,
              'use whole',
            ),
          ]),
      ...dayFaults(row.since, path),
      ...(before?.since === row.since
        ? orderFaults(before.since, row.since, path)
        : last !== undefined && last.since > row.since
          ? orderFaults(last.since, row.since, path)
          : []),
      ...figureFaults(row, path),
      ...jumpFaults(before, row, path),
      ...citationFaults(row.cite, `${path}.cite`),
    ];
  });
}

function figureFaults({ value }: MinimumRow, path: string): Fault[] {
  if (value === null) return [];
  const wrong = Object.entries(value).flatMap(([group, amount]) =>
    amount === null || (parseMoney(amount) !== null && compareMoney(amount, multiply(amount, 0)) > 0)
      ? []
      : [
          fault(
            `${path}.value.${group}`,
            `not a minimum: ${amount}`,
            'write roubles a month above zero, like 18560.00, or null',
          ),
        ],
  );
  if (wrong.length > 0) return wrong;
  const whole = value['per-capita'];
  const groups = [value['able-bodied'], value.pensioner, value.child].filter((amount) => amount !== null);
  // An average of the groups lies between them; outside it two columns were swapped or a digit was lost.
  if (whole === null || groups.length < 3) return [];
  const between =
    groups.some((amount) => compareMoney(amount, whole) <= 0) &&
    groups.some((amount) => compareMoney(amount, whole) >= 0);
  return between
    ? []
    : [
        fault(
          `${path}.value.per-capita`,
          `${whole} lies outside the values of the groups`,
          'compare the four figures with the act: are two swapped?',
        ),
      ];
}

function jumpFaults(before: MinimumRow | undefined, row: MinimumRow, path: string): Fault[] {
  const [was, is] = [before?.value?.['per-capita'] ?? null, row.value?.['per-capita'] ?? null];
  if (was === null || is === null || parseMoney(is) === null) return [];
  const doubled = compareShare(is, 2, was) > 0 || compareShare(was, 2, is) > 0;
  return doubled
    ? [
        fault(
          `${path}.value.per-capita`,
          `${is} is more than twice away from ${was} before it`,
          'compare with the act: was a digit lost or added?',
        ),
      ]
    : [];
}

function termsFaults(
  { minMonths, maxMonths, payment, askedMonthly, repeatAfterMonths }: TrackTerms,
  path: string,
): Fault[] {
  const faults = Object.entries({ minMonths, maxMonths, repeatAfterMonths }).flatMap(([name, months]) =>
    months === null || (Number.isInteger(months) && months >= 0)
      ? []
      : [
          fault(
            `${path}.${name}`,
            `not a number of months: ${months}`,
            'write whole months, or null if the limit was not found',
          ),
        ],
  );
  if (minMonths !== null && maxMonths !== null && minMonths > maxMonths) {
    faults.push(
      fault(
        `${path}.minMonths`,
        `${minMonths} months is above the longest term of ${maxMonths}`,
        'correct one of the two',
      ),
    );
  }
  if (payment.maxAmount !== null && parseMoney(payment.maxAmount) === null) {
    faults.push(
      fault(
        `${path}.payment.maxAmount`,
        `not an amount: ${payment.maxAmount}`,
        'write roubles like 350000.00, or null',
      ),
    );
  }
  if (askedMonthly.length === 0) {
    faults.push(fault(`${path}.askedMonthly`, 'nothing is asked', 'name fact, income or both'));
  }
  return faults;
}

function policyFaults({ policy }: Law): Fault[] {
  const { departmentDay } = policy;
  return Number.isInteger(departmentDay) && departmentDay >= 1 && departmentDay <= 28
    ? []
    : [fault('policy.departmentDay', `not a day every month has: ${departmentDay}`, 'choose 1 to 28')];
}

function codeFaults(codes: readonly string[], path: string): Fault[] {
  return codes.flatMap((code, at) => {
    if (!/^[a-z][a-z0-9-]*$/.test(code)) {
      return [fault(`${path}[${at}]`, `not a code: ${code}`, 'use small Latin letters, digits and hyphens')];
    }
    return codes.indexOf(code) === at
      ? []
      : [fault(`${path}[${at}]`, `code ${code} stands twice`, 'keep one of the two')];
  });
}

function listFaults(list: readonly ListedCode[], path: string): Fault[] {
  return [
    ...codeFaults(
      list.map(({ code }) => code),
      path,
    ),
    ...list.flatMap(({ cite }, at) => citationFaults(cite, `${path}[${at}].cite`)),
  ];
}

/** The score ends at 100, and a stronger proof never earns less (`domain.md`, "Monthly submission and its score"). */
function weightFaults({ complete, proof, onTime, consistent }: ScoreWeights, path: string): Fault[] {
  const strengths = PROOF_KINDS.map((kind) => proof[kind]);
  const strongest = Math.max(...strengths, proof['not-needed']);
  const total = complete.all + strongest + onTime.citizenDay + consistent.pass;
  const faults = total === 100 ? [] : [fault(path, `the best score is ${total}`, 'make the four checks add up to 100')];
  PROOF_KINDS.forEach((kind, at) => {
    const weaker = Math.max(...strengths.slice(at + 1), proof.none);
    if (proof[kind] < weaker)
      faults.push(
        fault(`${path}.proof.${kind}`, `${proof[kind]} points, less than a weaker proof`, `give at least ${weaker}`),
      );
  });
  return faults;
}

function noIncomeTestFaults({ noIncomeTest, categories }: Law): Fault[] {
  return datedFaults(noIncomeTest, 'noIncomeTest', ({ category }, path) =>
    categories.some(({ code }) => code === category)
      ? []
      : [fault(`${path}.category`, `no category ${category} in the region`, 'add the category first')],
  );
}

function fault(path: string, problem: string, remedy: string): Fault {
  return { path, problem, remedy };
}
