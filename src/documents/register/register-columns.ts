/** The columns of the register, one table for the spreadsheet and for the plain text beside it. */
import type { Register, RegisterRow } from '../../casework/paper/paper.ts';
import type { Day } from '../../engine/day.ts';
import type { Money } from '../../engine/money.ts';
import type { Say } from './register-words.ts';

/** A value with its kind, so that each writer gives it the type its file knows. A figure nobody knows is `null`, never zero. */
export type RegisterCell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'day'; readonly value: Day }
  | { readonly kind: 'money'; readonly value: Money | null };

/** One column: `key` names its heading in `register:column.…`, `width` is in characters of the spreadsheet. */
export interface RegisterColumn {
  readonly key: string;
  readonly kind: RegisterCell['kind'];
  readonly width: number;
  /** The cell of a row; `place` counts the rows from 1. */
  read(row: RegisterRow, place: number, say: Say): RegisterCell;
}

/** From left to right: who, what, when, the figures of form 2, and what was found. */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  { key: 'number', kind: 'number', width: 6, read: (_, place) => ({ kind: 'number', value: place }) },
  text('office', 32, (row) => row.officeName),
  text('contract', 13, (row) => row.contractNumber),
  text('recipient', 26, (row) => row.recipientName),
  text('track', 22, (row, say) => say(`track.${row.track}`)),
  date('starts-on', (row) => row.startsOn),
  date('ends-on', (row) => row.endsOn),
  date('report-on', (row) => row.reportOn),
  money('income-before', (row) => row.perCapitaIncomeBefore),
  money('income-after', (row) => row.perCapitaIncomeAfter),
  money('minimum', (row) => row.perCapitaMinimum),
  text('income-outcome', 17, (row, say) => say(`income-outcome.${row.incomeOutcome}`)),
  text('conditions', 13, (row, say) => say(`conditions.${row.conditions}`)),
  text('result', 14, (row, say) => say(`result.${row.result}`)),
  text('verdict', 15, (row, say) => say(`verdict.${row.verdict}`)),
];

/** Rows as the register lists them: by office, inside an office by the day of the report, then by name. */
export function inRegisterOrder(register: Register): readonly RegisterRow[] {
  const byLetters = new Intl.Collator('ru', { numeric: true }).compare;
  return register.rows.toSorted(
    (left, right) =>
      byLetters(left.officeName, right.officeName) ||
      byLetters(left.reportOn, right.reportOn) ||
      byLetters(left.recipientName, right.recipientName) ||
      byLetters(left.contractNumber, right.contractNumber),
  );
}

function text(key: string, width: number, value: (row: RegisterRow, say: Say) => string): RegisterColumn {
  return { key, kind: 'text', width, read: (row, _, say) => ({ kind: 'text', value: value(row, say) }) };
}

function date(key: string, value: (row: RegisterRow) => Day): RegisterColumn {
  return { key, kind: 'day', width: 12, read: (row) => ({ kind: 'day', value: value(row) }) };
}

function money(key: string, value: (row: RegisterRow) => Money | null): RegisterColumn {
  return { key, kind: 'money', width: 17, read: (row) => ({ kind: 'money', value: value(row) }) };
}
