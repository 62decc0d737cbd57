/** Records that a batch left for a person: each by name with its reason, and a way to it. */
import type { Text } from '../../texts/text.ts';
import type { Option } from '../dialog.ts';
import type { LeftRecord } from '../evaluation-command.ts';
import { goOption } from '../options.ts';
import { shortName } from '../specialist/short-name.ts';
import { lines } from '../specialist/wording.ts';
import { leftRecordText } from './code-words.ts';
import { evaluationText } from './wording.ts';

const SHOWN = 10;

/** One text, or none where nothing was left; the rest of many is a number. */
export function leftRecordTexts(left: readonly LeftRecord[]): readonly Text[] {
  if (left.length === 0) return [];
  const more = left.length - SHOWN;
  return [
    lines([
      evaluationText('records-month.left'),
      ...left.slice(0, SHOWN).map((each, index) => leftText(each, index + 1)),
      ...(more > 0 ? [evaluationText('records-month.more', { count: more })] : []),
    ]),
  ];
}

/** A button for each that is named, two in a row. */
export function leftRecordOptions(left: readonly LeftRecord[]): readonly (readonly Option[])[] {
  const options = left.slice(0, SHOWN).map((each, index) => leftOption(each, index + 1));
  return options.flatMap((_option, at) => (at % 2 === 0 ? [options.slice(at, at + 2)] : []));
}

function leftText({ contractNumber, recipientName, why }: LeftRecord, place: number): Text {
  const facts = { place, name: shortName(recipientName), contract: contractNumber, why: { text: leftRecordText(why) } };
  return evaluationText('records-month.left-line', facts);
}

function leftOption({ dutyId, recipientName }: LeftRecord, place: number): Option {
  return goOption(evaluationText('papers.open', { place, name: shortName(recipientName) }), 'duty', dutyId);
}
