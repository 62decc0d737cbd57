/** Dates that moved: from, to and why, in the order they will come. */
import type { Text } from '../../texts/text.ts';
import type { CommandResult } from '../command.ts';
import type { Ending } from '../dialog.ts';
import type { MovedDate } from '../evaluation-card.ts';
import { goOption } from '../options.ts';
import { dutyText } from '../specialist/duty-words.ts';
import { ended, lines, staffText } from '../specialist/wording.ts';
import { movedWhyText } from './code-words.ts';
import { caseOption, evaluationText, papersRow } from './wording.ts';

/** The new end, what moved with it, and the ways on. */
export function movedEnding(said: Text, moved: Extract<CommandResult, { kind: 'dates-moved' }>): Ending {
  const why = moved.moved[0]?.why;
  const head = lines([
    said,
    evaluationText('moved.end', { ends: { day: moved.endsOn } }),
    ...(why === undefined ? [] : [evaluationText('moved.why', { why: { text: movedWhyText(why) } })]),
  ]);
  const dates = moved.moved.filter(({ what }) => what !== 'end');
  const texts =
    dates.length === 0 ? [] : [lines([evaluationText('moved.title'), ...dates.map((each) => movedText(each))])];
  const excused = moved.excused === 0 ? [] : [evaluationText('moved.excused', { count: moved.excused })];
  const rows = [
    [goOption(staffText('contract.dates'), 'contract', `${moved.contractId}~dates`), caseOption(moved.contractId)],
    papersRow(),
  ];
  return ended([head, ...texts, ...excused], rows);
}

function movedText({ what, number, from, to }: MovedDate): Text {
  const name =
    what === 'end' ? evaluationText('moved.of-end') : dutyText({ kind: what, ...(number === null ? {} : { number }) });
  const facts = { what: { text: name } };
  if (from !== null && to !== null)
    return evaluationText('moved.line', { ...facts, from: { day: from }, to: { day: to } });
  if (to !== null) return evaluationText('moved.new', { ...facts, to: { day: to } });
  return from === null ? name : evaluationText('moved.gone', { ...facts, from: { day: from } });
}
