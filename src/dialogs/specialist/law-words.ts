/** Where the words of codes stand in `locales/…/law-words.json`: one place, so that a key is spelled once. */
import type { ScoreCheck } from '../../engine/submission-score.ts';
import type { Stage } from '../../engine/stage.ts';
import type { Text } from '../../texts/text.ts';
import type { FactState, ReturnReason } from '../codes.ts';
import type { ProofGiven, QueueLine } from '../command.ts';
import type { ContractCard } from '../view.ts';

function word(path: string): Text {
  return { key: `law-words:${path}` };
}

/** Name of a track. */
export function trackText(track: string): Text {
  return word(`track.${track}`);
}

/** Name of a kind of income. */
export function incomeKindText(kind: string): Text {
  return word(`income-kind.${kind}`);
}

/** Kinship to the recipient. */
export function relationText(relation: string): Text {
  return word(`relation.${relation}`);
}

/** Age as a band. */
export function ageBandText(band: string): Text {
  return word(`age-band.${band}`);
}

/** The fact as the recipient tells it, in the words of the track. */
export function factText(track: string, state: FactState): Text {
  return word(`fact.${track}.${state}`);
}

/** Name of a proof. */
export function proofText(proof: ProofGiven['kind']): Text {
  return word(`proof.${proof}`);
}

/** Name of a check of the score. */
export function checkText(check: ScoreCheck['id']): Text {
  return word(`check.${check}`);
}

/** Why a check is not passed, in short. */
export function scoreReasonText(code: string): Text {
  return word(`score-reason.${code}`);
}

/** What the engine recommends. */
export function recommendationText(recommendation: QueueLine['recommendation']): Text {
  return word(`recommendation.${recommendation}`);
}

/** Why a submission goes back, as a label. */
export function returnReasonText(reason: ReturnReason): Text {
  return word(`return-reason.${reason}`);
}

/** Where a contract stands. */
export function stageText(stage: Stage): Text {
  return word(`stage.${stage}`);
}

/** State of a measure. */
export function measureStatusText(status: ContractCard['measures'][number]['status']): Text {
  return word(`measure-status.${status}`);
}

/** A warning of the calendar. */
export function calendarWarningText(code: string): Text {
  return word(`calendar-warning.${code}`);
}

/** A reading of the law or a gap that a result used. */
export function assumptionText(code: string): Text {
  return word(`assumption.${code}`);
}

/** Verdict of a pre-check, in a few words. */
export function verdictText(verdict: string): Text {
  return word(`verdict.${verdict}`);
}
