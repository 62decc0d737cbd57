// Words of the page in two languages, changed in place.
import { WORDS } from './words.js';

const root = document.documentElement;
const listeners = [];
let language = root.lang === 'en' ? 'en' : 'ru';

/** The word for a key with its facts filled in. */
export function say(key, facts = {}) {
  return WORDS[language][key].replaceAll(/\{\{(\w+)\}\}/g, (_whole, name) => String(facts[name] ?? ''));
}

/** For dates and numbers. */
export function locale() {
  return language === 'ru' ? 'ru-RU' : 'en-GB';
}

/** Called after every change of language. */
export function onLanguage(listener) {
  listeners.push(listener);
}

/** Turns the page to its other language, remembers it for the next visit, and tells which it is. */
export function changeLanguage() {
  language = language === 'ru' ? 'en' : 'ru';
  root.lang = language;
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it when the page is opened again.
  document.cookie = `opora-words=${language}; path=/; max-age=34560000; samesite=lax`;
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll('[data-word-label]'))
    element.setAttribute('aria-label', say(element.dataset.wordLabel));
  for (const element of document.querySelectorAll('[data-word-title]')) element.title = say(element.dataset.wordTitle);
  for (const element of document.querySelectorAll('[data-word-placeholder]'))
    element.placeholder = say(element.dataset.wordPlaceholder);
  for (const listener of listeners) listener();
  return language;
}

/** Bytes as people read them: `840 КБ`, `2,4 МБ`. */
export function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} ${say('bytes')}`;
  const mega = bytes >= 1024 * 1024;
  const value = bytes / (mega ? 1024 * 1024 : 1024);
  const digits = mega && value < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
  return `${number} ${say(mega ? 'megabytes' : 'kilobytes')}`;
}
