// One message as an element.
import { element } from './elements.js';
import { fileView } from './pictures.js';
import { locale, say } from './speech.js';

const LINK = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]]/g;

/** `press(button)` is called for a button that is no link. `turn`: another speaks than before. */
export function messageView(message, turn, press) {
  const { from, text, files, buttons } = message;
  const who = element(
    'p',
    { class: from === 'opora' && turn ? 'who' : 'hidden' },
    say(from === 'opora' ? 'from-opora' : 'from-you'),
  );
  const bubble = element(
    'div',
    { class: 'bubble' },
    who,
    text === '' ? null : element('p', { class: 'said' }, ...withLinks(text)),
    ...files.map(fileView),
    stamp(message),
  );
  return element(
    'article',
    { class: `message ${from}${turn ? ' turn' : ''}`, 'data-seq': String(message.seq) },
    bubble,
    buttons.length === 0 ? null : buttonsView(buttons, press),
  );
}

function buttonsView(rows, press) {
  return element('div', { class: 'buttons' }, ...rows.map((row) => element('div', { class: 'line' }, ...row.map(one))));
  function one(button) {
    if (button.url === null) {
      const onclick = (event) => press(button, event.currentTarget);
      return element('button', { class: 'button', type: 'button', 'data-press': button.press, onclick }, button.label);
    }
    const safe = /^(https?:|tel:|mailto:)/.test(button.url) ? button.url : null;
    const note = element('span', { class: 'hidden' }, `, ${say('opens-new')}`);
    return element(
      'a',
      { class: 'button', href: safe, target: '_blank', rel: 'noopener noreferrer' },
      button.label,
      note,
    );
  }
}

function withLinks(text) {
  const parts = [];
  let from = 0;
  for (const { 0: address, index } of text.matchAll(LINK)) {
    parts.push(text.slice(from, index));
    parts.push(element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address));
    from = index + address.length;
  }
  return [...parts, text.slice(from)];
}

function stamp({ at, from }) {
  const time = new Date(at);
  const shown = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(time);
  const mark =
    from === 'person'
      ? [element('span', { 'aria-hidden': 'true' }, ' ✓'), element('span', { class: 'hidden' }, `, ${say('sent')}`)]
      : [];
  return element('time', { class: 'stamp', datetime: at }, shown, ...mark);
}

/** "Сегодня", "Вчера", "3 июля", with the year where it is another. */
export function dayTitle(at) {
  const date = new Date(at);
  const now = new Date();
  const midnight = (moment) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days === 0) return say('today');
  if (days === 1) return say('yesterday');
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' };
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', ...year }).format(date);
}
