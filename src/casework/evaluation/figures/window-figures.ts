/** A window of three months of monitoring: its figures with their origin, and what the engine makes of them. */
import type { IncomeWindow } from '../../../engine/contract-dates.ts';
import type { Month } from '../../../engine/day.ts';
import { type WindowIncome, windowIncome } from '../../../engine/income-window.ts';
import type { Law } from '../../../engine/law.ts';
import type { Member } from '../../../engine/member.ts';
import type { FigureLine, WindowLine } from '../../../dialogs/evaluation-card.ts';
import type { WindowFigures } from '../../paper/paper.ts';
import type { CaseData } from './case-data.ts';
import { membersOn, othersCount } from './family.ts';
import { figuresOfMonths } from './month-figures.ts';

/** Figures as of the first day of the month after the window: ages, the list of kinds and the family are of that day. */
export function windowLine(law: Law, data: CaseData, window: IncomeWindow): WindowLine {
  const on = window.opensOn;
  const members = membersOn(data.contract, data.households, on);
  const others = othersCount(members, on);
  const { figures, missing } = figuresOfMonths(data, window.months, { household: others, business: false });
  const income = windowIncome(
    law,
    data.contract.track,
    withOwnIncome(members, figures),
    window.months,
    on,
    others ? othersIncome(figures) : undefined,
  );
  const whole = missing.length === 0 && income.notStated.length === 0;
  return {
    numbers: window.numbers,
    months: window.months,
    ...shownIncome(income, whole),
    countedMembers: income.countedMembers,
    figures,
    missing,
  };
}

function shownIncome(
  income: WindowIncome,
  whole: boolean,
): Pick<WindowLine, 'ownIncome' | 'perCapitaIncome' | 'totalIncome'> {
  if (!whole) return { ownIncome: null, perCapitaIncome: null, totalIncome: null };
  return { ownIncome: income.ownIncome, perCapitaIncome: income.perCapitaIncome, totalIncome: income.totalIncome };
}

/** As form 4 prints it; null while a month is missing. */
export function printedWindow(line: WindowLine): WindowFigures | null {
  const { numbers, ownIncome, perCapitaIncome } = line;
  return perCapitaIncome === null ? null : { numbers, ownIncome, perCapitaIncome };
}

/** The applicant with the own figures by kind; the others speak through `othersIncome`. */
export function withOwnIncome(members: readonly Member[], figures: readonly FigureLine[]): Member[] {
  const incomes = figures
    .filter(({ item }) => item === 'own')
    .map(({ month, incomeKind, amount }) => ({ month, kind: incomeKind ?? 'other', amount }));
  return members.map((member) => (member.relation === 'applicant' ? { ...member, incomes } : member));
}

/** The others' income by month. */
export function othersIncome(
  figures: readonly FigureLine[],
): { readonly month: Month; readonly amount: FigureLine['amount'] }[] {
  return figures.filter(({ item }) => item === 'household').map(({ month, amount }) => ({ month, amount }));
}
