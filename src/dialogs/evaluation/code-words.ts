/** Where the words of the evaluation's codes stand in `locales/…/law-words.json`: one place, so that a key is spelled once. */
import type { Completion, ConclusionOutcome, Consequence } from '../../engine/conclusion.ts';
import type { Advice } from '../../engine/decision-advice.ts';
import type { ContractResult, Effectiveness, IncomeOutcome } from '../../engine/effectiveness.ts';
import type { WhyNotCounted } from '../../engine/household.ts';
import type { HardshipState, RecordConditions, RecordFact } from '../../engine/monitoring-records.ts';
import type { Text } from '../../texts/text.ts';
import type { MinimumReadingLine, MissingFigure, MovedDate } from '../evaluation-card.ts';
import type {
  ConfirmedBy,
  FigureItem,
  FigureSource,
  InquiryAnswer,
  InquiryTo,
  PaperKind,
  PaperStatus,
} from '../evaluation-codes.ts';
import type { LeftRecord } from '../evaluation-command.ts';

function word(path: string): Text {
  return { key: `law-words:${path}` };
}

/** How far the programme was carried out, after "the programme is". */
export function completionText(completion: Completion): Text {
  return word(`completion.${completion}`);
}

/** Whether what was left undone has a valid cause. */
export function causeText(cause: string): Text {
  return word(`cause.${cause}`);
}

/** Effect of what was left undone. */
export function effectText(effect: string): Text {
  return word(`effect.${effect}`);
}

/** A variant of form 1 in a few words. */
export function conclusionOutcomeText(outcome: ConclusionOutcome): Text {
  return word(`conclusion-outcome.${outcome}`);
}

/** What follows from a variant. */
export function consequenceText(consequence: Consequence): Text {
  return word(`consequence.${consequence}`);
}

/** Income after beside income before. */
export function incomeOutcomeText(outcome: IncomeOutcome): Text {
  return word(`income-outcome.${outcome}`);
}

/** Living conditions, of a month or of the report. */
export function conditionsText(conditions: RecordConditions | 'same'): Text {
  return word(`conditions.${conditions}`);
}

/** Whether the result the contract names was reached. */
export function resultText(result: ContractResult): Text {
  return word(`contract-result.${result}`);
}

/** "Effective", "ineffective", or left to the person. */
export function effectivenessText(verdict: Effectiveness): Text {
  return word(`effectiveness.${verdict}`);
}

/** Whether a new contract is advisable, or left to the person. */
export function adviceText(advice: Advice): Text {
  return word(`advice.${advice}`);
}

/** The fact of a record. */
export function recordFactText(fact: RecordFact): Text {
  return word(`record-fact.${fact}`);
}

/** Whether hardship is over. */
export function hardshipText(state: HardshipState): Text {
  return word(`hardship-state.${state}`);
}

/** How a fact was confirmed. */
export function confirmedByText(by: ConfirmedBy): Text {
  return word(`confirmed-by.${by}`);
}

/** Which registration. */
export function registeredAsText(as: string): Text {
  return word(`registered-as.${as}`);
}

/** What a figure says. */
export function figureItemText(item: FigureItem): Text {
  return word(`figure-item.${item}`);
}

/** Where staff read a figure. */
export function figureSourceText(source: FigureSource): Text {
  return word(`figure-source.${source}`);
}

/** Why a figure is missing. */
export function missingFigureText(state: MissingFigure['state']): Text {
  return word(`missing-figure.${state}`);
}

/** Whom a letter is to. */
export function inquiryToText(to: InquiryTo): Text {
  return word(`inquiry-to.${to}`);
}

/** What a letter brought. */
export function inquiryAnswerText(answer: InquiryAnswer): Text {
  return word(`inquiry-answer.${answer}`);
}

/** Name of a paper. */
export function paperKindText(kind: PaperKind): Text {
  return word(`paper-kind.${kind}`);
}

/** Where a paper stands. */
export function paperStatusText(status: PaperStatus): Text {
  return word(`paper-status.${status}`);
}

/** Why a member of the family is not counted. */
export function whyNotCountedText(why: WhyNotCounted): Text {
  return word(`why-not-counted.${why}`);
}

/** A reading of "the minimum after". */
export function minimumReadingText(basis: MinimumReadingLine['basis']): Text {
  return word(`minimum-reading.${basis}`);
}

/** Why a batch left a record. */
export function leftRecordText(why: LeftRecord['why']): Text {
  return word(`left-record.${why}`);
}

/** Why a date moved. */
export function movedWhyText(why: MovedDate['why']): Text {
  return word(`moved-why.${why}`);
}
