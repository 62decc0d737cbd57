/** The words behind a messenger's "Menu" button, by who the person is. The commands themselves are read by `dialogs/spoken-move.ts`. */
import type { Texts } from './render.ts';
import type { Language } from './text.ts';

const COMMANDS = {
  citizen: ['menu', 'check', 'month', 'contract', 'stop', 'language', 'help'],
  specialist: ['work', 'papers', 'queue', 'deadlines', 'contracts', 'records', 'register', 'language', 'help'],
  head: ['work', 'papers', 'queue', 'deadlines', 'contracts', 'records', 'register', 'staff', 'language', 'help'],
} as const;

/** Commands of a role, most used first. */
export type CommandTexts = {
  readonly [role in keyof typeof COMMANDS]: readonly { readonly command: string; readonly description: string }[];
};

/** Commands with their descriptions in one language. */
export function commandTexts(texts: Texts, language: Language): CommandTexts {
  const described = (names: readonly string[]) =>
    names.map((command) => ({ command, description: texts.render(language, { key: `commands:${command}` }) }));
  return {
    citizen: described(COMMANDS.citizen),
    specialist: described(COMMANDS.specialist),
    head: described(COMMANDS.head),
  };
}
