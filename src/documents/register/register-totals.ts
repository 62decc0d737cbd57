/** What the register adds up to, by office and altogether. */
import type { RegisterRow } from '../../casework/paper/paper.ts';

/** A counted column or a share of two counted ones. `key` names the heading in `register:total.…`. */
export type TotalColumn =
  | { readonly kind: 'count'; readonly key: string; counts(row: RegisterRow): boolean }
  | { readonly kind: 'share'; readonly key: string; readonly part: string };

/** From left to right. Shares are of all reports of the line. */
export const TOTAL_COLUMNS: readonly TotalColumn[] = [
  { kind: 'count', key: 'reports', counts: () => true },
  ...counted('verdict', ['effective', 'ineffective']),
  { kind: 'share', key: 'effective-share', part: 'effective' },
  ...counted('incomeOutcome', ['rose-above-minimum']),
  { kind: 'share', key: 'above-share', part: 'rose-above-minimum' },
  ...counted('incomeOutcome', [
    'rose-not-above-minimum',
    'not-risen',
    'fell',
    'not-comparable',
    'rose-minimum-unknown',
  ]),
  ...counted('conditions', ['better', 'same', 'worse']),
  ...counted('result', ['reached', 'partly', 'not-reached']),
];

/** One line of totals: `office` is null for all offices together. Shares are fractions from 0 to 1, null where there are no reports. */
export interface TotalLine {
  readonly office: string | null;
  readonly figures: { readonly [key: string]: number | null };
}

/** A line for each office in the order of the rows, and a last one for all. */
export function registerTotals(rows: readonly RegisterRow[]): readonly TotalLine[] {
  const offices = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const own = offices.get(row.officeName);
    if (own === undefined) offices.set(row.officeName, [row]);
    else own.push(row);
  }
  return [...[...offices].map(([office, own]) => line(office, own)), line(null, rows)];
}

function line(office: string | null, rows: readonly RegisterRow[]): TotalLine {
  const counts = new Map(
    TOTAL_COLUMNS.flatMap((column) =>
      column.kind === 'count' ? [[column.key, rows.filter((row) => column.counts(row)).length] as const] : [],
    ),
  );
  const figure = (column: TotalColumn): number | null => {
    if (column.kind === 'count') return counts.get(column.key) ?? 0;
    return rows.length === 0 ? null : (counts.get(column.part) ?? 0) / rows.length;
  };
  return { office, figures: Object.fromEntries(TOTAL_COLUMNS.map((column) => [column.key, figure(column)])) };
}

function counted<Field extends 'verdict' | 'incomeOutcome' | 'conditions' | 'result'>(
  field: Field,
  values: readonly RegisterRow[Field][],
): TotalColumn[] {
  return values.map((value) => ({ kind: 'count', key: value, counts: (row) => row[field] === value }));
}
