import type { Dialog, Ending } from '../dialog.ts';
import { JOIN, MENU } from '../options.ts';
import { keepLanguage, languageQuestion } from './language.ts';
import { WELCOME } from './menu.ts';

/** The first meeting: the language, then where the link leads, or the menu with a word of what this is. */
export const START_DIALOG: Dialog = {
  id: 'start',
  version: 1,
  audience: 'anyone',
  content: 'public',
  open: ({ argument, view }) => (view.person.languageChosen ? { kind: 'go', ...onward(argument) } : { kind: 'ask' }),
  questions: () => [languageQuestion('start.hello')],
  finish: ({ answers }) => keepLanguage(answers['language']),
  onResult: (_result, { argument }) => ({ replies: [], next: onward(argument) }),
};

function onward(token: string | null): Exclude<Ending['next'], string | undefined> {
  return token === null ? { to: MENU, argument: WELCOME } : { to: JOIN, argument: token };
}
