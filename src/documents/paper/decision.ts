/** Form 3: whether a new contract is advisable, four samples by track (order 693, appendix 3 [003]). */
import type { DecisionPaper, WindowFigures } from '../../casework/paper/paper.ts';
import type { Money } from '../../engine/money.ts';
import type { Block, FieldRow, Piece } from './block.ts';
import { choose, type PaperOptions } from './choice.ts';
import { factPieces, hardshipFact } from './fact.ts';
import { closingBlock, openingBlocks } from './head-blocks.ts';
import { amountWords, dayOrLine, dayWords, say, sayPieces, windowWords } from './words.ts';

const WINDOWS = [
  [4, 5, 6],
  [7, 8, 9],
  [10, 11, 12],
] as const satisfies readonly WindowFigures['numbers'][];

/** The page from top to bottom. */
export function decisionBlocks(paper: DecisionPaper, { fullForm = false }: PaperOptions): Block[] {
  const facts = { track: say(`track.${paper.track}`), recipient: paper.recipientName };
  return [
    ...openingBlocks(paper),
    { kind: 'paragraph', pieces: [say('decision.basis', facts)] },
    { kind: 'list', mark: 'dash', items: confirmedItems(paper) },
    ...incomeBlocks(paper),
    { kind: 'paragraph', pieces: givenReport(paper, fullForm) },
    ...supportBlocks(paper, fullForm),
    { kind: 'paragraph', pieces: decidedPieces(paper, fullForm) },
    closingBlock(paper),
  ];
}

/** Figures of the three windows; those that were never made are null, so that their line stays empty. */
export function windowsOf(paper: DecisionPaper): {
  readonly numbers: WindowFigures['numbers'];
  readonly ownIncome: Money | null;
  readonly perCapitaIncome: Money | null;
}[] {
  return WINDOWS.map((numbers) => {
    const found = paper.windows.find((window) => window.numbers[0] === numbers[0]);
    return { numbers, ownIncome: found?.ownIncome ?? null, perCapitaIncome: found?.perCapitaIncome ?? null };
  });
}

function confirmedItems(paper: DecisionPaper): Piece[][] {
  if (paper.track !== 'hardship') return [confirmed(factPieces(paper.track), paper.confirmedMonths)];
  return [
    confirmed(hardshipFact([say('fact.better')]), paper.betterMonths),
    confirmed(hardshipFact([say('fact.worse')]), paper.worseMonths),
  ];
}

function confirmed(fact: Piece[], months: number | null): Piece[] {
  if (months === 0) return sayPieces('decision.never-confirmed', {}, { fact });
  const counted =
    months === null
      ? sayPieces('for-months-by-hand', {}, { blank: [{ blank: 6 }] })
      : [say('for-months', { count: months })];
  return sayPieces('decision.confirmed', {}, { fact, months: counted });
}

function incomeBlocks(paper: DecisionPaper): Block[] {
  const windows = say('all-windows');
  const own: Block[] = [
    { kind: 'list', mark: 'dash', items: [[say('decision.own-income', { windows })]] },
    { kind: 'fields', rows: windowsOf(paper).map((each) => windowRow(each.numbers, each.ownIncome)) },
  ];
  return [
    ...(paper.track === 'hardship' ? [] : own),
    { kind: 'list', mark: 'dash', items: [[say('decision.per-capita', { windows })]] },
    { kind: 'fields', rows: windowsOf(paper).map((each) => windowRow(each.numbers, each.perCapitaIncome)) },
  ];
}

function windowRow(numbers: WindowFigures['numbers'], amount: Money | null): FieldRow {
  return {
    label: say('decision.for-window', { window: windowWords(numbers) }),
    value: amount === null ? null : amountWords(amount),
    unit: say('roubles-by-hand'),
    amount: true,
  };
}

function givenReport(paper: DecisionPaper, full: boolean): Piece[] {
  const words = { advisable: say('decision.advisable'), 'not-advisable': say('decision.not-advisable') };
  const choice = choose(words, paper.decision, full);
  if (paper.report === null) return sayPieces('decision.no-report', { recipient: paper.recipientName }, { choice });
  const verdicts = { effective: say('decision.effective'), ineffective: say('decision.ineffective') };
  return sayPieces(
    'decision.given-report',
    { recipient: paper.recipientName, on: dayWords(paper.report.on) },
    { choice, verdict: [verdicts[paper.report.verdict]] },
  );
}

function supportBlocks(paper: DecisionPaper, full: boolean): Block[] {
  const named = paper.otherSupport.map((each) => each.trim()).filter((each) => each !== '');
  if (full || paper.decision !== 'not-advisable' || named.length === 0) return [];
  return [
    { kind: 'heading', pieces: [say('decision.other-support')] },
    { kind: 'list', mark: 'dash', items: named.map((each) => [each]) },
  ];
}

function decidedPieces(paper: DecisionPaper, full: boolean): Piece[] {
  const words = { advisable: say('decision.of-advisable'), 'not-advisable': say('decision.of-not-advisable') };
  const choice = full ? choose(words, null, true) : [words[paper.decision]];
  return sayPieces('decision.decided', { on: dayOrLine(paper.preparedOn) }, { choice });
}
