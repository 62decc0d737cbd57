import type { Text } from '../../texts/text.ts';
import type { CommandResult } from '../command.ts';
import type { Answers, Dialog, Ending, Known, Opening, Option, Question, Reply } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import { type AskedMonth, askedMonths, monthArgument } from './asked-months.ts';
import { answersOf, monthAnswersOf, saysNothing, unchangedAnswers } from './month-answers.ts';
import { monthOfArgument, wasSent } from './month-of.ts';
import { itemsText, monthQuestions, unchangedLines } from './month-questions.ts';
import { citizenText, lawWord, linesText } from './wording.ts';

/** The recipient says what was in a month: fact and income with their papers, checked before sending. Also the way to correct one. */
export const CONFIRM_MONTH: Dialog = {
  id: 'confirm-month',
  version: 1,
  audience: 'recipient',
  content: 'personal',
  open: opening,
  questions: (known) => {
    const asked = monthOfArgument(known.argument, known.view);
    return asked === null ? [] : questions(asked, known);
  },
  summary: ({ answers, argument, view }) => {
    const asked = monthOfArgument(argument, view);
    return asked === null ? null : check(asked, answers);
  },
  finish: (known) => {
    const asked = monthOfArgument(known.argument, known.view);
    return asked === null ? { replies: [nothingAsked(known)] } : send(asked, known);
  },
  onResult: (result, known) => told(result, known),
};

function opening({ argument, view }: Omit<Known, 'answers'>): Opening {
  if (argument === null) {
    const [first] = askedMonths(view.contracts);
    return first
      ? { kind: 'go', to: 'confirm-month', argument: monthArgument(first) }
      : { kind: 'say', replies: [nothingAsked({ view })] };
  }
  const asked = monthOfArgument(argument, view);
  if (asked === null) return { kind: 'say', replies: [nothingAsked({ view })] };
  if (wasSent(asked))
    return { kind: 'run', commands: [{ kind: 'open-month', contractId: asked.contract.id, month: asked.month }] };
  return { kind: 'ask', say: [title(asked)] };
}

/** "Nothing has changed" answers the rest by itself: what it filled in is not asked again, only papers are. */
function questions(asked: AskedMonth, known: Known): Question[] {
  const unchanged = known.answers['unchanged'] === 'yes' ? unchangedAnswers(asked) : null;
  if (unchanged === null) return monthQuestions(asked, known);
  const answers: Answers = { ...unchanged, ...known.answers };
  return monthQuestions(asked, { ...known, answers }).filter(({ id }) => !(id in unchanged));
}

/** Head of the summary; what "nothing has changed" fills in has no question, so it stands here. */
function check(asked: AskedMonth, answers: Answers): Text[] {
  const head = citizenText('month.check', { month: { month: asked.month } });
  const unchanged = answers['unchanged'] === 'yes' ? unchangedAnswers(asked) : null;
  return unchanged === null ? [head] : [linesText([head, ...unchangedLines(asked, unchanged)])];
}

function title(asked: AskedMonth): ReturnType<typeof citizenText> {
  return citizenText('month.title', { month: { month: asked.month }, items: itemsText(asked) });
}

function send(asked: AskedMonth, known: Known): Ending {
  const unchanged = known.answers['unchanged'] === 'yes' ? unchangedAnswers(asked) : null;
  const said = monthAnswersOf(asked, { ...unchanged, ...known.answers });
  if (saysNothing(said))
    return { replies: [{ texts: [citizenText('month.nothing-said')], options: ways(known), content: 'personal' }] };
  const { contract, month, items } = asked;
  return {
    replies: [],
    commands: [{ kind: 'submit-month', contractId: contract.id, month, asked: items, answers: said }],
  };
}

function told(result: CommandResult, known: Known): Ending {
  if (result.kind === 'month') return corrects(result, known);
  if (result.kind === 'month-submitted') return { replies: [receipt(result, known)] };
  const gone = result.kind === 'refused' && result.why !== 'faults' && result.why !== 'changed-meanwhile';
  if (gone) return { replies: [nothingAsked(known)] };
  return { replies: [], say: [citizenText('month.try-again')], next: 'stay' };
}

/** A month sent before: its answers stand in the form, the reason of a return at its head. */
function corrects({ card }: Extract<CommandResult, { kind: 'month' }>, { argument, view }: Known): Ending {
  const asked = monthOfArgument(argument, view);
  if (asked === null || card === null)
    return { replies: [], say: asked ? [title(asked)] : [], next: 'stay', answers: {} };
  const { decision } = card;
  const returned = decision !== null && asked.returned;
  const reason = returned && decision.reason !== null ? [lawWord(`return-reason.${decision.reason}`)] : [];
  return {
    replies: [],
    say: [
      title(asked),
      ...reason.map((text) => citizenText('month.returned', { reason: { text } })),
      ...(returned && decision.words ? [citizenText('month.returned-words', { words: decision.words })] : []),
    ],
    next: 'stay',
    answers: { _corrects: true, ...answersOf(card.answers, asked.items) },
  };
}

/** The income of a month whose fact was sent before is a further revision and no correction. */
function receipt(result: Extract<CommandResult, { kind: 'month-submitted' }>, { view, answers }: Known): Reply {
  const facts = { month: { month: result.month }, number: result.receipt };
  const corrected = result.revision > 1 && answers['_corrects'] === true;
  return {
    texts: [citizenText(corrected ? 'month.sent-again' : 'month.sent', facts), citizenText('month.what-next')],
    options: ways({ view }),
    content: 'personal',
  };
}

function nothingAsked({ view }: Pick<Known, 'view'>): Reply {
  return { texts: [citizenText('month.not-asked')], options: ways({ view }), content: 'personal' };
}

/** The next month that waits, if any, and the ways back. */
function ways({ view }: Pick<Known, 'view'>): Option[][] {
  const [next] = askedMonths(view.contracts);
  return [
    ...(next
      ? [[goOption(citizenText('go.confirm', { month: { month: next.month } }), 'confirm-month', monthArgument(next))]]
      : []),
    [goOption(citizenText('go.my-contract'), 'my-contract'), menuOption()],
  ];
}
