/** Words a person types instead of pressing a button: the way out is always a word away, on any channel. */
import type { FormMove } from './press.ts';

const WORDS: { readonly [word: string]: FormMove | 'menu' | 'help' } = {
  меню: 'menu',
  menu: 'menu',
  '/menu': 'menu',
  помощь: 'help',
  help: 'help',
  '/help': 'help',
  назад: 'back',
  back: 'back',
  '/back': 'back',
  отмена: 'cancel',
  отменить: 'cancel',
  cancel: 'cancel',
  '/cancel': 'cancel',
  пропустить: 'skip',
  skip: 'skip',
  '/skip': 'skip',
};

/** The move that a typed word means; null for any other text. */
export function spokenMove(text: string): FormMove | 'menu' | 'help' | null {
  const word = text.trim().toLocaleLowerCase('ru');
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null;
}
