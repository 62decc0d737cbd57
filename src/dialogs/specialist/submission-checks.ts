/** The score of a submission: each check with its points and its reasons in words. */
import type { Month } from '../../engine/day.ts';
import type { SubmissionItem } from '../../engine/law.ts';
import type { Money } from '../../engine/money.ts';
import type { ScoreCheck, ScoreReason } from '../../engine/submission-score.ts';
import type { Reason } from '../../engine/outcome.ts';
import type { Fact, Text } from '../../texts/text.ts';
import type { SubmissionCard } from '../command.ts';
import { checkText, recommendationText, scoreReasonText } from './law-words.ts';
import { itemText, lines, staffText } from './wording.ts';

/** "Score 85 of 100: may be accepted", then a line for each check. */
export function checksText({ score, recommendation, checks }: SubmissionCard): Text {
  const title = staffText('submission.score', {
    score,
    recommendation: { text: recommendationText(recommendation) },
  });
  return lines([title, ...checks.map((check) => checkLine(check))]);
}

function checkLine({ id, status, points, of, reasons = [] }: ScoreCheck): Text {
  const facts = { mark: { text: staffText(`check-mark.${status}`) }, check: { text: checkText(id) }, points, of };
  return reasons.length === 0
    ? staffText('submission.check', facts)
    : staffText('submission.check-with-reasons', {
        ...facts,
        reasons: { list: reasons.map((each) => reasonText(each)) },
      });
}

/** The reason with its facts: which item, how much before and now. */
function reasonText(reason: Reason<ScoreReason>): Text {
  const why = { text: scoreReasonText(reason.code) };
  switch (reason.code) {
    case 'not-answered':
    case 'given-to-office':
    case 'proof-weak':
      return staffText('submission.reason-of-item', {
        item: { text: itemText(reason['item'] as SubmissionItem) },
        why,
      });
    case 'income-fell':
    case 'income-rose':
      return staffText('submission.reason-of-change', { why, ...changeFacts(reason) });
    case 'after-citizen-day':
    case 'on-or-after-office-day':
    case 'income-without-fact':
    case 'fact-without-income':
    case 'same-file-as-earlier':
      return scoreReasonText(reason.code);
  }
}

/** Facts of the reasons `income-fell` and `income-rose` (engine/submission-consistency.ts). */
function changeFacts(reason: Reason): { readonly [name: string]: Fact } {
  return {
    month: { month: reason['month'] as Month },
    before: { money: reason['before'] as Money },
    now: { money: reason['now'] as Money },
  };
}
