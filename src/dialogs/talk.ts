/** A turn in the making: what has been said and wished so far, and the state it leaves. Lives no longer than one `step`. */
import type { Day } from '../engine/day.ts';
import type { Text } from '../texts/text.ts';
import type { Command } from './command.ts';
import type { Dialog, DialogId, DialogState, OpenForm, Option, Reply, Stepped } from './dialog.ts';
import { askReply, type Running } from './form.ts';
import { menuOption } from './options.ts';
import { movePress } from './press.ts';
import type { View } from './view.ts';

/** The table of dialogs by id; `index.ts` holds the real one. */
export type DialogTable = { readonly [id: DialogId]: Dialog };

/** What a turn gathers. */
export class Talk {
  readonly dialogs: DialogTable;
  readonly view: View;
  readonly today: Day;
  state: DialogState;
  /** Dialogs opened in this turn: a circle among them is a bug. */
  opened = 0;
  private readonly replies: Reply[] = [];
  private readonly commands: Command[] = [];
  private words: Text[] = [];
  private buttons: Option[] = [];

  constructor(dialogs: DialogTable, state: DialogState, view: View, today: Day) {
    this.dialogs = dialogs;
    this.state = state;
    this.view = view;
    this.today = today;
  }

  /** Words that stand at the head of the next reply. */
  say(...texts: readonly Text[]): void {
    this.words.push(...texts);
  }

  /** A button above those of the next reply. */
  offer(option: Option): void {
    this.buttons.push(option);
  }

  /** Replies of a dialog, the waiting words and buttons with the first. */
  reply(replies: readonly Reply[]): void {
    for (const reply of replies) {
      const above = this.buttons.map((option) => [option]);
      const options = above.length > 0 ? [...above, ...(reply.options ?? [])] : reply.options;
      this.replies.push({ ...reply, texts: [...this.words, ...reply.texts], ...(options ? { options } : {}) });
      this.words = [];
      this.buttons = [];
    }
  }

  wish(commands: readonly Command[]): void {
    this.commands.push(...commands);
  }

  /** Keeps the form; null ends it. */
  keep(form: OpenForm | null): void {
    this.state = { ...this.state, form };
  }

  /** Shows the open question or summary under a new turn number, which makes every older button stale. */
  show(running: Running, say: readonly Text[] = [], resumed = false): void {
    this.state = { ...this.state, turn: this.state.turn + 1, form: running.form };
    this.reply([askReply(running, this.state.turn, say, resumed)]);
  }

  /** A button that takes up the form just set aside; good until the next question is asked. */
  resumeOption(): Option {
    return { label: { key: 'core:continue' }, press: movePress(this.state.turn, 'resume') };
  }

  /** The turn as a value. Whoever is answered can go on: the last reply always has buttons, unless a command's result is to come. */
  stepped(): Stepped {
    if (this.words.length > 0) this.reply([{ texts: [], content: 'public' }]);
    const last = this.replies.at(-1);
    const stranded = last && this.commands.length === 0 && (last.options ?? []).flat().length === 0;
    if (stranded) this.replies.splice(-1, 1, { ...last, options: [[menuOption()]] });
    const offered = this.replies.at(-1)?.options;
    if (this.view.choosesByNumber === true && offered)
      this.state = { ...this.state, offered: offered.flat().map(({ press }) => press) };
    return { state: this.state, replies: this.replies, commands: this.commands };
  }

  allows(dialog: Dialog): boolean {
    const { staff, partner } = this.view.person;
    switch (dialog.audience) {
      case 'anyone':
        return true;
      case 'recipient':
        return this.view.contracts.length > 0;
      case 'partner':
        return partner !== null;
      case 'staff':
        return staff !== null;
      case 'head':
        return staff?.role === 'head';
    }
  }
}
