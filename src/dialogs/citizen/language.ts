import type { Language } from '../../texts/text.ts';
import type { Dialog, Ending, Question, Reading } from '../dialog.ts';
import { menuOption } from '../options.ts';
import { citizenText } from './wording.ts';

const TYPED: { readonly [word: string]: Language } = {
  русский: 'ru',
  russian: 'ru',
  ru: 'ru',
  english: 'en',
  английский: 'en',
  en: 'en',
};

/** The question of the language, asked in both at once: nobody can answer what they cannot read. */
export function languageQuestion(ask: 'start.hello' | 'language.ask'): Question {
  return {
    id: 'language',
    ask: [citizenText(ask)],
    uncounted: true,
    choices: [
      [
        { id: 'ru', label: citizenText('language.ru') },
        { id: 'en', label: citizenText('language.en') },
      ],
    ],
    read: (input): Reading => {
      const word = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.text.trim().toLowerCase() : '';
      const language = Object.hasOwn(TYPED, word) ? TYPED[word] : undefined;
      return language ? { kind: 'answered', value: language } : { kind: 'again', say: [] };
    },
  };
}

/** Keeps the answer to `languageQuestion`. */
export function keepLanguage(answer: unknown): Ending {
  return { replies: [], commands: [{ kind: 'set-language', language: answer === 'en' ? 'en' : 'ru' }] };
}

/** Changes the language of everything that is said. Argument: none, or the language, where a switch has asked for it already. */
export const LANGUAGE: Dialog = {
  id: 'language',
  version: 1,
  audience: 'anyone',
  content: 'public',
  open: ({ argument }) => {
    const language = argument === null ? undefined : TYPED[argument];
    return language ? { kind: 'run', commands: [{ kind: 'set-language', language }] } : { kind: 'ask' };
  },
  questions: () => [languageQuestion('language.ask')],
  finish: ({ answers }) => keepLanguage(answers['language']),
  onResult: () => ({
    replies: [{ texts: [citizenText('language.set')], options: [[menuOption()]], content: 'public' }],
  }),
};
