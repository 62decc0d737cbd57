/** Messages to those who owe the papers: the morning digest and the nudges of single duties, most urgent first. */
import type { Day } from '../../engine/day.ts';
import type { Duty } from '../../engine/duties.ts';
import type { Text } from '../../texts/text.ts';
import type { Option, Reply } from '../dialog.ts';
import { goPress } from '../press.ts';
import { dutyText } from '../specialist/duty-words.ts';
import type { StaffView } from '../view.ts';

/** One duty with the step of nudging it came with. */
export interface NudgedDutyLine {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly specialistName: string;
  readonly duty: Pick<Duty, 'kind' | 'number' | 'month' | 'dueOn' | 'pending'>;
  readonly step: 'opened' | 'week-before' | 'three-days-before' | 'on-day' | 'overdue';
}

const ORDER: readonly NudgedDutyLine['step'][] = ['overdue', 'on-day', 'three-days-before', 'week-before', 'opened'];
const MOST_LINES = 20;

/** The duties under their steps; past twenty the rest is counted and one press away. `lines` is never empty. */
export function staffNudge(lines: readonly NudgedDutyLine[], toHead: boolean): Reply {
  const sorted = [...lines].sort(
    (left, right) =>
      ORDER.indexOf(left.step) - ORDER.indexOf(right.step) || (left.duty.dueOn < right.duty.dueOn ? -1 : 1),
  );
  const shown = sorted.slice(0, MOST_LINES);
  const texts: Text[] = [{ key: toHead ? 'notices:nudge.head-title' : 'notices:nudge.title' }];
  for (const step of ORDER) {
    const of = shown.filter((line) => line.step === step);
    if (of.length === 0) continue;
    texts.push({
      key: `notices:nudge.${step}`,
      facts: { lines: { list: of.map((line) => lineText(line, toHead)), as: 'lines' } },
    });
  }
  if (sorted.length > shown.length)
    texts.push({ key: 'notices:nudge.more', facts: { count: sorted.length - shown.length } });
  const first = shown[0];
  const open: Option[] =
    shown.length === 1 && first
      ? [{ label: { key: 'notices:nudge.open-contract' }, press: goPress('contract', first.contractId) }]
      : [];
  return {
    texts,
    options: [...(open.length > 0 ? [open] : []), [papersOption()], deadlineOptions()],
    content: 'personal',
  };
}

/** The morning digest: what waits today, in figures, with a button to each list. */
export function staffDigest(
  name: string,
  today: Day,
  waiting: StaffView['waiting'] & { readonly week: number },
): Reply {
  const quiet = waiting.queue + waiting.today + waiting.overdue + waiting.week + waiting.contactRequests === 0;
  const facts = { name, day: { day: today }, ...waiting };
  const options: Option[][] = [[papersOption(waiting.papers)], deadlineOptions()];
  if (waiting.queue > 0)
    options.unshift([
      { label: { key: 'notices:digest.open-queue', facts: { count: waiting.queue } }, press: goPress('queue') },
    ]);
  if (waiting.contactRequests > 0) {
    options.push([
      {
        label: { key: 'notices:digest.open-requests', facts: { count: waiting.contactRequests } },
        press: goPress('contact-requests'),
      },
    ]);
  }
  return {
    texts: [{ key: quiet ? 'notices:digest.quiet' : 'notices:digest.text', facts }],
    options,
    content: 'personal',
  };
}

/** From the morning message to a paper in two taps: the list, then the paper itself. `count`: where it is known. */
function papersOption(count = 0): Option {
  const label: Text =
    count > 0 ? { key: 'notices:digest.open-papers-counted', facts: { count } } : { key: 'notices:digest.open-papers' };
  return { label, press: goPress('papers') };
}

function deadlineOptions(): Option[] {
  return [
    { label: { key: 'notices:digest.open-today' }, press: goPress('deadlines', 'today') },
    { label: { key: 'notices:digest.open-overdue' }, press: goPress('deadlines', 'overdue') },
  ];
}

function lineText(line: NudgedDutyLine, toHead: boolean): Text {
  const { duty } = line;
  return {
    key: `notices:nudge.${toHead ? 'head-line' : 'line'}${duty.pending ? '-pending' : ''}`,
    facts: {
      what: { text: dutyText(duty) },
      contract: line.contractNumber,
      name: line.recipientName,
      specialist: line.specialistName,
      day: { day: duty.dueOn },
    },
  };
}
