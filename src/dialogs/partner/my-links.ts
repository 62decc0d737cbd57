import type { Text } from '../../texts/text.ts';
import type { CommandResult } from '../command.ts';
import type { Dialog, Ending, Known, Option } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import { type OwnSourceLine, SOURCE_STEPS, type VeiledCount } from '../source-command.ts';
import { pageButtons, pageFrom, sourceText } from '../source-wording.ts';

/** A partner's own links and how far each got; the argument is the page. */
export const MY_LINKS: Dialog = {
  id: 'my-links',
  version: 1,
  audience: 'partner',
  content: 'public',
  open: ({ argument }) => ({ kind: 'run', commands: [{ kind: 'list-own-sources', page: pageFrom(argument) }] }),
  onResult: (result, known) => screen(result, known),
};

function screen(result: CommandResult, { view }: Known): Ending {
  if (result.kind !== 'own-sources') return ending([sourceText('own.closed')], []);
  const title = sourceText('own.title', { name: view.person.partner?.name ?? '' });
  if (result.lines.length === 0) return ending([title, sourceText('own.empty')], [newLink()]);
  const texts = [title, ...result.lines.map(line), sourceText('own.few')];
  return ending(texts, [newLink(), pageButtons('my-links', result)]);
}

function line({ name, counts }: OwnSourceLine): Text {
  const steps = SOURCE_STEPS.map((step) =>
    sourceText('own.step', { step: { text: sourceText(`step.${step}`) }, number: numberOf(counts[step]) }),
  );
  return { key: 'core:lines', facts: { lines: { list: [sourceText('name', { name }), ...steps], as: 'lines' } } };
}

function numberOf(count: VeiledCount): number | { readonly text: Text } {
  return count === 'few' ? { text: sourceText('own.fewer-than-five') } : count;
}

function newLink(): readonly Option[] {
  return [goOption(sourceText('own.new'), 'new-link')];
}

function ending(texts: readonly Text[], rows: readonly (readonly Option[])[]): Ending {
  return {
    replies: [{ texts, options: [...rows.filter((row) => row.length > 0), [menuOption()]], content: 'public' }],
  };
}
