/** What the recipient reads when a paper of the evaluation was signed: what was decided and why, what comes next, how to object. */
import type { ConclusionOutcome } from '../../engine/conclusion.ts';
import type { Day } from '../../engine/day.ts';
import type { IncomeOutcome } from '../../engine/effectiveness.ts';
import type { Money } from '../../engine/money.ts';
import type { Text } from '../../texts/text.ts';
import type { Reply } from '../dialog.ts';
import { goPress } from '../press.ts';

/** What was decided, by paper. Records and letters are the office's own work and are not told. */
export type SignedDecision =
  | {
      readonly kind: 'conclusion';
      readonly outcome: ConclusionOutcome;
      /** In the specialist's words, for outcomes 2, 5 and 6. */
      readonly cause: string | null;
    }
  | {
      readonly kind: 'report';
      readonly verdict: 'effective' | 'ineffective';
      readonly incomeOutcome: IncomeOutcome;
      readonly before: Money | null;
      readonly after: Money | null;
      /** The last day of the monitoring. */
      readonly monitoredTo: Day | null;
    }
  | {
      readonly kind: 'decision';
      readonly decision: 'advisable' | 'not-advisable';
      /** The reason of the proposal that was followed; null where the person decided otherwise. */
      readonly why: 'no-longer-low-income' | 'report-ineffective' | null;
      readonly confirmedMonths: number;
      readonly otherSupport: readonly string[];
    };

/** A signed paper with whom to ask about it. */
export interface SignedPaper {
  readonly contractNumber: string;
  readonly decided: SignedDecision;
  /** From 2 on the earlier paper was put right. */
  readonly revision: number;
  readonly headName: string;
  readonly officeName: string;
  readonly phone: string | null;
}

/** Kind and plain, with a way to object; never a threat. */
export function paperNotice({ contractNumber, decided, revision, headName, officeName, phone }: SignedPaper): Reply {
  const who = { head: headName, office: officeName };
  return {
    texts: [
      { key: `notices:paper.${decided.kind}.head`, facts: { contract: contractNumber } },
      ...(revision > 1 ? [{ key: 'notices:paper.put-right' }] : []),
      ...decidedTexts(decided),
      phone === null
        ? { key: 'notices:paper.object', facts: who }
        : { key: 'notices:paper.object-phone', facts: { ...who, phone } },
    ],
    options: [[{ label: { key: 'notices:reminder.my-contract' }, press: goPress('my-contract') }]],
    content: 'personal',
  };
}

function decidedTexts(decided: SignedDecision): Text[] {
  switch (decided.kind) {
    case 'conclusion': {
      const facts = { cause: decided.cause ?? '' };
      const next =
        decided.outcome <= 3 ? 'report' : decided.outcome === 5 || decided.outcome === 6 ? 'commission' : 'end';
      return [
        { key: `notices:paper.conclusion.outcome-${decided.outcome}`, facts },
        { key: `notices:paper.conclusion.next-${next}` },
      ];
    }
    case 'report':
      return reportTexts(decided);
    case 'decision':
      return decisionTexts(decided);
  }
}

function reportTexts(decided: Extract<SignedDecision, { kind: 'report' }>): Text[] {
  const { verdict, incomeOutcome, before, after, monitoredTo } = decided;
  const figures: Text[] = [];
  if (after !== null && before !== null)
    figures.push({
      key: 'notices:paper.report.figures',
      facts: { before: { money: before }, after: { money: after } },
    });
  else if (after !== null) figures.push({ key: 'notices:paper.report.figure', facts: { after: { money: after } } });
  return [
    { key: `notices:paper.report.${verdict}` },
    ...figures,
    { key: `notices:paper.report.income.${incomeOutcome}` },
    ...(monitoredTo === null ? [] : [{ key: 'notices:paper.report.next', facts: { day: { day: monitoredTo } } }]),
  ];
}

function decisionTexts(decided: Extract<SignedDecision, { kind: 'decision' }>): Text[] {
  const { decision, why, confirmedMonths, otherSupport } = decided;
  const support: Text[] = otherSupport.map((words) => ({
    key: 'notices:paper.decision.support-line',
    facts: { words },
  }));
  return [
    { key: `notices:paper.decision.${decision}`, facts: { count: confirmedMonths } },
    ...(why === null ? [] : [{ key: `notices:paper.decision.why.${why}` }]),
    ...(support.length === 0
      ? []
      : [{ key: 'notices:paper.decision.support', facts: { lines: { list: support, as: 'lines' } } } satisfies Text]),
    { key: `notices:paper.decision.next-${decision}` },
  ];
}
