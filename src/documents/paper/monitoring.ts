/** Form 4: one month of monitoring after the contract, four samples by track (order 693, appendix 4 [003]). */
import type { ConfirmedBy, MonitoringPaper, WindowFigures } from '../../casework/paper/paper.ts';
import type { Money } from '../../engine/money.ts';
import type { Block, Piece } from './block.ts';
import { choose, type PaperOptions } from './choice.ts';
import { factPieces, hardshipFact } from './fact.ts';
import { closingBlock, openingBlocks } from './head-blocks.ts';
import { amountWords, dayWords, monthWords, say, sayPieces, windowWords } from './words.ts';

/** Records that carry the figures of the three months up to them (domain.md, "Stage 3"). */
const WINDOW_OF_RECORD: { readonly [number: number]: WindowFigures['numbers'] } = {
  6: [4, 5, 6],
  9: [7, 8, 9],
  12: [10, 11, 12],
};

/** The page from top to bottom. */
export function monitoringBlocks(paper: MonitoringPaper, { fullForm = false }: PaperOptions): Block[] {
  return [
    ...openingBlocks(paper),
    { kind: 'paragraph', pieces: checkedPieces(paper) },
    { kind: 'paragraph', pieces: recordPieces(paper, fullForm) },
    ...(fullForm && paper.track !== 'hardship' ? methodBlocks(paper) : []),
    ...proofBlocks(paper),
    ...windowBlocks(paper),
    closingBlock(paper),
  ];
}

/** The window of a record by its number; null in the other months. */
export function windowOfRecord(number: number): WindowFigures['numbers'] | null {
  return WINDOW_OF_RECORD[number] ?? null;
}

/** How the fact was confirmed, in the words of the form; `papers` without a name leave a line. */
export function methodPieces(by: ConfirmedBy, paper: string | null): Piece[] {
  const named = (paper ?? '').trim();
  return sayPieces(`monitoring.method.${by}`, {}, { paper: [named === '' ? { blank: 30 } : named] });
}

/** The words of the three choices about a hard time. */
export function hardshipWords(): Readonly<Record<NonNullable<MonitoringPaper['hardship']>, string>> {
  return {
    overcome: say('monitoring.overcome'),
    partly: say('monitoring.partly'),
    'not-overcome': say('monitoring.not-overcome'),
  };
}

function checkedPieces(paper: MonitoringPaper): Piece[] {
  const fact =
    paper.track === 'hardship'
      ? hardshipFact([say('fact.either')])
      : factPieces(paper.track, { as: paper.registeredAs });
  return sayPieces('monitoring.checked', { track: say(`track.${paper.track}`) }, { fact });
}

function recordPieces(paper: MonitoringPaper, full: boolean): Piece[] {
  const facts = { ordinal: say(`ordinal.${paper.number}`), on: dayWords(paper.checkedOn) };
  const what = paper.track === 'hardship' ? hardshipAnswer(paper, full) : answer(paper, full);
  return paper.month === null
    ? sayPieces('monitoring.record-no-month', facts, { what })
    : sayPieces('monitoring.record', { ...facts, month: monthWords(paper.month) }, { what });
}

function answer(paper: MonitoringPaper, full: boolean): Piece[] {
  const words = { confirmed: say('monitoring.confirmed'), 'not-confirmed': say('monitoring.not-confirmed') };
  const choice = choose(words, paper.fact, full);
  if (full) return sayPieces('monitoring.answer-open', {}, { choice });
  const given = paper.confirmedBy === 'certified-copy' || paper.confirmedBy === 'papers';
  const method = methodPieces(paper.confirmedBy, paper.paper);
  return sayPieces(given ? 'monitoring.answer-given' : 'monitoring.answer', {}, { choice, method });
}

function hardshipAnswer(paper: MonitoringPaper, full: boolean): Piece[] {
  const words = { better: say('fact.better'), worse: say('fact.worse') };
  return sayPieces(
    'monitoring.hardship-answer',
    {},
    {
      conditions: choose(words, paper.conditions, full),
      hardship: choose(hardshipWords(), paper.hardship, full),
    },
  );
}

function methodBlocks(paper: MonitoringPaper): Block[] {
  const labour = paper.track === 'job-search' || paper.track === 'training';
  const methods: readonly ConfirmedBy[] = labour
    ? ['employer-inquiry', 'certified-copy', 'papers']
    : ['tax-inquiry', 'official-app', 'papers'];
  return [{ kind: 'list', mark: 'box', items: methods.map((by) => methodPieces(by, null)) }];
}

/** What stands behind the record, where the sentence about the fact does not name it already. */
function proofBlocks({ track, confirmedBy, paper }: MonitoringPaper): Block[] {
  if (paper === null || paper.trim() === '') return [];
  if (confirmedBy === 'home-survey')
    return [
      { kind: 'heading', pieces: [say('monitoring.survey')] },
      { kind: 'words', text: paper },
    ];
  const named = confirmedBy === 'papers' && track !== 'hardship';
  return named ? [] : [{ kind: 'fields', rows: [{ label: say('monitoring.proof'), value: paper }] }];
}

function windowBlocks(paper: MonitoringPaper): Block[] {
  const numbers = windowOfRecord(paper.number);
  if (numbers === null) return [];
  const own = ownIncomeHeading(paper);
  return [
    ...(own === null ? [] : [{ kind: 'heading', pieces: [own] } as const, figure(numbers, paper.window?.ownIncome)]),
    { kind: 'heading', pieces: [say('monitoring.per-capita')] },
    figure(numbers, paper.window?.perCapitaIncome),
  ];
}

function ownIncomeHeading(paper: MonitoringPaper): string | null {
  switch (paper.track) {
    case 'job-search':
    case 'training':
      return say('monitoring.own-income.labour');
    case 'business':
      return say('monitoring.own-income.business');
    case 'household-farm':
      return say('monitoring.own-income.farm', { track: say('track.household-farm') });
    case 'hardship':
      return null;
  }
}

function figure(numbers: WindowFigures['numbers'], amount: Money | null | undefined): Block {
  const label = say('monitoring.for-window', { window: windowWords(numbers) });
  const value = amount === null || amount === undefined ? null : amountWords(amount);
  return { kind: 'fields', rows: [{ label, value, unit: say('roubles-by-hand'), amount: true }] };
}
