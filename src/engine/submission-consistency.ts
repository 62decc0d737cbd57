/** Whether a month agrees with itself and with the month before it (domain.md, check `consistent`). */
import type { Month } from './day.ts';
import { TRACK_KINDS } from './income.ts';
import type { Track } from './law.ts';
import { changedByMoreThanHalf, compareMoney, type Money, sum, ZERO } from './money.ts';
import type { Reason } from './outcome.ts';

/** Why a month asks for a second look; none of these is a reproach. */
export type InconsistencyCode =
  | 'income-fell'
  | 'income-rose'
  | 'income-without-fact'
  | 'fact-without-income'
  | 'same-file-as-earlier';

/** The part of a submission that is looked at. */
interface Stated {
  readonly track: Track;
  readonly month: Month;
  readonly fact?: { readonly state: string } | undefined;
  readonly income?:
    | { readonly items: readonly { readonly kind: string; readonly amount: Money }[] | 'none' | 'given-to-office' }
    | undefined;
  readonly earlier?: readonly { readonly month: Month; readonly income: Money }[] | undefined;
  readonly sameFileAsEarlier?: boolean | undefined;
}

/** Everything that does not agree: a change by more than half against the last earlier month, income of the track without its fact and the other way round, a file sent before. */
export function inconsistencies(stated: Stated): Reason<InconsistencyCode>[] {
  const sameFile: Reason<InconsistencyCode>[] =
    stated.sameFileAsEarlier === true ? [{ code: 'same-file-as-earlier' }] : [];
  return [...changeOfIncome(stated), ...factAgainstIncome(stated), ...sameFile];
}

function changeOfIncome(stated: Stated): Reason<InconsistencyCode>[] {
  const income = statedTotal(stated, null);
  const last = (stated.earlier ?? [])
    .filter((month) => month.month < stated.month)
    .reduce<{ month: Month; income: Money } | null>(
      (latest, each) => (latest === null || each.month > latest.month ? each : latest),
      null,
    );
  if (income === null || last === null || !changedByMoreThanHalf(last.income, income)) return [];
  const code = compareMoney(income, last.income) < 0 ? 'income-fell' : 'income-rose';
  return [{ code, month: last.month, before: last.income, now: income }];
}

function factAgainstIncome(stated: Stated): Reason<InconsistencyCode>[] {
  // Hardship has no income of its own kind to set against the conditions.
  if (stated.track === 'hardship') return [];
  const own = statedTotal(stated, TRACK_KINDS[stated.track]);
  if (own === null) return [];
  const hasIncome = compareMoney(own, ZERO) > 0;
  if (stated.fact?.state === 'no' && hasIncome) return [{ code: 'income-without-fact', income: own }];
  if (stated.fact?.state === 'yes' && !hasIncome) return [{ code: 'fact-without-income' }];
  return [];
}

/** Stated income of these kinds (null: of all); null where none was stated here. */
function statedTotal(stated: Stated, kinds: readonly string[] | null): Money | null {
  const items = stated.income?.items;
  if (items === undefined || items === 'given-to-office') return null;
  if (items === 'none') return ZERO;
  if (items.length === 0) return null;
  return sum(items.filter((item) => kinds === null || kinds.includes(item.kind)).map((item) => item.amount));
}
