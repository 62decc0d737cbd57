/** How a dialog opens, ends, is set aside and taken up again. */
import { daysBetween } from '../engine/day.ts';
import type { Text } from '../texts/text.ts';
import type { Dialog, DialogId, Ending, OpenForm } from './dialog.ts';
import { advance, knownOf, openQuestion, pruned, type Running, SUMMARY, WAITING } from './form.ts';
import { MENU } from './options.ts';
import type { Talk } from './talk.ts';

/** More forms than this are not set aside: the oldest is forgotten. */
export const MOST_PARKED = 5;
const MOST_OPENED = 6;
/** A form left longer than this is forgotten: what it was about has changed, and figures of a family must not lie about. */
const DAYS_KEPT = 30;
/** What an opaque argument may be; anything else a link or a button of somebody's own making carries is dropped. */
const ARGUMENT = /^[A-Za-z0-9_~.:-]{1,128}$/;

/** Opens a dialog from its start, or where the person left it. */
export function open(talk: Talk, id: DialogId, argument: string | null): void {
  talk.opened += 1;
  if (talk.opened > MOST_OPENED) throw new Error(`dialogs lead in a circle at ${id}`);
  const dialog = Object.hasOwn(talk.dialogs, id) ? talk.dialogs[id] : undefined;
  if (!dialog || !talk.allows(dialog)) {
    talk.say({ key: dialog ? 'core:not-for-you' : 'core:old-button' });
    if (id !== MENU) open(talk, MENU, null);
    return;
  }
  park(talk);
  const checked = argument !== null && ARGUMENT.test(argument) ? argument : null;
  if (!resume(talk, dialog, checked)) openAnew(talk, dialog, checked);
}

function openAnew(talk: Talk, dialog: Dialog, argument: string | null): void {
  const { view, today } = talk;
  const opening = dialog.open({ argument, view, today });
  const blank = { dialog: dialog.id, version: dialog.version, argument, at: WAITING, past: [], touchedOn: today };
  switch (opening.kind) {
    case 'say':
      talk.reply(opening.replies);
      return;
    case 'go':
      open(talk, opening.to, opening.argument ?? null);
      return;
    case 'run':
      talk.wish(opening.commands);
      talk.keep({ ...blank, answers: opening.answers ?? {} });
      return;
    case 'ask':
      proceed(talk, { dialog, form: { ...blank, answers: opening.answers ?? {} }, view, today }, opening.say);
  }
}

/** The open form with its dialog. One of another version, or that this person may not use any more, is dropped with a word. */
export function running(talk: Talk): Running | null {
  const { form } = talk.state;
  if (!form) return null;
  const dialog = talk.dialogs[form.dialog];
  if (dialog && dialog.version === form.version && talk.allows(dialog))
    return { dialog, form, view: talk.view, today: talk.today };
  talk.keep(null);
  talk.say({ key: 'core:form-changed' });
  return null;
}

/** After an answer: the next question, the summary, or the end. */
export function proceed(talk: Talk, at: Running, say: readonly Text[] = []): void {
  const form = advance(at);
  if (form) {
    talk.show({ ...at, form }, say);
    return;
  }
  talk.say(...say);
  finish(talk, at);
}

/** Ends a form whose questions are all answered; what is not asked any more is not sent. */
export function finish(talk: Talk, at: Running): void {
  const ready = { ...at, form: pruned(at) };
  if (ready.dialog.finish) end(talk, ready, ready.dialog.finish(knownOf(ready)));
  else close(talk, MENU, null);
}

/** Carries out what a dialog decided. Where it asked for commands it waits for their results, if it reads results at all. */
export function end(talk: Talk, at: Running, ending: Ending): void {
  const commands = ending.commands ?? [];
  const answers = ending.answers ?? at.form.answers;
  // What has no answer any more is neither a way back nor worth setting aside.
  const form = { ...at.form, answers, past: at.form.past.filter((id) => id in answers) };
  talk.reply(ending.replies);
  talk.say(...(ending.say ?? []));
  talk.wish(commands);
  if (commands.length > 0 && at.dialog.onResult) talk.keep({ ...form, at: WAITING });
  else if (ending.next === 'stay') stay(talk, { ...at, form });
  else if (ending.next === 'menu') close(talk, MENU, null);
  else if (ending.next) close(talk, ending.next.to, ending.next.argument ?? null);
  else talk.keep(null);
}

/** Asks again what has no answer, or shows the summary: after a refusal the draft is still there. */
function stay(talk: Talk, at: Running): void {
  const form = advance(at);
  if (form) talk.show({ ...at, form });
  else close(talk, MENU, null);
}

/** Leaves the form for good and opens another dialog. */
function close(talk: Talk, to: DialogId, argument: string | null): void {
  talk.keep(null);
  open(talk, to, argument);
}

/** Sets the open form aside if the person has put anything into it. */
function park(talk: Talk): void {
  const { form } = talk.state;
  if (!form) return;
  const others = talk.state.parked.filter((each) => !sameForm(each, form) && isFresh(each, talk));
  const parked = isWorthKeeping(form) ? [form, ...others].slice(0, MOST_PARKED) : others;
  talk.state = { ...talk.state, form: null, parked };
}

/** Whether the person has put anything into the form. */
export function isWorthKeeping(form: OpenForm): boolean {
  return form.past.length > 0 && form.at !== WAITING;
}

function resume(talk: Talk, dialog: Dialog, argument: string | null): boolean {
  const found = talk.state.parked.find((form) => sameForm(form, { dialog: dialog.id, argument }));
  if (!found) return false;
  talk.state = { ...talk.state, parked: talk.state.parked.filter((form) => form !== found) };
  const at = { dialog, form: found, view: talk.view, today: talk.today };
  if (found.version !== dialog.version || !isFresh(found, talk)) return false;
  if (found.at === SUMMARY ? dialog.summary === undefined : openQuestion(at) === undefined) return false;
  talk.show(at, [{ key: 'core:resumed' }], true);
  return true;
}

/** Takes up the form set aside last; false where there is none. */
export function resumeLast(talk: Talk): boolean {
  const last = talk.state.parked[0];
  if (!last) return false;
  open(talk, last.dialog, last.argument);
  return true;
}

function sameForm(left: Pick<OpenForm, 'dialog' | 'argument'>, right: Pick<OpenForm, 'dialog' | 'argument'>): boolean {
  return left.dialog === right.dialog && left.argument === right.argument;
}

function isFresh(form: OpenForm, talk: Talk): boolean {
  return daysBetween(form.touchedOn, talk.today) <= DAYS_KEPT;
}
