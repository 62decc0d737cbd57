/** The measures of the programme: lines of text, each with its day where one is written at the end. */
import { parseDay } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { ContractDraft } from '../command.ts';
import type { Json, Known, Question, QuestionInput, Reading } from '../dialog.ts';
import { datedLinesIn } from '../read/read-dated-line.ts';
import { lines, staffText } from './wording.ts';

type Measure = ContractDraft['measures'][number];

const LONGEST_MEASURE = 300;
const MOST_MEASURES = 30;
const DONE = 'done';

/** The answer is the list of measures, at least one: the conclusion is made of them. */
export function measuresQuestion({ answers }: Pick<Known, 'answers'>): Question {
  const measures = measuresOf(answers['_measures']);
  const ask = staffText(measures.length === 0 ? 'new-contract.measures.ask' : 'new-contract.measures.so-far', {
    count: measures.length,
  });
  return {
    id: 'measures',
    ask: measures.length === 0 ? [ask] : [lines(measures.map((each, index) => measureText(each, index + 1))), ask],
    choices:
      measures.length === 0
        ? []
        : [
            [
              { id: DONE, label: staffText('new-contract.measures.done') },
              { id: 'remove', label: staffText('new-contract.measures.remove') },
            ],
          ],
    read: (input, current) => read(input, measuresOf(current)),
    line: (value) => staffText('new-contract.measures.line', { count: measuresOf(value).length }),
  };
}

/** Reads the list back from a form. */
export function measuresOf(kept: Json | undefined): readonly Measure[] {
  if (!Array.isArray(kept)) return [];
  return (kept as readonly Json[]).flatMap((each) =>
    typeof each === 'object' && each !== null && 'name' in each && typeof each.name === 'string'
      ? [{ name: each.name, dueOn: parseDay(each['dueOn']) }]
      : [],
  );
}

function read(input: QuestionInput, measures: readonly Measure[]): Reading {
  if (input.kind === 'choice') {
    if (input.id === DONE) return { kind: 'answered', value: measuresJson(measures) };
    return { kind: 'added', value: measuresJson(measures.slice(0, -1)), say: [] };
  }
  if (input.kind !== 'text') return { kind: 'again', say: [] };
  const typed = datedLinesIn(input.text);
  if (typed.some(({ name }) => name.length > LONGEST_MEASURE))
    return { kind: 'again', say: [staffText('new-contract.measures.too-long', { limit: LONGEST_MEASURE })] };
  if (measures.length + typed.length > MOST_MEASURES)
    return { kind: 'again', say: [staffText('new-contract.measures.too-many', { limit: MOST_MEASURES })] };
  return { kind: 'added', value: measuresJson([...measures, ...typed]), say: [] };
}

function measuresJson(measures: readonly Measure[]): Json {
  return measures.map(({ name, dueOn }) => ({ name, dueOn }));
}

function measureText({ name, dueOn }: Measure, place: number): Text {
  return dueOn === null
    ? staffText('new-contract.measures.item', { place, name })
    : staffText('new-contract.measures.item-by', { place, name, due: { day: dueOn } });
}
