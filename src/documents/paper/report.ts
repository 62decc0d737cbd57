/** Form 2: report on how effective the contract was (order 693, appendix 2 [003]). */
import type { ReportPaper } from '../../casework/paper/paper.ts';
import type { Money } from '../../engine/money.ts';
import type { Block, FieldRow, Piece } from './block.ts';
import { choose, type PaperOptions } from './choice.ts';
import { closingBlock, isPrescribed, openingBlocks } from './head-blocks.ts';
import { amountWords, dayOrLine, dayOrNull, regionWords, say, sayPieces } from './words.ts';

/** Income outcomes that have a line in the form, in its order. */
const PRINTED_OUTCOMES = ['rose-not-above-minimum', 'rose-above-minimum', 'not-risen', 'fell'] as const;

/** The page from top to bottom. */
export function reportBlocks(paper: ReportPaper, options: PaperOptions): Block[] {
  const { before, after } = paper;
  return [
    ...openingBlocks(paper),
    { kind: 'fields', rows: [{ label: say('report.prepared'), value: dayOrNull(paper.preparedOn) }] },
    { kind: 'heading', pieces: [`${say('report.before')} (${dayOrLine(before.on)}):`] },
    {
      kind: 'fields',
      rows: [
        amountRow(say('report.before-average'), before.averageMonthlyIncome),
        amountRow(say('report.family-minimum'), before.familyMinimum),
        amountRow(say('report.before-per-capita'), before.perCapitaIncome),
      ],
    },
    { kind: 'heading', pieces: [`${say('report.after')} ${dayOrLine(after.on)}:`] },
    {
      kind: 'fields',
      rows: [
        amountRow(say('report.after-average', { on: dayOrLine(after.on) }), after.averageMonthlyIncome),
        amountRow(say('report.family-minimum'), after.familyMinimum),
        amountRow(say('report.after-per-capita'), after.perCapitaIncome),
        amountRow(say('report.per-capita-minimum', { in: regionWords(paper.region).in }), after.perCapitaMinimum),
      ],
    },
    ...businessBlocks(paper),
    { kind: 'heading', pieces: [`${say('report.conditions')} ${dayOrLine(paper.preparedOn)}:`] },
    { kind: 'words', text: paper.livingConditions.trim() === '' ? null : paper.livingConditions },
    ...verdictBlocks(paper, options.fullForm ?? false),
    closingBlock(paper),
  ];
}

/** The remarks for choices the form has no line for (domain.md, "Stage 2"). */
export function reportRemarks(paper: ReportPaper): string[] {
  const { incomeOutcome: income, conditions } = paper;
  return [
    ...(income === 'not-comparable' || income === 'rose-minimum-unknown' ? [say(`report.remark.${income}`)] : []),
    ...(conditions === 'same' ? [say('report.remark.same')] : []),
  ];
}

/** The chosen line about income; a line to write on where the form has none. */
export function incomePieces(paper: ReportPaper): Piece[] {
  const printed = PRINTED_OUTCOMES.find((each) => each === paper.incomeOutcome);
  return printed === undefined
    ? sayPieces('report.income.open', {}, { choice: [{ blank: 30 }] })
    : [say(`report.income.${printed}`, { in: regionWords(paper.region).in })];
}

function amountRow(label: string, amount: Money | null): FieldRow {
  return { label, value: amount === null ? null : amountWords(amount), unit: say('roubles-by-hand'), amount: true };
}

function businessBlocks(paper: ReportPaper): Block[] {
  if (paper.track !== 'business' && paper.track !== 'household-farm') return [];
  const total = isPrescribed(paper.region) ? 'business-total-prescribed' : 'business-total';
  return [
    {
      kind: 'fields',
      rows: [
        amountRow(say(`report.${total}`), paper.business?.total ?? null),
        amountRow(say('report.business-average'), paper.business?.monthlyAverage ?? null),
      ],
    },
  ];
}

function verdictBlocks(paper: ReportPaper, full: boolean): Block[] {
  const { effective, ineffective, better, worse, reached, notReached, partly } = choiceWords();
  const facts = { track: say(`track.${paper.track}`), recipient: paper.recipientName };
  const verdict = choose({ effective, ineffective }, paper.verdict, full);
  const living = choose({ better, worse }, paper.conditions === 'same' ? null : paper.conditions, full);
  const result = choose({ reached, partly, 'not-reached': notReached }, paper.result, full);
  const rest = [sayPieces('report.living', {}, { choice: living }), sayPieces('report.result', {}, { choice: result })];
  const every = PRINTED_OUTCOMES.map((each) => [say(`report.income.${each}`, { in: regionWords(paper.region).in })]);
  return [
    { kind: 'paragraph', pieces: sayPieces('report.verdict', facts, { choice: verdict }) },
    ...(full
      ? ([
          { kind: 'heading', pieces: [say('report.choose')] },
          { kind: 'list', mark: 'box', items: every },
          { kind: 'list', mark: 'dash', items: rest },
        ] as const)
      : ([{ kind: 'list', mark: 'dash', items: [incomePieces(paper), ...rest] }] as const)),
    ...reportRemarks(paper).map((text) => ({ kind: 'remark', text }) as const),
  ];
}

function choiceWords() {
  return {
    effective: say('report.effective'),
    ineffective: say('report.ineffective'),
    better: say('report.better'),
    worse: say('report.worse'),
    reached: say('report.reached'),
    partly: say('report.result-partly'),
    notReached: say('report.not-reached'),
  };
}
