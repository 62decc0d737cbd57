/** Whatever anybody does, in any dialog: nothing breaks, everybody is answered, and everybody can go on. */
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { DialogState, Input, Reply, Turn } from '../../src/dialogs/dialog.ts';
import { DIALOGS } from '../../src/dialogs/index.ts';
import { goPress } from '../../src/dialogs/press.ts';
import { NEW_TALK, readState, step } from '../../src/dialogs/step.ts';
import type { View } from '../../src/dialogs/view.ts';
import { addDays, type Day, day } from '../../src/engine/day.ts';
import { resultOf } from '../support/results.ts';
import { TEXTS } from '../support/texts.ts';
import { fileNamed } from '../support/file-named.ts';
import { checkPayload } from '../support/transcript.ts';
import { CONTRACT_ID, viewOf, type ViewOptions } from '../support/views.ts';

const TODAY = day('2026-06-03');
const MOST_COMMANDS = 12;
/** Kinds of commands that came up: a test that reaches none of them would prove nothing. */
const asked = new Set<string>();

const LAST = {
  fact: { month: '2026-04', state: 'yes' },
  income: { month: '2026-03', items: [{ kind: 'wage', amount: '32000.00' }], household: null },
};
const PEOPLE: readonly ViewOptions[] = [
  { of: 'newcomer', languageChosen: false },
  { of: 'newcomer', language: 'en', offices: [] },
  { of: 'recipient' },
  { of: 'recipient', track: 'hardship', asks: { 'fact:2026-05': 'returned', 'income:2026-05': 'sent' } },
  {
    of: 'recipient',
    track: 'business',
    startsOn: '2025-05-12',
    endsOn: '2025-11-11',
    region: 'irkutsk',
    language: 'en',
  },
  { of: 'recipient', earlier: { before: '2026-05', state: 'accepted' }, contract: { lastAccepted: LAST as never } },
  { of: 'recipient', stoppedOn: '2026-04-01', stoppedUnderPoint49: true, remindersOn: false },
  { of: 'specialist', waiting: { queue: 3, today: 1, overdue: 2, contactRequests: 1 } },
  { of: 'head', language: 'en' },
  { of: 'partner' },
];

const ARGUMENTS = [
  '',
  `.${CONTRACT_ID}`,
  `.${CONTRACT_ID}~2026-05`,
  '.submission000001~1',
  '.today',
  '.week~2',
  '.x~y~z',
  '.duty000000000000',
];

/** Reckoning a contract's calendar anew in each of many thousand turns would be most of the work. */
const seen = new Map<ViewOptions, Map<Day, View>>();
function viewAt(options: ViewOptions, today: Day): View {
  const days = seen.get(options) ?? new Map<Day, View>();
  const view = days.get(today) ?? viewOf(options, today);
  seen.set(options, days.set(today, view));
  return view;
}

/** Turns as numbers and words, made into inputs by what is on the screen then. */
type Wish =
  | { readonly do: 'press'; readonly which: number }
  | { readonly do: 'open'; readonly which: number; readonly argument: number }
  | { readonly do: 'say'; readonly input: Input }
  /** Answers what is asked now as somebody would who wants to get through. */
  | { readonly do: 'answer'; readonly which: number }
  | { readonly do: 'wait'; readonly days: number };

/** Typed where there is nothing to press. */
const PLAUSIBLE: readonly Input[] = [
  { kind: 'text', text: '12 500' },
  { kind: 'file', file: fileNamed('c.jpg'), caption: null },
  { kind: 'text', text: '12.01.2026' },
  { kind: 'text', text: 'Петрова Анна Сергеевна' },
  { kind: 'text', text: '11.09.2026' },
  { kind: 'text', text: '2' },
];

const wish = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('press' as const), which: fc.nat(40) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      which: fc.nat(60),
      argument: fc.nat(ARGUMENTS.length - 1),
    }),
  },
  { weight: 24, arbitrary: fc.record({ do: fc.constant('answer' as const), which: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.nat(45) }) },
  {
    weight: 6,
    arbitrary: fc
      .oneof(
        fc
          .constantFrom(
            '12 500',
            '0',
            'Анна Петрова',
            '12.05.2026',
            '01.03.2026',
            '11.09.2026',
            'назад',
            'отмена',
            'меню',
            'пропустить',
            'отправить',
            'стоп',
            '/start',
            'СК-2026/99',
            'братск',
            '2',
            '+7 900 123-45-67',
            'ABCD-1234',
            'май',
            '-5',
            '{{count}} $t(core:menu)',
          )
          .map((text): Input => ({ kind: 'text', text })),
        fc.string({ maxLength: 80 }).map((text): Input => ({ kind: 'text', text })),
        fc
          .constantFrom('a.jpg', 'b.pdf')
          .map((name): Input => ({ kind: 'file', file: fileNamed(name), caption: null })),
        fc.constantFrom('too-large', 'wrong-type', 'unreadable').map((why): Input => ({ kind: 'file-refused', why })),
        fc.boolean().map((own): Input => ({ kind: 'contact', phone: '79001234567', own })),
        fc
          .constantFrom('sticker', 'voice', 'video', 'location', 'other')
          .map((what): Input => ({ kind: 'unsupported', what })),
        fc.option(fc.string({ maxLength: 70 })).map((token): Input => ({ kind: 'start', token })),
        fc.string({ maxLength: 64 }).map((payload): Input => ({ kind: 'press', payload })),
        fc
          .tuple(
            fc.constantFrom('c', 'm', 'e', 'g'),
            fc.nat(30),
            fc.constantFrom('yes', 'no', 'send', 'fact', 'resume', 'done'),
          )
          .map(([tag, turn, id]): Input => ({ kind: 'press', payload: `${tag}.${turn}.${id}` })),
      )
      .map((input) => ({ do: 'say' as const, input })),
  },
) satisfies fc.Arbitrary<Wish>;

/** A talk on a turned clock that checks every promise of the runner as it goes. */
class Talked {
  state: DialogState = NEW_TALK;
  today = TODAY;
  readonly options: ViewOptions;
  private readonly payloads: string[] = [];

  constructor(options: ViewOptions) {
    this.options = options;
  }

  make(wished: Wish, luck: number): void {
    if (wished.do === 'wait') this.today = addDays(this.today, wished.days);
    else this.turn(this.inputOf(wished), luck);
  }

  private inputOf(wished: Exclude<Wish, { do: 'wait' }>): Input {
    if (wished.do === 'say') return wished.input;
    const ids = Object.keys(DIALOGS);
    if (wished.do === 'open')
      return {
        kind: 'press',
        payload: `g.${ids[wished.which % ids.length] ?? 'menu'}${ARGUMENTS[wished.argument] ?? ''}`,
      };
    if (wished.do === 'answer') return this.plausible(wished.which);
    const recent = this.payloads.slice(-40);
    return {
      kind: 'press',
      payload: recent[recent.length - 1 - (wished.which % Math.max(1, recent.length))] ?? goPress('menu'),
    };
  }

  private plausible(which: number): Input {
    const fresh = this.payloads.filter((payload) => payload.split('.')[1] === String(this.state.turn));
    const ahead = fresh.filter((payload) => payload.startsWith('c.') || /^m\.\d+\.(?:send|skip)$/.test(payload));
    const send = ahead.find((payload) => payload.endsWith('.send') || payload.endsWith('.done'));
    if (send !== undefined && which % 3 > 0) return { kind: 'press', payload: send };
    const payload = ahead[which % Math.max(1, ahead.length)];
    if (this.state.form && payload !== undefined && which % 5 > 0) return { kind: 'press', payload };
    if (this.state.form) return PLAUSIBLE[which % PLAUSIBLE.length] ?? { kind: 'text', text: '1' };
    const ids = Object.keys(DIALOGS);
    return {
      kind: 'press',
      payload: `g.${ids[which % ids.length] ?? 'menu'}${ARGUMENTS[which % ARGUMENTS.length] ?? ''}`,
    };
  }

  private turn(input: Input, luck: number): void {
    const said: Reply[] = [];
    const queue: Turn[] = [input];
    let commands = 0;
    for (let turn = queue.shift(); turn !== undefined; turn = queue.shift()) {
      const view = viewAt(this.options, this.today);
      const stepped = step(DIALOGS, readState(JSON.parse(JSON.stringify(this.state))), turn, view, this.today);
      must(isDeepStrictEqual(JSON.parse(JSON.stringify(stepped.state)), stepped.state), 'state is not plain JSON');
      this.state = stepped.state;
      said.push(...stepped.replies);
      for (const command of stepped.commands) {
        asked.add(command.kind);
        commands += 1;
        queue.push({ kind: 'result', result: resultOf(command, luck + commands, view, this.today) });
      }
      must(commands <= MOST_COMMANDS, 'commands lead in a circle');
    }
    this.check(said);
  }

  private check(said: readonly Reply[]): void {
    must(said.length > 0, 'nobody answered');
    for (const reply of said) {
      for (const language of ['ru', 'en'] as const)
        for (const text of reply.texts) must(TEXTS.render(language, text) !== '', `an empty text ${text.key}`);
      for (const option of (reply.options ?? []).flat()) {
        checkPayload(option.press);
        must(TEXTS.render('ru', option.label) !== '', 'a button without a label');
        this.payloads.push(option.press);
      }
    }
    must((said.at(-1)?.options ?? []).flat().length > 0, 'stranded');
  }
}

/** `expect` costs more than a turn of the talk, and there are very many turns. */
function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

describe('any talk', () => {
  it.each(
    PEOPLE.map((options) => [`${options.of} ${options.track ?? ''} ${options.language ?? ''}`, options] as const),
  )('of a %s is answered, rendered, and goes on', (_name, options) => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 60, size: 'max' }), fc.nat(200), (wishes, luck) => {
        const talk = new Talked(options);
        for (const [index, each] of wishes.entries()) talk.make(each, luck + index);
      }),
      { numRuns: 60 },
    );
  });

  it('opens every dialog with every argument for everybody', () => {
    for (const options of PEOPLE)
      for (const id of Object.keys(DIALOGS))
        for (const argument of ARGUMENTS)
          for (let luck = 0; luck < 4; luck += 1)
            new Talked(options).make({ do: 'say', input: { kind: 'press', payload: `g.${id}${argument}` } }, luck);
  });

  it('gets far enough to ask for most commands', () => {
    expect([...asked]).toEqual(expect.arrayContaining(['submit-month', 'ask-contact', 'open-month', 'list-queue']));
    expect(asked.size).toBeGreaterThan(18);
  });
});
