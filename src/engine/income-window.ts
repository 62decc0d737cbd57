/** Income of a window of the monitoring: months 4–6, 7–9 or 10–12 after the end (domain.md, "Stage 3"; order 693, form 4). */
import type { Day, Month } from './day.ts';
import { countHousehold } from './household.ts';
import {
  incomeOfKinds,
  MONTHS_COUNTED,
  type OthersIncomeEntry,
  perCapita,
  statedFamilyIncome,
  type StatedIncome,
  TRACK_KINDS,
} from './income.ts';
import type { Law, Track } from './law.ts';
import type { Member } from './member.ts';
import { type Money, share, sum } from './money.ts';

/** What form 4 prints of a window, and what the decision compares exactly. */
export interface WindowIncome {
  /** Average a month of the recipient's own income of the track's kinds; null for hardship, which has none. */
  readonly ownIncome: Money | null;
  /** Null where nobody is counted. */
  readonly perCapitaIncome: Money | null;
  readonly totalIncome: Money;
  readonly countedMembers: number;
  /** Months that are not stated: with any of them the figures are not final. */
  readonly notStated: StatedIncome['notStated'];
}

/** Reckons a window from what the family stated. `months` are its three months; ages and the list of kinds are of `on`; `others` as in a report. */
export function windowIncome(
  law: Law,
  track: Track,
  members: readonly Member[],
  months: readonly Month[],
  on: Day,
  others?: readonly OthersIncomeEntry[],
): WindowIncome {
  const { counted } = countHousehold(members, on);
  const income = statedFamilyIncome(law, counted, others, months, on);
  return {
    ownIncome: ownIncome(track, members, months),
    perCapitaIncome: counted.length === 0 ? null : perCapita(income.total, counted.length),
    totalIncome: income.total,
    countedMembers: counted.length,
    notStated: [...income.notStated, ...income.notSure],
  };
}

function ownIncome(track: Track, members: readonly Member[], months: readonly Month[]): Money | null {
  const recipient = members.find((member) => member.relation === 'applicant');
  if (track === 'hardship' || recipient === undefined) return null;
  return share(sum(months.map((month) => incomeOfKinds(recipient, TRACK_KINDS[track], month))), MONTHS_COUNTED);
}
