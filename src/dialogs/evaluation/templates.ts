/** The office's own DOCX in place of ours: what stands, a new one put, one taken away. Wrong placeholders are told by name and place. */
import type { Text } from '../../texts/text.ts';
import type { CommandResult } from '../command.ts';
import type { Answers, Choice, Dialog, Ending, Json, Known, Question } from '../dialog.ts';
import type { TemplateLine } from '../evaluation-card.ts';
import { PAPER_KINDS, type PaperKind } from '../evaluation-codes.ts';
import type { FileRef } from '../file-ref.ts';
import { fileJson, filesOf } from '../read/read-files.ts';
import { choiceQuestion } from '../specialist/plain-questions.ts';
import { shortName } from '../specialist/short-name.ts';
import { ended, lines, staffReply } from '../specialist/wording.ts';
import { paperKindText } from './code-words.ts';
import { onResultOf, type Refused, refusedEnding, refusedTexts } from './refusal.ts';
import { evaluationText, papersRow } from './wording.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Kinds that have a template of the office's own now. */
const OWN = '_own';
const PUT = 'put-';
const REMOVE = 'remove-';

/** The list stays above the question. */
export const TEMPLATES: Dialog = {
  id: 'templates',
  version: 1,
  audience: 'head',
  content: 'personal',
  open: () => ({ kind: 'run', commands: [{ kind: 'list-templates' }] }),
  questions: ({ answers }) => {
    if (!(OWN in answers)) return [];
    const asked = [whatQuestion(answers)];
    return putKind(answers) === null ? asked : [...asked, fileQuestion()];
  },
  summary: ({ answers }) => [
    evaluationText(putKind(answers) === null ? 'templates.summary-remove' : 'templates.summary'),
  ],
  finish: (known) => finish(known),
  onResult: (result, known) =>
    result.kind === 'done'
      ? ended([evaluationText('templates.removed')], [papersRow()])
      : onResultOf('templates', show, refused)(result, known),
};

function show({ of, lines: rows }: Extract<CommandResult, { kind: 'templates' }>): Ending {
  const said = of === 'put-template' ? [evaluationText('templates.put')] : [];
  const listed =
    rows.length === 0
      ? evaluationText('templates.empty')
      : lines([evaluationText('templates.title'), ...rows.map((row) => templateText(row))]);
  const reply = staffReply(
    [...said, listed],
    [papersRow()],
    rows.map(({ file }) => file),
  );
  return { replies: [reply], next: 'stay', answers: { [OWN]: rows.map(({ paperKind }) => paperKind) } };
}

function templateText({ paperKind, file, putOn, by }: TemplateLine): Text {
  return evaluationText('templates.line', {
    kind: { text: paperKindText(paperKind) },
    file: file.name,
    on: { day: putOn },
    by: shortName(by),
  });
}

function whatQuestion(answers: Answers): Question {
  const own = ownOf(answers[OWN]);
  const choices = PAPER_KINDS.flatMap((kind): Choice[] => {
    const facts = { kind: { text: paperKindText(kind) } };
    const put = { id: `${PUT}${kind}`, label: evaluationText('templates.what.put', facts) };
    return own.includes(kind)
      ? [put, { id: `${REMOVE}${kind}`, label: evaluationText('templates.what.remove', facts) }]
      : [put];
  });
  const question = choiceQuestion({
    id: 'what',
    ask: evaluationText('templates.what.ask'),
    choices,
    line: (id) => {
      const putting = id.startsWith(PUT);
      const kind = kindIn(id.slice(putting ? PUT.length : REMOVE.length));
      return evaluationText(putting ? 'templates.what.line-put' : 'templates.what.line-remove', {
        kind: { text: paperKindText(kind) },
      });
    },
  }); // The ways out stand under the list.
  return { ...question, uncounted: true };
}

function fileQuestion(): Question {
  return {
    id: 'file',
    ask: [evaluationText('templates.file.ask')],
    read: (input) => {
      if (input.kind !== 'file')
        return { kind: 'again', say: input.kind === 'text' ? [evaluationText('templates.file.again')] : [] };
      const isDocx = input.file.mediaType === DOCX || input.file.name.toLowerCase().endsWith('.docx');
      return isDocx
        ? { kind: 'answered', value: [fileJson(input.file)] }
        : { kind: 'again', say: [evaluationText('templates.file.again')] };
    },
    line: (value) => evaluationText('templates.file.line', { file: fileOf(value)?.name ?? '' }),
  };
}

function finish({ answers }: Known): Ending {
  const put = putKind(answers);
  const file = fileOf(answers['file']);
  if (put !== null && file !== null) return { replies: [], commands: [{ kind: 'put-template', paperKind: put, file }] };
  const what = answers['what'];
  const kind = kindIn(typeof what === 'string' ? what.slice(REMOVE.length) : '');
  return { replies: [], commands: [{ kind: 'remove-template', paperKind: kind }] };
}

/** A template with wrong placeholders is asked for again, mended. */
function refused(refusal: Refused, { answers }: Known): Ending {
  if (refusal.of !== 'put-template' || refusal.why !== 'faults') return refusedEnding(refusal);
  const { file: _wrong, ...others } = answers;
  return { replies: [{ texts: refusedTexts(refusal), content: 'personal' }], next: 'stay', answers: others };
}

function putKind({ what }: Answers): PaperKind | null {
  return typeof what === 'string' && what.startsWith(PUT) ? kindIn(what.slice(PUT.length)) : null;
}

function kindIn(text: string): PaperKind {
  const kind = PAPER_KINDS.find((each) => each === text);
  if (kind === undefined) throw new Error(`no paper of kind ${text}`);
  return kind;
}

function ownOf(value: Json | undefined): readonly PaperKind[] {
  return PAPER_KINDS.filter((kind) => Array.isArray(value) && value.some((each: unknown) => each === kind));
}

function fileOf(value: Json | undefined): FileRef | null {
  return filesOf(value)[0] ?? null;
}
