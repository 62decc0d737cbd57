/**
 * One turn of a talk: `(dialogs, state, turn, view, today) → { state, replies, commands }`. Never a dead end: whatever comes
 * in, the person is told where they are and what they can do next.
 */
import { type Day, daysBetween } from '../engine/day.ts';
import type { Text } from '../texts/text.ts';
import type { CommandResult } from './command.ts';
import type { DialogState, Input, Question, QuestionInput, Stepped, Turn } from './dialog.ts';
import {
  added,
  advance,
  answered,
  change,
  gathered,
  goBack,
  knownOf,
  openQuestion,
  type Running,
  SUMMARY,
  touched,
  WAITING,
} from './form.ts';
import { end, finish, isWorthKeeping, open, proceed, resumeLast, running } from './opening.ts';
import { JOIN, MENU, START } from './options.ts';
import { type FormMove, readPress } from './press.ts';
import { looksLikeCode, spokenWish } from './spoken-move.ts';
import { type DialogTable, Talk } from './talk.ts';
import type { View } from './view.ts';

export type { DialogTable } from './talk.ts';

/** A talk that has not begun. */
export const NEW_TALK: DialogState = { v: 1, turn: 0, form: null, parked: [] };

/** Reads stored state; an unknown shape starts anew rather than being guessed at. */
export function readState(stored: unknown): DialogState {
  const known = typeof stored === 'object' && stored !== null && 'v' in stored && stored.v === 1;
  return known ? (stored as DialogState) : NEW_TALK;
}

/** Makes one turn. Pure: the same arguments give the same answer. */
export function step(dialogs: DialogTable, state: DialogState, turn: Turn, view: View, today: Day): Stepped {
  const talk = new Talk(dialogs, state, view, today);
  take(talk, turn);
  return talk.stepped();
}

function take(talk: Talk, turn: Turn): void {
  if (turn.kind === 'result') takeResult(talk, turn.result);
  else if (turn.kind === 'start') open(talk, START, turn.token);
  else if (turn.kind === 'press') takePress(talk, turn.payload);
  else if (turn.kind === 'text') takeText(talk, turn);
  else takeOther(talk, turn);
}

function takeResult(talk: Talk, result: CommandResult): void {
  if (result.kind === 'talk-moved') {
    goOnHere(talk);
    return;
  }
  const at = running(talk);
  if (at?.dialog.onResult && at.form.at === WAITING) end(talk, at, at.dialog.onResult(result, knownOf(at)));
}

/** The talk has come over from another chat: the person is told so and goes on where they were, unless that is long ago. */
function goOnHere(talk: Talk): void {
  talk.say({ key: 'core:moved-here' });
  const last = talk.state.parked[0];
  if (talk.state.form) askAgain(talk, []);
  else if (last && daysBetween(last.touchedOn, talk.today) <= 1) resumeLast(talk);
  else open(talk, MENU, null);
}

function takePress(talk: Talk, payload: string): void {
  const press = readPress(payload);
  if (press?.kind === 'go') {
    open(talk, press.dialog, press.argument);
    return;
  }
  const fresh = press !== null && press.turn === talk.state.turn;
  if (fresh && press.kind === 'move' && press.move === 'resume' && resumeLast(talk)) return;
  const at = running(talk);
  if (!fresh || !at) askAgain(talk, [{ key: 'core:old-button' }]);
  else if (press.kind === 'move') move(talk, at, press.move);
  else if (press.kind === 'change') changeLine(talk, at, press.question);
  else answer(talk, at, { kind: 'choice', id: press.id });
}

function takeText(talk: Talk, input: Extract<Input, { kind: 'text' }>): void {
  const wish = spokenWish(input.text);
  if (wish?.kind === 'open') {
    openAside(talk, wish.dialog);
    return;
  }
  const at = running(talk);
  const chosen = wish ? null : numberedChoice(talk, at, input);
  if (chosen !== null) takePress(talk, chosen);
  else if (at && wish) move(talk, at, wish.move);
  else if (at) answer(talk, at, input);
  else if (looksLikeCode(input.text)) open(talk, JOIN, input.text.trim());
  else open(talk, MENU, null);
}

/** A typed number where choices are numbered; a number that answers the open question by itself is that answer, `/1` is always a choice. */
function numberedChoice(talk: Talk, at: Running | null, input: Extract<Input, { kind: 'text' }>): string | null {
  const [, slash, digits] = /^(\/?)(\d{1,3})$/.exec(input.text.trim()) ?? [];
  if (talk.view.choosesByNumber !== true || digits === undefined) return null;
  const payload = talk.state.offered?.[Number(digits) - 1] ?? null;
  const question = at && openQuestion(at);
  const isAnswer = question && question.read(input, gathered(at.form, question.id)).kind !== 'again';
  return slash === '' && isAnswer ? null : payload;
}

/** A word that leads elsewhere sets the form aside; the way back to it is offered at once. */
function openAside(talk: Talk, dialog: string): void {
  const { form } = talk.state;
  if (form && isWorthKeeping(form)) {
    talk.say({ key: 'core:parked' });
    talk.offer(talk.resumeOption());
  }
  open(talk, dialog, null);
}

function takeOther(talk: Talk, input: Exclude<Input, { kind: 'text' | 'press' | 'start' }>): void {
  const at = running(talk);
  if (at) answer(talk, at, input);
  else {
    talk.say(unexpected(input));
    open(talk, MENU, null);
  }
}

function answer(talk: Talk, at: Running, input: QuestionInput): void {
  const question = openQuestion(at);
  const known = question && (input.kind !== 'choice' || isOffered(question, input.id));
  if (!known) {
    askAgain(talk, [{ key: 'core:choose-below' }]);
    return;
  }
  const reading = question.read(input, gathered(at.form, question.id));
  if (reading.kind === 'answered') proceed(talk, answered(at, question.id, reading.value));
  else if (reading.kind === 'added') talk.show(added(at, question.id, reading.value), reading.say);
  else talk.show(touched(at), [...welcome(at), ...refusal(input, reading.say)]);
}

function isOffered(question: Question, id: string): boolean {
  return (question.choices ?? []).some((row) => row.some((choice) => choice.id === id));
}

function move(talk: Talk, at: Running, wish: FormMove): void {
  const question = openQuestion(at);
  if (wish === 'cancel') cancel(talk);
  else if (wish === 'restart') restart(talk, at);
  else if (wish === 'back') back(talk, at);
  else if (wish === 'send' && at.form.at === SUMMARY) send(talk, at);
  else if (wish === 'skip' && question?.skip !== undefined) proceed(talk, answered(at, question.id, question.skip));
  else askAgain(talk, [{ key: 'core:choose-below' }]);
}

function back(talk: Talk, at: Running): void {
  const form = goBack(at);
  if (form) talk.show({ ...at, form });
  else askAgain(talk, [{ key: 'core:first-question' }]);
}

function changeLine(talk: Talk, at: Running, question: string): void {
  if (at.form.at === SUMMARY && question in at.form.answers) talk.show({ ...at, form: change(at.form, question) });
  else askAgain(talk, [{ key: 'core:choose-below' }]);
}

function cancel(talk: Talk): void {
  talk.keep(null);
  talk.say({ key: 'core:cancelled' });
  open(talk, MENU, null);
}

function restart(talk: Talk, { form }: Running): void {
  talk.keep(null);
  open(talk, form.dialog, form.argument);
}

/** Sends what the summary shows; where the world has changed and more is asked now, that is asked first. */
function send(talk: Talk, at: Running): void {
  const form = advance(at);
  if (form && form.at !== SUMMARY) talk.show({ ...at, form }, [{ key: 'core:one-more' }]);
  else finish(talk, at);
}

/** Repeats where the person is: the open question, or the menu where nothing is open. */
function askAgain(talk: Talk, say: readonly Text[]): void {
  const at = running(talk);
  if (!at || at.form.at === WAITING) {
    talk.say(...say);
    open(talk, MENU, null);
    return;
  }
  const still = at.form.at === SUMMARY || openQuestion(at) !== undefined;
  if (still) talk.show(touched(at), [...welcome(at), ...say]);
  else proceed(talk, at, say);
}

/** A word of welcome for who comes back on another day and may have lost the thread. */
function welcome(at: Running): Text[] {
  return at.form.touchedOn < at.today ? [{ key: 'core:welcome-back' }] : [];
}

function unexpected(input: Exclude<QuestionInput, { kind: 'text' | 'choice' }>): Text {
  if (input.kind === 'file-refused') return { key: `core:file-refused.${input.why}` };
  const what = input.kind === 'unsupported' ? input.what : input.kind;
  return { key: `core:unexpected.${what}` };
}

/** What a question said of an input it cannot read; where it has no words for a sticker or a voice message, ours. */
function refusal(input: QuestionInput, say: readonly Text[]): readonly Text[] {
  if (say.length > 0) return say;
  return input.kind === 'text' || input.kind === 'choice' ? [{ key: 'core:choose-below' }] : [unexpected(input)];
}
