/** A form in progress: which question is next, how it is shown, and what an answer does. Pure; `step.ts` decides which form. */
import type { Day } from '../engine/day.ts';
import type { Text } from '../texts/text.ts';
import type { Answers, Dialog, Known, OpenForm, Option, Question, Reply } from './dialog.ts';
import { changePress, choicePress, movePress } from './press.ts';
import type { View } from './view.ts';

/** Names of the states of a form that are not questions. */
export const SUMMARY = 'summary';
export const WAITING = 'waiting';

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
  return dialog.summary ? { ...form, at: SUMMARY } : null;
}

/** Keeps an answer and remembers the way back. */
export function withAnswer(form: OpenForm, question: string, value: Answers[string], today: Day): OpenForm {
  const past = [...form.past.filter((id) => id !== question), question];
  return { ...form, answers: { ...form.answers, [question]: value }, past, touchedOn: today };
}

/** Steps back to the last answered question that is still asked; its answer is shown again by asking. Null at the first one. */
export function goBack(running: Running): OpenForm | null {
  const active = new Set(activeQuestions(running).map((question) => question.id));
  const past = running.form.past.filter((id) => active.has(id) && id !== running.form.at);
  const last = past.at(-1);
  return last === undefined ? null : reopen(running.form, last, past.slice(0, -1));
}

/** Opens one question again from the summary; the others keep their answers. */
export function change(form: OpenForm, question: string): OpenForm {
  return reopen(
    form,
    question,
    form.past.filter((id) => id !== question),
  );
}

/** Answers of questions that are not asked any more must not be sent: only the active ones are kept. */
export function pruned(running: Running): OpenForm {
  const active = new Set(activeQuestions(running).map((question) => question.id));
  const kept = Object.entries(running.form.answers).filter(([id]) => active.has(id) || id.startsWith('_'));
  return { ...running.form, answers: Object.fromEntries(kept) };
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
  const all = activeQuestions(running);
  const place = all.findIndex((each) => each.id === question.id) + 1;
  const progress: Text[] = all.length > 1 ? [{ key: 'core:progress', facts: { step: place, total: all.length } }] : [];
  const choices = (question.choices ?? []).map((row) =>
    row.map((choice): Option => ({ label: choice.label, press: choicePress(turn, choice.id) })),
  );
  const moves: Option[] = [];
  if (goBack(running)) moves.push({ label: { key: 'core:back' }, press: movePress(turn, 'back') });
  if (question.skip !== undefined) moves.push({ label: { key: 'core:skip' }, press: movePress(turn, 'skip') });
  if (resumed) moves.push({ label: { key: 'core:restart' }, press: movePress(turn, 'restart') });
  moves.push({ label: { key: 'core:cancel' }, press: movePress(turn, 'cancel') });
  return {
    texts: [...say, ...progress, ...question.ask],
    options: [...choices, moves],
    content: running.dialog.content,
  };
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
    texts: [...say, ...(dialog.summary?.(knownOf(running)) ?? []), ...lines.map(({ line }) => line)],
    options: [
      [{ label: { key: 'core:send' }, press: movePress(turn, 'send') }],
      ...changes,
      [
        { label: { key: 'core:back' }, press: movePress(turn, 'back') },
        { label: { key: 'core:cancel' }, press: movePress(turn, 'cancel') },
      ],
    ],
    content: dialog.content,
  };
}

function reopen(form: OpenForm, question: string, past: readonly string[]): OpenForm {
  const { [question]: _dropped, ...answers } = form.answers;
  return { ...form, answers, at: question, past };
}
