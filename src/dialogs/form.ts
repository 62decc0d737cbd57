/** A form in progress: which question is next, how it is shown, and what an answer does. Pure; `step.ts` decides which form. */
import type { Day } from '../engine/day.ts';
import type { Text } from '../texts/text.ts';
import type { Answers, Dialog, Json, Known, OpenForm, Option, Question, Reply } from './dialog.ts';
import { changePress, choicePress, movePress } from './press.ts';
import type { View } from './view.ts';

/** Names of the states of a form that are not questions. */
export const SUMMARY = 'summary';
export const WAITING = 'waiting';
/** Where the answer of a line that is being changed is kept, by its question. */
const WAS = '_was';

/** The dialog with its form and what it may know: what every function here needs. */
export interface Running {
  readonly dialog: Dialog;
  readonly form: OpenForm;
  readonly view: View;
  readonly today: Day;
}

/** What the dialog's own functions are given. */
export function knownOf(running: Running): Known {
  const { form, view, today } = running;
  return { answers: form.answers, argument: form.argument, view, today };
}

/** The questions that are active now. */
export function activeQuestions(running: Running): readonly Question[] {
  return running.dialog.questions?.(knownOf(running)) ?? [];
}

/** The open question; undefined at the summary, while waiting, and where the question is not asked any more. */
export function openQuestion(running: Running): Question | undefined {
  return activeQuestions(running).find((question) => question.id === running.form.at);
}

/** Moves to the first active question without an answer, or to the summary (`null` where there is none: the form is complete). */
export function advance(running: Running): OpenForm | null {
  const { form, dialog } = running;
  const next = activeQuestions(running).find((question) => !(question.id in form.answers));
  if (next) return { ...form, at: next.id };
  return dialog.summary?.(knownOf(running)) ? { ...form, at: SUMMARY } : null;
}

/** Keeps an answer, remembers the way back, and drops the answers of questions that this answer made pointless. */
export function answered(running: Running, question: string, value: Answers[string]): Running {
  const { form, today } = running;
  const before = activeQuestions({ ...running, form: withAnswer(form, question, gathered(form, question)) });
  const next = { ...running, form: { ...withAnswer(form, question, value), touchedOn: today } };
  const after = new Set(activeQuestions(next).map(({ id }) => id));
  const gone = new Set(before.map(({ id }) => id).filter((id) => !after.has(id)));
  const past = [...form.past.filter((id) => id !== question && after.has(id)), question];
  const answers = only(next.form.answers, (id) => after.has(id) || (id.startsWith('_') && !gone.has(id.slice(1))));
  return { ...next, form: { ...next.form, answers, past } };
}

/** Keeps a part of an answer; the question stays open. */
export function added(running: Running, question: string, value: Answers[string]): Running {
  const answers = { ...running.form.answers, [draftKey(question)]: value };
  return { ...running, form: { ...running.form, answers, touchedOn: running.today } };
}

/** Marks that the person was here today. */
export function touched(running: Running): Running {
  return { ...running, form: { ...running.form, touchedOn: running.today } };
}

/** Parts gathered for a question that is still open, or its answer before it was opened again. */
export function gathered(form: Pick<OpenForm, 'answers'>, question: string): Json | undefined {
  return form.answers[draftKey(question)] ?? form.answers[question];
}

/**
 * Steps back to the last answered question that is still asked; from a line that is being changed, back to the summary with
 * the answer as it was. Null at the first question.
 */
export function goBack(running: Running): OpenForm | null {
  const { form } = running;
  const before = valueBefore(form);
  if (before !== undefined) return { ...withAnswer(form, form.at, before), at: SUMMARY, past: [...form.past, form.at] };
  const active = new Set(activeQuestions(running).map((question) => question.id));
  const past = form.past.filter((id) => active.has(id) && id !== form.at);
  const last = past.at(-1);
  return last === undefined ? null : reopen(form, last, past.slice(0, -1));
}

/** Opens one question again from the summary; the others keep their answers, and this one can be had back. */
export function change(form: OpenForm, question: string): OpenForm {
  const past = form.past.filter((id) => id !== question);
  const opened = reopen(form, question, past);
  return { ...opened, answers: { ...opened.answers, [WAS]: { [question]: form.answers[question] ?? null } } };
}

/** Answers of questions that are not asked any more must not be sent: only the active ones are kept, and what the dialog keeps under `_`. */
export function pruned(running: Running): OpenForm {
  const active = new Set(activeQuestions(running).map((question) => question.id));
  const keeps = (id: string) => active.has(id) || (id.startsWith('_') && !active.has(id.slice(1)));
  return { ...running.form, answers: only(running.form.answers, keeps) };
}

/** The open question or summary as a message; `say` stands before it. */
export function askReply(running: Running, turn: number, say: readonly Text[], resumed = false): Reply {
  const question = openQuestion(running);
  return question ? questionReply(running, question, turn, say, resumed) : summaryReply(running, turn, say);
}

function questionReply(
  running: Running,
  question: Question,
  turn: number,
  say: readonly Text[],
  resumed: boolean,
): Reply {
  const choices = (question.choices ?? []).map((row) =>
    row.map((choice): Option => ({ label: choice.label, press: choicePress(turn, choice.id) })),
  );
  const moves: Option[] = [];
  if (goBack(running)) moves.push({ label: { key: 'core:back' }, press: movePress(turn, 'back') });
  if (question.skip !== undefined) moves.push({ label: { key: 'core:skip' }, press: movePress(turn, 'skip') });
  if (resumed) moves.push({ label: { key: 'core:restart' }, press: movePress(turn, 'restart') });
  // A thing to look at has its own ways on; the word "cancel" works there too.
  if (question.uncounted !== true) moves.push({ label: { key: 'core:cancel' }, press: movePress(turn, 'cancel') });
  return {
    texts: [...say, ...progress(running, question), ...question.ask],
    options: [...choices, moves].filter((row) => row.length > 0),
    content: running.dialog.content,
    ...(running.view.choosesByNumber === true && takesNumbers(running, question) ? { numbersTaken: true } : {}),
  };
}

function takesNumbers({ form }: Running, { read, id }: Question): boolean {
  return read({ kind: 'text', text: '1' }, gathered(form, id)).kind !== 'again';
}

/** "Step 2 of 5"; nothing where there is one question only, or the question is a thing to look at. */
function progress(running: Running, question: Question): Text[] {
  const counted = activeQuestions(running).filter((each) => each.uncounted !== true);
  const steps = [...new Set(counted.map(({ id, group }) => group ?? id))];
  const step = steps.indexOf(question.group ?? question.id) + 1;
  return step === 0 || steps.length === 1 ? [] : [{ key: 'core:progress', facts: { step, total: steps.length } }];
}

function summaryReply(running: Running, turn: number, say: readonly Text[]): Reply {
  const { form, dialog } = running;
  const lines = activeQuestions(running).flatMap((question) => {
    const value = form.answers[question.id];
    const line = value === undefined ? null : (question.line?.(value) ?? null);
    return line ? [{ id: question.id, line }] : [];
  });
  const changes = lines.map(({ id, line }): Option[] => [
    { label: { key: 'core:change', facts: { line: { text: line } } }, press: changePress(turn, id) },
  ]);
  return {
    texts: [...say, ...(dialog.summary?.(knownOf(running)) ?? []), ...together(lines.map(({ line }) => line))],
    options: [
      [{ label: { key: 'core:send' }, press: movePress(turn, 'send') }],
      ...changes,
      [
        ...(goBack(running) ? [{ label: { key: 'core:back' }, press: movePress(turn, 'back') }] : []),
        { label: { key: 'core:cancel' }, press: movePress(turn, 'cancel') },
      ],
    ],
    content: dialog.content,
  };
}

/** The lines of the summary as one paragraph. */
function together(lines: readonly Text[]): Text[] {
  return lines.length === 0 ? [] : [{ key: 'core:lines', facts: { lines: { list: lines, as: 'lines' } } }];
}

/** Opens a question again; its answer stays at hand as what was gathered. */
function reopen(form: OpenForm, question: string, past: readonly string[]): OpenForm {
  const { [question]: answer, ...others } = form.answers;
  const answers = answer === undefined ? others : { ...others, [draftKey(question)]: answer };
  return { ...form, answers, at: question, past };
}

/** The answer of the line that is being changed, as it was; undefined where none is. */
function valueBefore({ answers, at }: OpenForm): Json | undefined {
  const was = answers[WAS];
  return typeof was === 'object' && was !== null && at in was ? (was as Answers)[at] : undefined;
}

function withAnswer(form: OpenForm, question: string, value: Json | undefined): OpenForm {
  const { [draftKey(question)]: _parts, [WAS]: _was, ...answers } = form.answers;
  return { ...form, answers: value === undefined ? answers : { ...answers, [question]: value } };
}

/** Where the parts of a question that stays open are gathered until it is answered. */
function draftKey(question: string): string {
  return `_${question}`;
}

function only(answers: Answers, keeps: (id: string) => boolean): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => keeps(id)));
}
