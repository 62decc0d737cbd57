/** What a report is made of: figures of the three months with their origin, and the question put to the engine. */
import { asksBusinessIncome } from '../../../engine/business-income.ts';
import type { Day, Month } from '../../../engine/day.ts';
import type { ContractResult, LivingConditions } from '../../../engine/effectiveness.ts';
import type { Member } from '../../../engine/member.ts';
import { type ReportInput, reportIncomeMonths } from '../../../engine/report-input.ts';
import type { FigureLine } from '../../../dialogs/evaluation-card.ts';
import type { CaseData } from './case-data.ts';
import { membersOn, othersCount } from './family.ts';
import { figuresOfMonths, type MonthFigures } from './month-figures.ts';
import { othersIncome, withOwnIncome } from './window-figures.ts';

/** Gathered on a day, before anybody chose anything. */
export interface ReportFigures extends MonthFigures {
  readonly incomeMonths: readonly Month[];
  /** The family on the day. */
  readonly members: readonly Member[];
  /** The question, but for the two answers of the specialist. */
  readonly input: Omit<ReportInput, 'livingConditions' | 'result'>;
}

/** Gathers them. `endsOn` is the real end, `on` the day the report is of. */
export function reportFigures(data: CaseData, endsOn: Day, on: Day): ReportFigures {
  const { contract, households } = data;
  const incomeMonths = reportIncomeMonths(endsOn);
  const members = membersOn(contract, households, on);
  const household = othersCount(members, on);
  const business = asksBusinessIncome(contract.track);
  const found = figuresOfMonths(data, incomeMonths, { household, business });
  return {
    ...found,
    incomeMonths,
    members,
    input: {
      region: contract.region,
      ...(contract.municipality === null ? {} : { municipality: contract.municipality }),
      track: contract.track,
      endsOn,
      reportOn: on,
      before: {
        perCapitaIncome: contract.perCapitaIncomeBefore,
        ...(contract.averageMonthlyIncomeBefore === null
          ? {}
          : { averageMonthlyIncome: contract.averageMonthlyIncomeBefore }),
        on: contract.startsOn,
      },
      signedOn: contract.startsOn,
      after: {
        members: withOwnIncome(members, found.figures),
        ...(household ? { othersIncome: othersIncome(found.figures) } : {}),
      },
      ...(business ? { business: businessOf(found.figures) } : {}),
    },
  };
}

/** The whole question. */
export function reportQuestion(
  figures: ReportFigures,
  livingConditions: LivingConditions,
  result: ContractResult,
): ReportInput {
  return { ...figures.input, livingConditions, result };
}

function businessOf(
  figures: readonly FigureLine[],
): { readonly month: Month; readonly amount: FigureLine['amount'] }[] {
  return figures.filter(({ item }) => item === 'business').map(({ month, amount }) => ({ month, amount }));
}
