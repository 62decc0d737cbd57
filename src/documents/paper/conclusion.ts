/** Form 1: conclusion on the programme's measures, with one of seven outcomes (order 693, appendix 1 [003]). */
import type { ConclusionPaper } from '../../casework/paper/paper.ts';
import type { Block, Piece } from './block.ts';
import { closingBlock, openingBlocks } from './head-blocks.ts';
import type { PaperOptions } from './choice.ts';
import { say, sayPieces } from './words.ts';

const OUTCOMES = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly ConclusionPaper['outcome'][];

/** Where the plan is not known it is written in by hand. */
const EMPTY_LINES = [
  ['', ''],
  ['', ''],
  ['', ''],
] as const;

/** The page from top to bottom. */
export function conclusionBlocks(paper: ConclusionPaper, { fullForm = false }: PaperOptions): Block[] {
  return [
    ...openingBlocks(paper),
    { kind: 'heading', pieces: [say('conclusion.plan')] },
    {
      kind: 'measures',
      columns: [say('conclusion.measure'), say('conclusion.status')],
      under: say('conclusion.status-choices'),
      rows:
        paper.measures.length === 0
          ? EMPTY_LINES
          : paper.measures.map((each) => [each.name, say(`conclusion.${each.status}`)]),
    },
    ...(fullForm ? everyOutcome(paper) : [{ kind: 'paragraph', pieces: outcomePieces(paper) } as const]),
    closingBlock(paper, { label: say('conclusion.prepared'), caption: say('conclusion.prepared-when') }),
  ];
}

/** The chosen outcome in the words of the form; a cause that was not given leaves a line. */
export function outcomePieces(paper: ConclusionPaper): Piece[] {
  const cause = (paper.cause ?? '').trim().replace(/[.;,]+$/, '');
  return outcome(paper, paper.outcome, cause === '' ? { blank: 30 } : cause);
}

function everyOutcome(paper: ConclusionPaper): Block[] {
  return [
    { kind: 'heading', pieces: [say('conclusion.choose')] },
    { kind: 'list', mark: 'box', items: OUTCOMES.map((number) => outcome(paper, number, { blank: 30 })) },
  ];
}

function outcome(paper: ConclusionPaper, number: ConclusionPaper['outcome'], cause: Piece): Piece[] {
  const ending = say('conclusion.ending', { office: paper.officeName, recipient: paper.recipientName });
  return sayPieces(`conclusion.outcome.${number}`, { ending }, { cause: [cause] });
}
