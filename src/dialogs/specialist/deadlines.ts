/** What the office owes today, this week, and what is overdue. */
import { type DeadlineSpan } from '../codes.ts';
import type { CommandResult } from '../command.ts';
import type { Dialog, Ending, Known, Option } from '../dialog.ts';
import { goOption } from '../options.ts';
import type { DutyLine } from '../view.ts';
import { dutyLine } from './duty-words.ts';
import { pageRow, pageText, readPage } from './paging.ts';
import { onKind } from './refusal.ts';
import { isHead } from './staff-of.ts';
import { ended, lines, staffText } from './wording.ts';

const SPANS = ['today', 'week', 'overdue'] as const satisfies readonly DeadlineSpan[];

/** Argument `today`, `week` or `overdue`, with `~page` after it. */
export const DEADLINES: Dialog = {
  id: 'deadlines',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const [span, page] = (argument ?? '').split('~');
    return { kind: 'run', commands: [{ kind: 'list-deadlines', span: readSpan(span), page: readPage(page) }] };
  },
  onResult: onKind('deadlines', (deadlines, known) => show(deadlines, known)),
};

function show(deadlines: Extract<CommandResult, { kind: 'deadlines' }>, { view, today }: Known): Ending {
  const { span, counts } = deadlines;
  const tabs = SPANS.map((each) =>
    goOption(staffText(`deadlines.tab.${each}`, { number: counts[each] }), 'deadlines', each),
  );
  const title = staffText(`deadlines.title.${span}`, { number: counts[span] });
  if (deadlines.lines.length === 0) return ended([title, staffText(`deadlines.empty.${span}`)], [tabs]);
  const rows = deadlines.lines.map((duty, index) => dutyLine(duty, index + 1, today, isHead(view)));
  const buttons = deadlines.lines.map((duty, index) => dutyOptions(duty, index + 1));
  const texts = [title, lines(rows), ...pageText(deadlines)];
  return ended(texts, [...buttons, pageRow('deadlines', deadlines, (page) => `${span}~${page}`), tabs]);
}

/** The duty itself and its contract, marked with the place of the line. */
export function dutyOptions({ dutyId, contractId, contractNumber }: DutyLine, place: number): readonly Option[] {
  return [
    goOption(staffText('deadlines.open', { place }), 'duty', dutyId),
    goOption(staffText('deadlines.contract', { place, contract: contractNumber }), 'contract', contractId),
  ];
}

function readSpan(text: string | undefined): DeadlineSpan {
  return SPANS.find((span) => span === text) ?? 'today';
}
