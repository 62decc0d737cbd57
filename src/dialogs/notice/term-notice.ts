/** What the recipient reads when the term of the contract was decided on: extended, not extended, or ended early; and how to object. */
import type { Day } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Reply } from '../dialog.ts';
import { goPress } from '../press.ts';

/** What was decided, with the last day of the contract that holds now. */
export interface DecidedTerm {
  readonly kind: 'extended' | 'refused' | 'stopped' | 'stopped-under-point-49';
  readonly on: Day;
}

/** A decision with whom to ask about it; the office where it has no head now. */
export interface TermDecision {
  readonly contractNumber: string;
  readonly decided: DecidedTerm;
  readonly headName: string | null;
  readonly officeName: string;
  readonly phone: string | null;
}

/** Kind and plain; the words people of the office wrote for the file are not in it. */
export function termNotice({ contractNumber, decided, headName, officeName, phone }: TermDecision): Reply {
  const { kind, on } = decided;
  const who = { head: headName ?? officeName, office: officeName };
  const object: Text =
    phone === null
      ? { key: 'notices:paper.object', facts: who }
      : { key: 'notices:paper.object-phone', facts: { ...who, phone } };
  return {
    texts: [
      { key: `notices:term.${kind}`, facts: { contract: contractNumber, day: { day: on } } },
      { key: `notices:term.${kind}-next` },
      object,
    ],
    options: [[{ label: { key: 'notices:reminder.my-contract' }, press: goPress('my-contract') }]],
    content: 'personal',
  };
}
