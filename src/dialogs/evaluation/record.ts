/** Keeps the monthly record: what was accepted or answered is filled in already and waits for a look. */
import { day } from '../../engine/day.ts';
import type { CommandResult } from '../command.ts';
import type { Answers, Dialog, Ending, Known } from '../dialog.ts';
import type { MonitoringCard } from '../evaluation-card.ts';
import { goOption } from '../options.ts';
import { textOf, textOrNull } from '../specialist/kept-answers.ts';
import { ended, lines } from '../specialist/wording.ts';
import { dutyCardText, whoseText } from './duty-head.ts';
import { dutyIdOf, onResultOfForm, openDuty, paperMade, waitsForHead } from './form-of-duty.ts';
import { heldDuty } from './held.ts';
import { monitoringTexts } from './monitoring-figures.ts';
import {
  CONDITIONS,
  FACTS,
  HARDSHIPS,
  isOpen,
  methodsOf,
  oneOf,
  recordQuestions,
  REGISTRATIONS,
} from './record-questions.ts';
import { dutyOption, evaluationText, papersRow } from './wording.ts';

/** Argument: the id of the record's duty. */
export const RECORD: Dialog = {
  id: 'record',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openDuty,
  questions: ({ answers, today }) => {
    const card = heldDuty(answers, 'monitoring');
    if (card === null) return [];
    const ask = evaluationText(card.track === 'hardship' ? 'record.conditions.ask' : 'record.fact.ask');
    return recordQuestions(card, answers, today, lines([dutyCardText(card), whoseText(card), ask]));
  },
  summary: ({ answers }) => {
    const card = heldDuty(answers, 'monitoring');
    const what = evaluationText(isOpen(answers) ? 'record.summary-open' : 'record.summary');
    return card === null ? [what] : [lines([dutyCardText(card), whoseText(card)]), ...monitoringTexts(card), what];
  },
  finish: (known) => finish(known),
  onResult: onResultOfForm({
    kinds: ['monitoring'],
    blocked: (card, { today }) => (today < card.opensOn ? tooEarly(card) : waitsForHead(card)),
    known: (card, known) => suggested(card, known),
    done: (result) => (result.kind === 'duty' ? leftOpen(result) : paperMade(result)),
  }),
};

/** A month is checked in its own time. */
function tooEarly({ dutyId, opensOn, dueOn }: MonitoringCard): Ending {
  const said = evaluationText('duty.later', { opens: { day: opensOn }, due: { day: dueOn } });
  return ended([said], [[dutyOption(dutyId)], papersRow()]);
}

/** What is kept already, else what was accepted or answered: a look and a press are enough. */
function suggested(card: MonitoringCard, { today }: Known): Answers {
  const { record, suggestion } = card;
  const hardship = card.track === 'hardship';
  const kept = record.checkedOn !== null && record.fact !== 'no-answer' && record.conditions !== 'no-answer';
  const from = kept ? record : suggestion;
  if (from === null) return {};
  const by = methodsOf(card).find((each) => each === from.confirmedBy);
  const paper = by === 'papers' ? 'paper-needed' : 'paper';
  const words = from.paperWords;
  return {
    ...(!hardship && from.fact !== null ? { fact: from.fact } : {}),
    ...(hardship && from.conditions !== null ? { conditions: from.conditions } : {}),
    ...(record.hardship === null ? {} : { hardship: record.hardship }),
    ...(record.registeredAs === null ? {} : { 'registered-as': record.registeredAs }),
    'checked-on': kept ? record.checkedOn : today,
    ...(by === undefined ? {} : { 'confirmed-by': by }),
    ...(by === undefined || (by === 'papers' && words === null) ? {} : { [paper]: words }),
  };
}

function finish({ answers, argument }: Known): Ending {
  const card = heldDuty(answers, 'monitoring');
  if (card === null) throw new Error('a form of a record without its duty');
  const { track } = card;
  const open = isOpen(answers);
  const command = {
    kind: 'keep-record',
    dutyId: dutyIdOf(argument) ?? '',
    fact: track === 'hardship' ? null : oneOf(FACTS, answers['fact']),
    conditions: track === 'hardship' ? oneOf(CONDITIONS, answers['conditions']) : null,
    hardship: track === 'hardship' && !open ? oneOf(HARDSHIPS, answers['hardship']) : null,
    checkedOn: day(textOf(answers, 'checked-on')),
    confirmedBy: open ? null : oneOf(methodsOf(card), answers['confirmed-by']),
    paperWords: textOrNull(answers, 'paper-needed') ?? textOrNull(answers, 'paper'),
    registeredAs: REGISTRATIONS.find((each) => each === answers['registered-as']) ?? null,
  } as const;
  return { replies: [], commands: [command] };
}

/** No answer is no "not confirmed": the record stays open, and the next step is to ask. */
function leftOpen({ card }: Extract<CommandResult, { kind: 'duty' }>): Ending {
  const month = card.kind === 'monitoring' ? card.month : null;
  const ask =
    month === null || card.track === 'hardship'
      ? [goOption(evaluationText('go.survey'), 'survey', card.contractId)]
      : [goOption(evaluationText('go.inquiry'), 'inquiry', `${card.contractId}~${month}`)];
  return ended([evaluationText('record.left-open')], [ask, [dutyOption(card.dutyId)], papersRow()]);
}
