/** Form 2 before it is prepared: figures with their origin, before and after kept apart, three readings, proposals. */
import { type Day, later } from '../../../engine/day.ts';
import { countHousehold } from '../../../engine/household.ts';
import { minimaOn } from '../../../engine/minimum.ts';
import { effectivePolicy } from '../../../engine/policy.ts';
import { reportEffect, type ReportResult } from '../../../engine/report.ts';
import type { ReportCard } from '../../../dialogs/evaluation-card.ts';
import type { Turn } from '../../actor.ts';
import { membersOf } from '../../case/contract-term.ts';
import { lawOf } from '../../case/plan-contract.ts';
import type { Contract } from '../../ports.ts';
import { dutyHead } from '../case/duty-head.ts';
import type { HeldDuty } from '../case/held.ts';
import { surveyLines } from '../case/survey-line.ts';
import { caseData } from '../figures/case-data.ts';
import { composition } from '../figures/family.ts';
import { type ReportFigures, reportFigures, reportQuestion } from '../figures/report-figures.ts';

const CONDITIONS = ['better', 'worse', 'same'] as const;
const RESULTS = ['reached', 'partly', 'not-reached'] as const;
/** Faults that the list of missing figures tells better. */
const SAID_BY_MISSING = /^(after\.members\[\d+\]\.incomes|after\.othersIncome|business)$/;

/** The card of a report's duty, as of today or of the day its month opens. */
export async function reportCard(turn: Turn, held: HeldDuty): Promise<ReportCard> {
  const { deps, stores, actor } = turn;
  const { duty, contract } = held;
  const law = lawOf(deps, contract.region);
  const head = await dutyHead(turn, held);
  const on = later(actor.today, duty.opensOn);
  const figures = reportFigures(await caseData(turn, contract), head.endsOn, on);
  const outcome = reportEffect(law, reportQuestion(figures, 'same', 'reached'));
  const known = outcome.ok && figures.missing.length === 0 ? outcome.value : null;
  const household = countHousehold(figures.members, on);
  const minimumDay = known?.minimumReadings[0]?.on ?? on;
  return {
    ...head,
    kind: 'report',
    incomeMonths: figures.incomeMonths,
    figures: figures.figures,
    missing: figures.missing,
    faults: outcome.ok ? [] : outcome.faults.filter(({ path }) => !SAID_BY_MISSING.test(path)),
    before: beforeOf(turn, contract),
    after: {
      on,
      composition: composition(figures.members, on),
      totalIncome: known?.totalIncomeAfter ?? null,
      averageMonthlyIncome: known?.averageMonthlyIncomeAfter ?? null,
      perCapitaIncome: known?.perCapitaIncomeAfter ?? null,
      familyMinimum: known
        ? known.familyMinimum
        : minimaOn(law, figures.input, effectivePolicy(law), minimumDay, household).family,
      perCapitaMinimum: known?.minimum?.amount ?? null,
      incomeOutcome: known?.incomeOutcome ?? null,
      business: known?.business ?? null,
    },
    readings: known ? readingLines(known) : [],
    readingsDiffer: known !== null && readingsDiffer(known),
    proposals: known ? proposalsOf(turn, contract, figures) : [],
    assumptions: known?.assumptions ?? [],
    surveys: await surveyLines(stores, contract.id),
  };
}

/** The figures of the file at application, with the minimum and the family of the day of signing. */
export function beforeOf({ deps }: Turn, contract: Contract): ReportCard['before'] {
  const law = lawOf(deps, contract.region);
  const on: Day = contract.startsOn;
  const members = membersOf(contract.household);
  const place = { region: contract.region, municipality: contract.municipality ?? undefined };
  const minima = minimaOn(law, place, effectivePolicy(law), on, countHousehold(members, on));
  return {
    on,
    perCapitaIncome: contract.perCapitaIncomeBefore,
    averageMonthlyIncome: contract.averageMonthlyIncomeBefore,
    familyMinimum: minima.family,
    perCapitaMinimum: minima.perCapita,
    composition: composition(members, on),
  };
}

/** Whether another reading with a known value says otherwise: the signers are told. */
export function readingsDiffer(result: Pick<ReportResult, 'assumptions'>): boolean {
  return result.assumptions.some(({ code }) => code === 'minimum-after-differs');
}

function readingLines({ minimumReadings }: ReportResult): ReportCard['readings'] {
  return minimumReadings.map(({ basis, on, minimum, aboveMinimum, incomeOutcome }) => ({
    basis,
    on,
    amount: minimum?.amount ?? null,
    aboveMinimum,
    incomeOutcome,
  }));
}

function proposalsOf({ deps }: Turn, contract: Contract, figures: ReportFigures): ReportCard['proposals'] {
  const law = lawOf(deps, contract.region);
  return CONDITIONS.flatMap((conditions) =>
    RESULTS.flatMap((result) => {
      const outcome = reportEffect(law, reportQuestion(figures, conditions, result));
      if (!outcome.ok) return [];
      const { proposal, reasons } = outcome.value;
      return [{ conditions, result, proposal, reasons }];
    }),
  );
}
