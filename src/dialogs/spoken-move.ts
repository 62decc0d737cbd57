/** Words a person types instead of pressing a button: the way out is always a word away, on any channel. */
import { HELP, MENU, START } from './options.ts';
import type { FormMove } from './press.ts';

/** What a typed word means: a move of the open form, or another dialog. */
export type SpokenWish =
  | { readonly kind: 'move'; readonly move: FormMove }
  | { readonly kind: 'open'; readonly dialog: string };

const MOVES: { readonly [word: string]: FormMove } = {
  назад: 'back',
  back: 'back',
  '/back': 'back',
  отмена: 'cancel',
  отменить: 'cancel',
  cancel: 'cancel',
  '/cancel': 'cancel',
  отправить: 'send',
  send: 'send',
  пропустить: 'skip',
  skip: 'skip',
  '/skip': 'skip',
};

const DIALOGS: { readonly [word: string]: string } = {
  '/start': START,
  меню: MENU,
  menu: MENU,
  '/menu': MENU,
  помощь: HELP,
  help: HELP,
  '/help': HELP,
  стоп: 'reminders',
  stop: 'reminders',
  '/stop': 'reminders',
  язык: 'language',
  language: 'language',
  '/language': 'language',
  '/privacy': 'privacy',
  каналы: 'my-channels',
  channels: 'my-channels',
  '/channels': 'my-channels',
  '/check': 'pre-check',
  '/month': 'confirm-month',
  '/contract': 'my-contract',
  '/work': 'work',
  '/papers': 'papers',
  '/queue': 'queue',
  '/deadlines': 'deadlines',
  '/contracts': 'contracts',
  '/records': 'records-month',
  '/register': 'register',
  '/staff': 'staff',
};

/** What a typed word means; null for any other text. */
export function spokenWish(text: string): SpokenWish | null {
  const word = text.trim().toLowerCase();
  const move = own(MOVES, word);
  if (move !== undefined) return { kind: 'move', move };
  const dialog = own(DIALOGS, word);
  return dialog === undefined ? null : { kind: 'open', dialog };
}

/** Eight characters of a typed code, with or without the hyphen; a plain word is none, because a code has a digit or the hyphen. */
export function looksLikeCode(text: string): boolean {
  const word = text.trim();
  return /^[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}$/.test(word) && /[\d-]/.test(word);
}

function own<T>(words: { readonly [word: string]: T }, word: string): T | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
