import { describe, expect, it } from 'vitest';
import type { Dialog, DialogState, Input, Question, Stepped, Turn } from '../../src/dialogs/dialog.ts';
import { choicePress, goPress, movePress } from '../../src/dialogs/press.ts';
import { readChoice } from '../../src/dialogs/read/read-choice.ts';
import { readFiles } from '../../src/dialogs/read/read-files.ts';
import { readText } from '../../src/dialogs/read/read-text.ts';
import { type DialogTable, NEW_TALK, readState, step } from '../../src/dialogs/step.ts';
import { type Day, day } from '../../src/engine/day.ts';
import { fileNamed } from '../support/file-named.ts';
import { viewOf, type ViewOptions } from '../support/views.ts';

const MENU: Dialog = {
  id: 'menu',
  version: 1,
  audience: 'anyone',
  content: 'public',
  open: () => ({
    kind: 'say',
    replies: [
      {
        texts: [{ key: 't:menu' }],
        options: [[{ label: { key: 't:x' }, press: goPress('order') }]],
        content: 'public',
      },
    ],
  }),
};

const HELP: Dialog = {
  ...MENU,
  id: 'help',
  open: () => ({ kind: 'say', replies: [{ texts: [{ key: 't:help' }], content: 'public' }] }),
};

function ask(id: string, rest: Partial<Question> = {}): Question {
  return {
    id,
    ask: [{ key: `t:${id}` }],
    read: (input) => readText(input, 10),
    line: (value) => ({ key: `t:line.${id}`, facts: { value: JSON.stringify(value) } }),
    ...rest,
  };
}

const SIZE = ask('size', {
  choices: [
    [
      { id: 'big', label: { key: 't:big' } },
      { id: 'small', label: { key: 't:small' } },
    ],
  ],
  read: readChoice,
});

/** A form with a dependent question, a gathering, a skip, a summary and a command. */
const ORDER: Dialog = {
  id: 'order',
  version: 2,
  audience: 'anyone',
  content: 'personal',
  open: () => ({ kind: 'ask' }),
  questions: ({ answers }) => [
    SIZE,
    ...(answers['size'] === 'big' ? [ask('wheels')] : []),
    ask('photos', {
      choices: [[{ id: 'done', label: { key: 't:done' } }]],
      read: (input, current) => readFiles(input, current, 3),
    }),
    ask('note', { skip: '' }),
  ],
  summary: () => [{ key: 't:check' }],
  finish: ({ answers }) => ({ replies: [], commands: [{ kind: 'look-at-link', token: JSON.stringify(answers) }] }),
  onResult: (result) =>
    result.kind === 'refused'
      ? { replies: [], say: [{ key: 't:refused' }], next: 'stay' }
      : { replies: [{ texts: [{ key: 't:sent' }], content: 'personal' }] },
};

const STAFF: Dialog = { ...MENU, id: 'work', audience: 'staff' };
const TABLE: DialogTable = { menu: MENU, start: { ...MENU, id: 'start' }, help: HELP, order: ORDER, work: STAFF };
const TODAY = day('2026-06-03');

/** A talk that goes through JSON before every turn. */
class Talked {
  state: DialogState = NEW_TALK;
  last: Stepped = { state: NEW_TALK, replies: [], commands: [] };
  table = TABLE;
  today: Day = TODAY;
  options: ViewOptions = { of: 'newcomer' };

  do(...turns: readonly (Turn | string)[]): this {
    for (const turn of turns) {
      const input: Turn = typeof turn === 'string' ? this.pressOrText(turn) : turn;
      this.last = step(
        this.table,
        readState(JSON.parse(JSON.stringify(this.state))),
        input,
        viewOf(this.options, this.today),
        this.today,
      );
      this.state = this.last.state;
    }
    return this;
  }

  /** `big` presses the choice; `<back` a move; `~size` changes a line; anything else is typed. */
  private pressOrText(word: string): Input {
    const { turn } = this.state;
    if (word.startsWith('<')) return { kind: 'press', payload: movePress(turn, word.slice(1) as 'back') };
    if (word.startsWith('~')) return { kind: 'press', payload: `e.${turn}.${word.slice(1)}` };
    if (['big', 'small', 'done'].includes(word)) return { kind: 'press', payload: choicePress(turn, word) };
    return word === 'order' ? { kind: 'press', payload: goPress('order') } : { kind: 'text', text: word };
  }

  get keys(): string[] {
    return this.last.replies.flatMap(({ texts }) => texts.map(({ key }) => key));
  }

  get buttons(): string[] {
    return (this.last.replies.at(-1)?.options ?? []).flat().map(({ label }) => label.key);
  }
}

const file = (name: string): Input => ({ kind: 'file', file: fileNamed(name), caption: null });

describe('a form', () => {
  it('asks one question after another, shows the summary and sends', () => {
    const talk = new Talked().do('order', 'big', '4', file('a.jpg'), file('b.jpg'), 'done', '<skip');
    expect(talk.keys).toEqual(['t:check', 'core:lines']);
    talk.do('<send');
    expect(talk.last.commands).toEqual([
      { kind: 'look-at-link', token: expect.stringContaining('"size":"big","wheels":"4"') as string },
    ]);
    talk.do({ kind: 'result', result: { of: 'look-at-link', kind: 'done' } });
    expect(talk.keys).toEqual(['t:sent']);
    expect(talk.buttons).toEqual(['core:menu']);
    expect(talk.state.form).toBeNull();
  });

  it('says how far it is, counting what is asked now', () => {
    const talk = new Talked().do('order');
    expect(talk.last.replies[0]?.texts[0]).toEqual({ key: 'core:progress', facts: { step: 1, total: 3 } });
    talk.do('big');
    expect(talk.last.replies[0]?.texts[0]).toEqual({ key: 'core:progress', facts: { step: 2, total: 4 } });
  });

  it('keeps the draft when the command is refused', () => {
    const talk = new Talked().do('order', 'small', file('a.jpg'), 'done', 'ok', '<send');
    talk.do({ kind: 'result', result: { of: 'look-at-link', kind: 'refused', why: 'changed-meanwhile', faults: [] } });
    expect(talk.keys).toEqual(['t:refused', 't:check', 'core:lines']);
    expect(talk.state.form?.at).toBe('summary');
    expect(talk.do('<send').last.commands).toHaveLength(1);
  });

  it('goes back one question at a time and says so at the first', () => {
    const talk = new Talked().do('order', 'big', '4', '<back');
    expect(talk.keys).toContain('t:wheels');
    expect(talk.do('назад').keys).toContain('t:size');
    expect(talk.buttons).not.toContain('core:back');
    expect(talk.do('назад').keys).toEqual(['core:first-question', 'core:progress', 't:size']);
  });

  it('keeps what was gathered when the person goes back to it', () => {
    const talk = new Talked().do('order', 'small', file('a.jpg'), 'done', '<back', file('b.jpg'), 'done');
    expect(talk.state.form?.answers['photos']).toMatchObject([{ name: 'a.jpg' }, { name: 'b.jpg' }]);
  });

  it('drops answers that a changed answer made pointless, and asks them anew if it changes back', () => {
    const talk = new Talked().do('order', 'big', '4', file('a.jpg'), 'done', 'ok', '~size', 'small');
    expect(talk.state.form?.at).toBe('summary');
    expect(talk.state.form?.answers).not.toHaveProperty('wheels');
    expect(talk.do('~size', 'big').keys).toContain('t:wheels');
  });

  it('lets a line be changed, or left as it was by going back', () => {
    const talk = new Talked().do('order', 'small', file('a.jpg'), 'done', 'ok', '~note', '<back');
    expect(talk.state.form?.at).toBe('summary');
    expect(talk.state.form?.answers['note']).toBe('ok');
    talk.do('~photos', file('b.jpg'), '<back');
    expect(talk.state.form?.answers['photos']).toMatchObject([{ name: 'a.jpg' }]);
    expect(talk.do('~note', 'new').state.form?.answers['note']).toBe('new');
    expect(Object.keys(talk.state.form?.answers ?? {}).filter((id) => id.startsWith('_'))).toEqual([]);
  });

  it('does not send a summary that lacks an answer by now', () => {
    const talk = new Talked().do('order', 'small', file('a.jpg'), 'done', 'ok');
    const more = {
      ...ORDER,
      questions: (known: Parameters<NonNullable<Dialog['questions']>>[0]) => [
        ...(ORDER.questions?.(known) ?? []),
        ask('colour'),
      ],
    };
    talk.table = { ...TABLE, order: more };
    expect(talk.do('<send').keys).toEqual(['core:one-more', 'core:progress', 't:colour']);
    expect(talk.last.commands).toEqual([]);
  });

  it('cancels by button or word, sending nothing', () => {
    const talk = new Talked().do('order', 'big', 'отмена');
    expect(talk.keys).toEqual(['core:cancelled', 't:menu']);
    expect(talk.state).toMatchObject({ form: null, parked: [] });
  });

  it('skips only where that is allowed', () => {
    const talk = new Talked().do('order', 'пропустить');
    expect(talk.keys[0]).toBe('core:choose-below');
    expect(talk.state.form?.at).toBe('size');
  });
});

describe('what does not fit', () => {
  it.each<[string, Input, string]>([
    ['a sticker', { kind: 'unsupported', what: 'sticker' }, 'core:unexpected.sticker'],
    ['a voice message', { kind: 'unsupported', what: 'voice' }, 'core:unexpected.voice'],
    ['a file', file('a.jpg'), 'core:unexpected.file'],
    ['a file that is too large', { kind: 'file-refused', why: 'too-large' }, 'core:file-refused.too-large'],
    ['a contact', { kind: 'contact', phone: '1', own: true }, 'core:unexpected.contact'],
    ['a word', { kind: 'text', text: 'ну' }, 'core:choose-below'],
    ['an old button', { kind: 'press', payload: 'c.0.big' }, 'core:old-button'],
    ['a forged choice', { kind: 'press', payload: 'c.1.huge' }, 'core:choose-below'],
    ['a line that is not there', { kind: 'press', payload: 'e.1.size' }, 'core:choose-below'],
    ['a send before the summary', { kind: 'press', payload: 'm.1.send' }, 'core:choose-below'],
    ['nonsense', { kind: 'press', payload: '{"a":1}' }, 'core:old-button'],
  ])('%s is answered in words and the question is asked again', (_name, input, key) => {
    const talk = new Talked().do('order', input);
    expect(talk.keys).toEqual([key, 'core:progress', 't:size']);
    expect(talk.state.form?.at).toBe('size');
    expect(talk.buttons).toContain('t:big');
  });

  it('brings the menu where nothing is open', () => {
    expect(new Talked().do('ну').keys).toEqual(['t:menu']);
    expect(new Talked().do({ kind: 'unsupported', what: 'voice' }).keys).toEqual(['core:unexpected.voice', 't:menu']);
    expect(new Talked().do({ kind: 'press', payload: 'g.gone' }).keys).toEqual(['core:old-button', 't:menu']);
    expect(new Talked().do({ kind: 'press', payload: 'g.constructor' }).keys).toEqual(['core:old-button', 't:menu']);
  });

  it('does not open what is not for this person', () => {
    expect(new Talked().do({ kind: 'press', payload: 'g.work' }).keys).toEqual(['core:not-for-you', 't:menu']);
    const talk = new Talked();
    talk.options = { of: 'specialist' };
    expect(talk.do({ kind: 'press', payload: 'g.work' }).keys).toEqual(['t:menu']);
  });

  it('adds the menu to a screen that forgot its buttons', () => {
    expect(new Talked().do('помощь').buttons).toEqual(['core:menu']);
  });

  it('ignores a result that nobody waits for', () => {
    const talk = new Talked().do('order', { kind: 'result', result: { of: 'set-language', kind: 'done' } });
    expect(talk.last.replies).toEqual([]);
    expect(talk.state.form?.at).toBe('size');
  });
});

describe('leaving and coming back', () => {
  it('sets a form aside at the menu, offers it at once, and takes it up where it was', () => {
    const talk = new Talked().do('order', 'big', 'меню');
    expect(talk.keys).toEqual(['core:parked', 't:menu']);
    expect(talk.buttons[0]).toBe('core:continue');
    talk.do('<resume');
    expect(talk.keys).toEqual(['core:resumed', 'core:progress', 't:wheels']);
    expect(talk.buttons).toContain('core:restart');
  });

  it('takes it up days later by opening the dialog again', () => {
    const talk = new Talked().do('order', 'big', 'меню');
    talk.today = day('2026-06-20');
    expect(talk.do('order').keys).toEqual(['core:resumed', 'core:progress', 't:wheels']);
    expect(talk.do('<restart').keys).toEqual(['core:progress', 't:size']);
    expect(talk.state.parked).toEqual([]);
  });

  it('forgets a form of last month', () => {
    const talk = new Talked().do('order', 'big', 'меню');
    talk.today = day('2026-07-20');
    expect(talk.do('order').keys).toEqual(['core:progress', 't:size']);
  });

  it('welcomes who comes back on another day and has lost the thread', () => {
    const talk = new Talked().do('order', 'big');
    talk.today = day('2026-06-05');
    expect(talk.do('слишком длинный ответ').keys.slice(0, 2)).toEqual(['core:welcome-back', 'core:read.text-too-long']);
    expect(talk.do('слишком длинный ответ').keys[0]).toBe('core:read.text-too-long');
  });

  it('does not keep a form nobody has answered anything in', () => {
    expect(new Talked().do('order', 'меню').state.parked).toEqual([]);
  });

  it('keeps five forms at most, newest first', () => {
    const talk = new Talked();
    for (const argument of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
      talk.do({ kind: 'press', payload: goPress('order', argument) }, 'small', 'меню');
    expect(talk.state.parked.map((form) => form.argument)).toEqual(['g', 'f', 'e', 'd', 'c']);
  });

  it('restarts politely when the questions have another version', () => {
    const talk = new Talked().do('order', 'big');
    talk.table = { ...TABLE, order: { ...ORDER, version: 3 } };
    expect(talk.do('4').keys).toEqual(['core:form-changed', 't:menu']);
    const parked = new Talked().do('order', 'big', 'меню');
    parked.table = talk.table;
    expect(parked.do('order').keys).toEqual(['core:progress', 't:size']);
  });

  it('drops a form whose dialog is gone, or that this person may not use any more', () => {
    const talk = new Talked().do('order', 'big');
    talk.table = { menu: MENU, help: HELP, work: STAFF };
    expect(talk.do('4').keys).toEqual(['core:form-changed', 't:menu']);
  });

  it('starts anew from a stored state of an unknown shape', () => {
    for (const stored of [null, 7, 'x', {}, { v: 2, form: {} }]) expect(readState(stored)).toEqual(NEW_TALK);
  });
});

describe('a turn', () => {
  it('makes every older button stale, and a button pressed twice is told from a fresh one', () => {
    const talk = new Talked().do('order');
    const payload = choicePress(talk.state.turn, 'big');
    talk.do({ kind: 'press', payload });
    expect(talk.do({ kind: 'press', payload }).keys[0]).toBe('core:old-button');
    expect(talk.state.form?.answers).toEqual({ size: 'big' });
  });

  it('is the same for the same arguments, and leaves its arguments as they were', () => {
    const { state } = new Talked().do('order', 'big');
    const before = JSON.stringify(state);
    const view = viewOf({ of: 'newcomer' }, TODAY);
    const make = () => step(TABLE, state, { kind: 'text', text: '4' }, view, TODAY);
    expect(make()).toEqual(make());
    expect(JSON.stringify(state)).toBe(before);
  });

  it('drops an argument that no link of ours carries', () => {
    const talk = new Talked().do({ kind: 'press', payload: 'g.order.a b\u0000' }, 'small');
    expect(talk.state.form?.argument).toBeNull();
  });

  it('finds a circle of dialogs instead of running for ever', () => {
    const talk = new Talked();
    talk.table = { ...TABLE, order: { ...ORDER, open: () => ({ kind: 'go', to: 'order' }) } };
    expect(() => talk.do('order')).toThrow('circle');
  });
});
