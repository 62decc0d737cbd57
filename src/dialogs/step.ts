/**
 * One turn of a talk: `(state, turn, view, today) → { state, replies, commands }`. Never a dead end: whatever comes in,
 * the person is told where they are and what they can do next.
 */
import type { Day } from '../engine/day.ts';
import type { Text } from '../texts/text.ts';
import type { CommandResult } from './command.ts';
import type {
  Dialog,
  DialogId,
  DialogState,
  Ending,
  Input,
  OpenForm,
  Question,
  QuestionInput,
  Reply,
  Stepped,
  Turn,
} from './dialog.ts';
import {
  activeQuestions,
  advance,
  askReply,
  change,
  goBack,
  knownOf,
  openQuestion,
  pruned,
  type Running,
  SUMMARY,
  WAITING,
  withAnswer,
} from './form.ts';
import { type FormMove, goPress, readPress } from './press.ts';
import { spokenMove } from './spoken-move.ts';
import type { View } from './view.ts';

/** The table of dialogs by id; `index.ts` holds the real one. */
export type DialogTable = { readonly [id: DialogId]: Dialog };

/** The dialogs every table has: what any word brings, and where a link leads. */
export const MENU = 'menu';
export const START = 'start';
export const HELP = 'help';

const MOST_PARKED = 5;
const MOST_HOPS = 6;

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
  talk.take(turn);
  return talk.stepped();
}

/** Gathers the replies and commands of one turn; lives no longer than `step`. */
class Talk {
  private readonly replies: Reply[] = [];
  private readonly commands: Stepped['commands'][number][] = [];
  private hops = 0;
  private readonly dialogs: DialogTable;
  private state: DialogState;
  private readonly view: View;
  private readonly today: Day;

  constructor(dialogs: DialogTable, state: DialogState, view: View, today: Day) {
    this.dialogs = dialogs;
    this.state = state;
    this.view = view;
    this.today = today;
  }

  stepped(): Stepped {
    return { state: this.state, replies: this.replies, commands: this.commands };
  }

  take(turn: Turn): void {
    if (turn.kind === 'result') this.takeResult(turn.result);
    else if (turn.kind === 'start') this.open(START, turn.token);
    else if (turn.kind === 'press') this.takePress(turn.payload);
    else if (turn.kind === 'text') this.takeText(turn);
    else this.takeOther(turn);
  }

  private takeResult(result: CommandResult): void {
    const running = this.running();
    if (!running?.dialog.onResult || running.form.at !== WAITING) return;
    this.end(running, running.dialog.onResult(result, knownOf(running)));
  }

  private takePress(payload: string): void {
    const press = readPress(payload);
    if (press?.kind === 'go') {
      this.open(press.dialog, press.argument);
      return;
    }
    const running = this.running();
    if (!press || !running || press.turn !== this.state.turn) {
      this.askAgain([{ key: 'core:old-button' }]);
      return;
    }
    if (press.kind === 'change') this.show({ ...running, form: change(running.form, press.question) });
    else if (press.kind === 'move') this.move(running, press.move);
    else this.answer(running, { kind: 'choice', id: press.id });
  }

  private takeText(input: Extract<Input, { kind: 'text' }>): void {
    const word = spokenMove(input.text);
    if (word === 'menu' || word === 'help') {
      this.open(word === 'menu' ? MENU : HELP, null);
      return;
    }
    const running = this.running();
    if (!running) this.open(MENU, null);
    else if (word) this.move(running, word);
    else this.answer(running, input);
  }

  private takeOther(input: Exclude<Input, { kind: 'text' | 'press' | 'start' }>): void {
    const running = this.running();
    if (running) {
      this.answer(running, input);
      return;
    }
    const what = input.kind === 'unsupported' ? input.what : input.kind;
    this.say([{ key: `core:unexpected.${what}` }]);
    this.open(MENU, null);
  }

  /** The open form with its dialog; a form of another version or a dialog that is gone is dropped politely. */
  private running(): Running | null {
    const { form } = this.state;
    if (!form) return null;
    const dialog = this.dialogs[form.dialog];
    if (dialog && dialog.version === form.version && this.allowed(dialog))
      return { dialog, form, view: this.view, today: this.today };
    this.state = { ...this.state, form: null };
    this.say([{ key: 'core:form-changed' }]);
    return null;
  }

  private answer(running: Running, input: QuestionInput): void {
    const question = openQuestion(running);
    if (!question) {
      this.askAgain([{ key: 'core:choose-below' }]);
      return;
    }
    const reading = question.read(input, running.form.answers[draftKey(question)] ?? running.form.answers[question.id]);
    if (reading.kind === 'again') {
      const welcome: Text[] = running.form.touchedOn < this.today ? [{ key: 'core:welcome-back' }] : [];
      this.show({ ...running, form: { ...running.form, touchedOn: this.today } }, [...welcome, ...reading.say]);
    } else if (reading.kind === 'added') {
      const answers = { ...running.form.answers, [draftKey(question)]: reading.value };
      this.show({ ...running, form: { ...running.form, answers, touchedOn: this.today } }, reading.say);
    } else {
      this.proceed({
        ...running,
        form: settled(withAnswer(running.form, question.id, reading.value, this.today), question),
      });
    }
  }

  private move(running: Running, move: FormMove): void {
    const { form } = running;
    const question = openQuestion(running);
    if (move === 'send' && form.at === SUMMARY) this.finish(running);
    else if (move === 'skip' && question?.skip !== undefined)
      this.proceed({ ...running, form: settled(withAnswer(form, question.id, question.skip, this.today), question) });
    else if (move === 'back') this.back(running);
    else if (move === 'cancel') this.cancel();
    else if (move === 'restart') this.restart(form);
    else this.askAgain([{ key: 'core:choose-below' }]);
  }

  private back(running: Running): void {
    const form = goBack(running);
    if (form) this.show({ ...running, form });
    else this.askAgain([{ key: 'core:first-question' }]);
  }

  private cancel(): void {
    this.state = { ...this.state, form: null };
    this.say([{ key: 'core:cancelled' }]);
    this.open(MENU, null);
  }

  private restart(form: OpenForm): void {
    this.state = { ...this.state, form: null };
    this.open(form.dialog, form.argument);
  }

  /** After an answer: the next question, the summary, or the end. */
  private proceed(running: Running): void {
    const form = advance(running);
    if (form) this.show({ ...running, form });
    else this.finish(running);
  }

  private finish(running: Running): void {
    const ready = { ...running, form: pruned(running) };
    this.keep({ ...ready.form, at: WAITING });
    if (ready.dialog.finish) this.end(ready, ready.dialog.finish(knownOf(ready)));
    else this.open(MENU, null);
  }

  private end(running: Running, ending: Ending): void {
    this.replies.push(...ending.replies);
    this.commands.push(...(ending.commands ?? []));
    const waits = (ending.commands ?? []).length > 0 && running.dialog.onResult !== undefined;
    const { next } = ending;
    if (next === 'stay')
      this.stay({ ...running, form: { ...running.form, answers: ending.answers ?? running.form.answers } }, waits);
    else if (waits) this.keep({ ...running.form, at: WAITING, answers: ending.answers ?? running.form.answers });
    else {
      this.state = { ...this.state, form: null };
      if (next === 'menu') this.open(MENU, null);
      else if (next) this.open(next.to, next.argument ?? null);
    }
  }

  private stay(running: Running, waits: boolean): void {
    if (waits) {
      this.keep({ ...running.form, at: WAITING });
      return;
    }
    const form = advance(running);
    if (form) this.show({ ...running, form });
    else this.keep({ ...running.form, at: WAITING });
  }

  /** Opens a dialog from its start, or where the person left it. */
  private open(id: DialogId, argument: string | null): void {
    this.hops += 1;
    const dialog = this.dialogs[id];
    if (this.hops > MOST_HOPS) throw new Error(`dialogs lead in a circle at ${id}`);
    if (!dialog || !this.allowed(dialog)) {
      this.say([{ key: dialog ? 'core:not-for-you' : 'core:old-button' }]);
      if (id !== MENU) this.open(MENU, null);
      return;
    }
    this.park();
    if (this.resume(dialog, argument)) return;
    const opening = dialog.open({ argument, view: this.view, today: this.today });
    const form: OpenForm = {
      dialog: id,
      version: dialog.version,
      argument,
      answers: {},
      at: WAITING,
      past: [],
      touchedOn: this.today,
    };
    const running = { dialog, form, view: this.view, today: this.today };
    if (opening.kind === 'say') this.replies.push(...opening.replies);
    else if (opening.kind === 'go') this.open(opening.to, opening.argument ?? null);
    else if (opening.kind === 'run') {
      this.commands.push(...opening.commands);
      this.keep({ ...form, answers: opening.answers ?? {} });
    } else this.begin({ ...running, form: { ...form, answers: opening.answers ?? {} } }, opening.say ?? []);
  }

  private begin(running: Running, say: readonly Text[]): void {
    const form = advance(running);
    if (form) this.show({ ...running, form }, say);
    else this.finish(running);
  }

  /** Sets the open form aside if the person has put anything into it. */
  private park(): void {
    const { form, parked } = this.state;
    if (!form) return;
    const others = parked.filter((each) => !(each.dialog === form.dialog && each.argument === form.argument));
    const worth = form.past.length > 0 && form.at !== WAITING;
    this.state = { ...this.state, form: null, parked: worth ? [form, ...others].slice(0, MOST_PARKED) : others };
  }

  private resume(dialog: Dialog, argument: string | null): boolean {
    const found = this.state.parked.find((form) => form.dialog === dialog.id && form.argument === argument);
    if (!found) return false;
    this.state = { ...this.state, parked: this.state.parked.filter((form) => form !== found) };
    const running = { dialog, form: found, view: this.view, today: this.today };
    const still =
      found.version === dialog.version &&
      (found.at === SUMMARY || activeQuestions(running).some((question) => question.id === found.at));
    if (!still) return false;
    this.show(running, [{ key: 'core:resumed' }], true);
    return true;
  }

  private allowed(dialog: Dialog): boolean {
    const { staff } = this.view.person;
    switch (dialog.audience) {
      case 'anyone':
        return true;
      case 'recipient':
        return this.view.contracts.length > 0;
      case 'staff':
        return staff !== null;
      case 'head':
        return staff?.role === 'head';
    }
  }

  /** Shows the open question or summary under a new turn number, which makes every older button stale. */
  private show(running: Running, say: readonly Text[] = [], resumed = false): void {
    this.state = { ...this.state, turn: this.state.turn + 1 };
    this.keep(running.form);
    this.replies.push(askReply(running, this.state.turn, say, resumed));
  }

  private askAgain(say: readonly Text[]): void {
    const running = this.running();
    if (running && running.form.at !== WAITING) this.show(running, say);
    else {
      this.say(say);
      this.open(MENU, null);
    }
  }

  private say(texts: readonly Text[]): void {
    this.replies.push({ texts, content: 'public' });
  }

  private keep(form: OpenForm): void {
    this.state = { ...this.state, form };
  }
}

/** Where the parts of a question that stays open are gathered until "done". */
function draftKey(question: Question): string {
  return `_${question.id}`;
}

function settled(form: OpenForm, question: Question): OpenForm {
  const { [draftKey(question)]: _gathered, ...answers } = form.answers;
  return { ...form, answers };
}

/** The way back to the menu: the last button of anything that ends. */
export function menuOption(): { readonly label: Text; readonly press: string } {
  return { label: { key: 'core:menu' }, press: goPress(MENU) };
}
