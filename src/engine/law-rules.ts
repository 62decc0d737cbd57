/**
 * Rules every law must keep, one function for the built-in data (`test/law`) and for what an operator adds
 * (`docs/law-overlay.md`). Paths are those of the type `Law`: `minima[8].cite.link`.
 */
import type { Law, MinimumRow, ScoreWeights, TrackTerms } from './law.ts';
import { PROOF_KINDS, TRACKS } from './law.ts';
import { compareMoney, compareShare, multiply, parseMoney } from './money.ts';
import type { Fault } from './outcome.ts';
import { citationFaults, codeFaults, datedFaults, dayFaults, fault, listFaults, orderFaults } from './row-rules.ts';
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
