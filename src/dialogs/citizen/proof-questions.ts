/** Papers for one item of a month: of what kind, then the photos or files, several if need be. */
import type { SubmissionItem, Track } from '../../engine/law.ts';
import type { Text } from '../../texts/text.ts';
import type { ProofGiven } from '../command.ts';
import type { Answers, Choice, Question } from '../dialog.ts';
import { FILES_CLEAR, FILES_DONE, filesOf, readFiles } from '../read/read-files.ts';
import { readChoice } from '../read/read-choice.ts';
import { citizenText, lawWord } from './wording.ts';

/** Enough for every page of a labour record. */
export const MOST_FILES = 10;

type Kind = ProofGiven['kind'];

/** What a citizen can give (domain.md, "Monthly submission"), strongest first; registries and visits are the office's. */
const FACT_PROOFS: { readonly [track in Track]: readonly Kind[] } = {
  'job-search': ['certified-copy', 'copy', 'screenshot', 'words'],
  training: ['certified-copy', 'copy', 'screenshot', 'words'],
  business: ['certificate', 'screenshot', 'words'],
  'household-farm': ['certificate', 'screenshot', 'words'],
  hardship: ['words'],
};
const INCOME_PROOFS: readonly Kind[] = ['certificate', 'copy', 'screenshot', 'words'];

/** The kind of paper, and the files unless it is words; for hardship only photos, if the person likes. */
export function proofQuestions(item: SubmissionItem, track: Track, answers: Answers): Question[] {
  if (item === 'fact' && track === 'hardship') return [photoQuestion(answers)];
  const kind = answers[`${item}-proof`];
  return kind === undefined || kind === 'words'
    ? [kindQuestion(item, track)]
    : [kindQuestion(item, track), filesQuestion(item, answers)];
}

/** The proofs of one item as the command carries them; words where there is no file. */
export function proofsOf(item: SubmissionItem, answers: Answers): ProofGiven[] {
  const kind = kindOf(answers[`${item}-proof`]);
  const files = kind === 'words' && item === 'income' ? [] : filesOf(answers[`${item}-files`]);
  if (files.length === 0) return [{ item, kind: 'words', file: null }];
  return files.map((file) => ({ item, kind, file }));
}

function kindQuestion(item: SubmissionItem, track: Track): Question {
  const kinds = item === 'fact' ? FACT_PROOFS[track] : INCOME_PROOFS;
  return {
    id: `${item}-proof`,
    group: `${item}-proof`,
    ask: [citizenText(item === 'fact' ? `proof.fact-${track}` : 'proof.income')],
    choices: kinds.map((kind): Choice[] => [{ id: kind, label: lawWord(`proof.${kind}`) }]),
    read: readChoice,
    line: (value) => citizenText(`line.kind-${item}`, { kind: { text: lawWord(`proof-in-list.${kindOf(value)}`) } }),
  };
}

function filesQuestion(item: SubmissionItem, answers: Answers): Question {
  const id = `${item}-files`;
  const kind = kindOf(answers[`${item}-proof`]);
  return {
    ...gathering(id, citizenText('proof.files', { kind: { text: lawWord(`proof-in-list.${kind}`) } }), answers),
    group: `${item}-proof`,
    line: (value) => citizenText(`line.files-${item}`, { number: filesOf(value).length }),
  };
}

function photoQuestion(answers: Answers): Question {
  return {
    ...gathering('fact-files', citizenText('proof.photos'), answers),
    skip: [],
    line: (value) =>
      filesOf(value).length === 0 ? null : citizenText('line.photos', { count: filesOf(value).length }),
  };
}

/** "That is all" stands there from the first file on. */
function gathering(id: string, ask: Text, answers: Answers): Question {
  const some = filesOf(answers[`_${id}`]).length > 0;
  return {
    id,
    ask: [ask],
    ...(some
      ? {
          choices: [
            [{ id: FILES_DONE, label: citizenText('proof.done') }],
            [{ id: FILES_CLEAR, label: citizenText('proof.clear') }],
          ],
        }
      : {}),
    read: (input, current) => readFiles(input, current, MOST_FILES),
  };
}

function kindOf(value: Answers[string] | undefined): Kind {
  const kinds: readonly Kind[] = ['certificate', 'certified-copy', 'copy', 'screenshot'];
  return kinds.find((kind) => kind === value) ?? 'words';
}
