import type { CommandResult } from '../command.ts';
import type { Dialog, Ending } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import { readPlaceName } from '../source-name.ts';
import { sourceHandoutTexts, sourceText } from '../source-wording.ts';

const WHOLE = 'whole';

/** A partner makes a link: one for all, or one for a group or a place of theirs. */
export const NEW_LINK: Dialog = {
  id: 'new-link',
  version: 1,
  audience: 'partner',
  content: 'public',
  open: () => ({ kind: 'ask' }),
  questions: () => [
    {
      id: 'name',
      ask: [sourceText('own.name')],
      choices: [[{ id: WHOLE, label: sourceText('own.whole') }]],
      read: (input) => (input.kind === 'choice' ? { kind: 'answered', value: null } : readPlaceName(input)),
    },
  ],
  finish: ({ answers }) => {
    const { name } = answers;
    return { replies: [], commands: [{ kind: 'make-own-source', name: typeof name === 'string' ? name : null }] };
  },
  onResult: (result) => handedOver(result),
};

function handedOver(result: CommandResult): Ending {
  const options = [[goOption(sourceText('own.links'), 'my-links'), menuOption()]];
  if (result.kind !== 'source-handout')
    return { replies: [{ texts: [sourceText('own.closed')], options, content: 'public' }] };
  const { handout } = result;
  const files = [handout.png, handout.svg, handout.sheet];
  return { replies: [{ texts: sourceHandoutTexts(handout), options, files, content: 'public' }] };
}
