/** The head sees where people come from: the whole office first, then each link. */
import type { Text } from '../../texts/text.ts';
import type { Dialog } from '../dialog.ts';
import { goOption } from '../options.ts';
import { SOURCE_STEPS, type SourceLine } from '../source-command.ts';
import { pageButtons, pageFrom, sourceText } from '../source-wording.ts';
import { pageText } from './paging.ts';
import { onKind } from './refusal.ts';
import { ended, lines, staffText } from './wording.ts';

/** Blocks of the longest bar: it fits the narrowest phone. */
const LONGEST_BAR = 10;

/** One screen: totals as bars, a line of counts for each link; the argument is the page. */
export const SOURCES: Dialog = {
  id: 'sources',
  version: 1,
  audience: 'head',
  content: 'personal',
  open: ({ argument }) => ({ kind: 'run', commands: [{ kind: 'list-sources', page: pageFrom(argument) }] }),
  onResult: onKind('sources', (sources) => {
    const make = [goOption(staffText('go.new-source'), 'new-source')];
    if (sources.lines.length === 0) return ended([sourceText('list.empty')], [make]);
    const texts = [
      lines([sourceText('list.title'), ...totalLines(sources.totals)]),
      ...sources.lines.map(sourceLine),
      sourceText('list.counted'),
      ...pageText(sources),
    ];
    return ended(texts, [make, pageButtons('sources', sources)]);
  }),
};

function totalLines(totals: SourceLine['counts']): Text[] {
  const most = Math.max(1, totals.opened);
  return SOURCE_STEPS.map((step) => {
    const length = Math.min(LONGEST_BAR, Math.ceil((totals[step] / most) * LONGEST_BAR));
    const bar = '▇'.repeat(length) || '·';
    return sourceText('list.bar', { bar, step: { text: sourceText(`step.${step}`) }, number: totals[step] });
  });
}

function sourceLine({ kind, name, counts }: SourceLine): Text {
  return lines([
    sourceText(`list.${kind}`, { name }),
    sourceText('list.counts', {
      opened: counts.opened,
      begun: counts['pre-check-begun'],
      finished: counts['pre-check-finished'],
      eligible: counts['likely-eligible'],
      contact: counts['contact-asked'],
      contract: counts.contract,
    }),
  ]);
}
