/** "Waiting for me": every paper, answer and signature that waits, the most urgent first, one press to each. */
import type { CommandResult } from '../command.ts';
import type { Dialog, Ending, Known, Option } from '../dialog.ts';
import type { WorkLine } from '../evaluation-card.ts';
import { goOption } from '../options.ts';
import { pageRow, pageText, readPage } from '../specialist/paging.ts';
import { shortName } from '../specialist/short-name.ts';
import { isHead } from '../specialist/staff-of.ts';
import { ended } from '../specialist/wording.ts';
import { onResultOf, refusedEnding } from './refusal.ts';
import { workLineText, workOption } from './work-line.ts';
import { evaluationText } from './wording.ts';

/** The argument is the page. */
export const PAPERS: Dialog = {
  id: 'papers',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => ({ kind: 'run', commands: [{ kind: 'list-work', page: readPage(argument) }] }),
  onResult: onResultOf('work', show, (refusal) => refusedEnding(refusal)),
};

function show(work: Extract<CommandResult, { kind: 'work' }>, { view, today }: Known): Ending {
  if (work.lines.length === 0) return ended([evaluationText('papers.empty')], toolRows(isHead(view)));
  const texts = [
    evaluationText('papers.title', { number: work.total }),
    ...work.lines.map((line, index) => workLineText(line, index + 1, today)),
    ...pageText(work),
  ];
  const buttons = work.lines.map((line, index) => [
    workOption(line, evaluationText('papers.open', { place: index + 1, name: shortName(line.recipientName) })),
  ]);
  return ended(texts, [...buttons, ...monthRows(work.lines), pageRow('papers', work), ...toolRows(isHead(view))]);
}

/** All records of a month with one press each, where some of them stand in the list: those to sign first. */
function monthRows(lines: readonly WorkLine[]): readonly (readonly Option[])[] {
  const records = lines.filter(({ kind, month }) => kind === 'monitoring' && month !== null);
  return (['approve', 'prepare'] as const).flatMap((step) => {
    const of = records.filter(({ why, draft }) =>
      step === 'approve' ? why === 'to-approve' : why === 'duty' && !draft,
    );
    const months = [...new Set(of.flatMap(({ month }) => month ?? []))].sort();
    return months.map((month) => [
      goOption(evaluationText(`go.records-${step}`, { month: { month } }), 'records-month', `${month}~${step}`),
    ]);
  });
}

/** Work on many papers at once. */
function toolRows(head: boolean): readonly (readonly Option[])[] {
  const all = [
    goOption(evaluationText('go.records-month'), 'records-month'),
    goOption(evaluationText('go.register'), 'register'),
  ];
  const ofHead = [
    goOption(evaluationText('go.office-archive'), 'office-archive'),
    goOption(evaluationText('go.templates'), 'templates'),
  ];
  return head ? [all, ofHead] : [all];
}
