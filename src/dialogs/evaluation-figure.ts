/** Figures of income as cards show them: where each came from, and what nobody has given yet. */
import type { Day, Month } from '../engine/day.ts';
import type { Money } from '../engine/money.ts';
import type { FigureItem, FigureSource } from './evaluation-codes.ts';

/** Where a figure comes from: the recipient's accepted month, or what staff entered and where they read it. */
export type FigureOrigin =
  | {
      readonly from: 'submission';
      readonly number: string;
      readonly submissionId: string;
      readonly acceptedOn: Day;
      /** The strongest proof sent with it; null: none. */
      readonly proof: 'certificate' | 'certified-copy' | 'copy' | 'screenshot' | 'words' | null;
    }
  | { readonly from: FigureSource; readonly by: string; readonly on: Day; readonly words: string };

/** One figure of one month. */
export interface FigureLine {
  readonly month: Month;
  readonly item: FigureItem;
  /** Kind of income, of own figures only. */
  readonly incomeKind: string | null;
  readonly amount: Money;
  readonly origin: FigureOrigin;
}

/** A figure nobody has given. `sent`: it stands in a submission that nobody has reviewed yet. */
export interface MissingFigure {
  readonly month: Month;
  readonly item: FigureItem;
  readonly state: 'not-asked-yet' | 'asked' | 'sent' | 'returned' | 'given-to-office';
}

/** Income of three months of monitoring; figures are null while a month is missing. */
export interface WindowLine {
  readonly numbers: readonly [number, number, number];
  readonly months: readonly [Month, Month, Month];
  readonly ownIncome: Money | null;
  readonly perCapitaIncome: Money | null;
  readonly totalIncome: Money | null;
  readonly countedMembers: number;
  readonly figures: readonly FigureLine[];
  readonly missing: readonly MissingFigure[];
}
