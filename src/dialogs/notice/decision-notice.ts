/** What the recipient reads when a month was accepted or returned: what, why, what happens next. */
import type { Month } from '../../engine/day.ts';
import type { ReturnReason } from '../codes.ts';
import type { Reply } from '../dialog.ts';
import { goPress } from '../press.ts';

/** A month a specialist has decided on. */
export interface DecidedMonth {
  readonly contractId: string;
  readonly month: Month;
  readonly what: 'accepted' | 'returned';
  readonly reason: ReturnReason | null;
  /** The specialist's own words. */
  readonly words: string | null;
}

/** The specialist sees the same text before sending it. */
export function decisionNotice({ contractId, month, what, reason, words }: DecidedMonth): Reply {
  const card = { label: { key: 'notices:reminder.my-contract' }, press: goPress('my-contract') };
  if (what === 'accepted') {
    return {
      texts: [{ key: 'notices:accepted', facts: { month: { month } } }],
      options: [[card]],
      content: 'personal',
    };
  }
  return {
    texts: [
      { key: 'notices:returned.head', facts: { month: { month } } },
      { key: `notices:returned.reason.${reason ?? 'other'}` },
      ...(words ? [{ key: 'notices:returned.words', facts: { words } }] : []),
      { key: 'notices:returned.next' },
    ],
    options: [
      [{ label: { key: 'notices:returned.fix' }, press: goPress('confirm-month', `${contractId}~${month}`) }],
      [card],
    ],
    content: 'personal',
  };
}
