/** A channel without buttons: choices are numbered in the text, and a typed number is the press. */
import { describe, expect, it } from 'vitest';
import type { Dialog, DialogState, Stepped } from '../../src/dialogs/dialog.ts';
import { readChoice } from '../../src/dialogs/read/read-choice.ts';
import { readMoney } from '../../src/dialogs/read/read-money.ts';
import { NEW_TALK, step } from '../../src/dialogs/step.ts';
import type { View } from '../../src/dialogs/view.ts';
import { day } from '../../src/engine/day.ts';
import { viewOf } from '../support/views.ts';

const today = day('2026-11-22');
const form: Dialog = {
  id: 'form',
  version: 1,
  audience: 'anyone',
  content: 'public',
  open: () => ({ kind: 'ask' }),
  questions: () => [
    {
      id: 'kind',
      ask: [{ key: 'ask:kind' }],
      choices: [[{ id: 'wage', label: { key: 'c:wage' } }], [{ id: 'other', label: { key: 'c:other' } }]],
      read: readChoice,
    },
    {
      id: 'sum',
      ask: [{ key: 'ask:sum' }],
      choices: [[{ id: 'none', label: { key: 'c:none' } }]],
      read: (input) => (input.kind === 'choice' ? readChoice(input) : readMoney(input)),
    },
  ],
  finish: ({ answers }) => ({ replies: [{ texts: [{ key: JSON.stringify(answers) }], content: 'public' }] }),
};
const menu: Dialog = {
  ...form,
  id: 'menu',
  open: () => ({
    kind: 'say',
    replies: [
      { texts: [{ key: 'menu' }], options: [[{ label: { key: 'open' }, press: 'g.form' }]], content: 'public' },
    ],
  }),
};
const DIALOGS = { form, menu };

function talk(choosesByNumber: boolean, ...words: string[]): Stepped {
  const view: View = { ...viewOf({ of: 'newcomer' }, today), choosesByNumber };
  let state: DialogState = NEW_TALK;
  let last: Stepped = { state, replies: [], commands: [] };
  for (const text of words) {
    last = step(DIALOGS, JSON.parse(JSON.stringify(state)) as DialogState, { kind: 'text', text }, view, today);
    ({ state } = last);
  }
  return last;
}
const said = (stepped: Stepped) => stepped.replies.flatMap(({ texts }) => texts.map(({ key }) => key));

describe('where there are no buttons', () => {
  it('a number opens what the screen offered and chooses under a question', () => {
    expect(said(talk(true, 'привет', '1'))).toContain('ask:kind');
    expect(said(talk(true, 'привет', '1', '2'))).toContain('ask:sum');
  });

  it('a number that is an answer by itself stays one, and the choice is asked for as /1', () => {
    expect(talk(true, 'привет', '1', '2').replies[0]?.numbersTaken).toBe(true);
    expect(said(talk(true, 'привет', '1', '2', '1'))).toEqual(['{"kind":"other","sum":"1.00"}']);
    expect(said(talk(true, 'привет', '1', '2', '/1'))).toEqual(['{"kind":"other","sum":"none"}']);
  });

  it('a number nobody offered is asked again', () => {
    expect(said(talk(true, 'привет', '1', '9'))).toContain('core:choose-below');
  });
});

describe('where there are buttons', () => {
  it('a number is never a press, and nothing offered is kept', () => {
    expect(said(talk(false, 'привет', '1'))).toEqual(['menu']);
    expect(talk(false, 'привет').state).not.toHaveProperty('offered');
  });
});
