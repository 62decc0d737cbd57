// The talk on the screen: what was said, in order, with days.
import { byId, element } from './elements.js';
import { dayTitle, messageView } from './message-view.js';
import { createScroll } from './scroll.js';

/** `press(button)`: the person chose it. */
export function createLog(press) {
  const view = byId('log');
  const list = byId('messages');
  const scroll = createScroll(view, byId('newer'));
  const onPress = withoutTrembling(press);
  const known = new Map();
  let opened = false;
  const inOrder = () => [...known.values()].sort((left, right) => left.seq - right.seq);

  function append(message, before, live) {
    const day = dayTitle(message.at);
    const newDay = before === undefined || dayTitle(before.at) !== day;
    if (newDay) list.append(element('h2', { class: 'day' }, day));
    const made = messageView(message, newDay || before.from !== message.from, onPress);
    if (live) made.classList.add('live');
    list.append(made);
    return made;
  }

  function redraw() {
    const stay = scroll.nearEnd();
    const place = view.scrollTop;
    // Only what is new is read aloud.
    view.setAttribute('aria-live', 'off');
    list.replaceChildren();
    let before;
    for (const message of inOrder()) {
      append(message, before, false);
      before = message;
    }
    markPast(list);
    if (stay) scroll.toEnd();
    else view.scrollTop = place;
    setTimeout(() => view.setAttribute('aria-live', 'polite'), 300);
  }

  function show(messages) {
    // What stood there when the page was opened is not news.
    const first = !opened;
    opened = true;
    const fresh = messages.filter((message) => !known.has(message.seq));
    let before = inOrder().at(-1);
    const anew = first || fresh.some((message) => message.seq < (before?.seq ?? 0));
    for (const message of fresh) known.set(message.seq, message);
    if (anew) {
      redraw();
      scroll.toEnd();
      return fresh;
    }
    if (fresh.length === 0) return fresh;
    const stay = scroll.nearEnd() || fresh.some((message) => message.from === 'person');
    const made = [];
    for (const message of fresh) {
      made.push(append(message, before, true));
      before = message;
    }
    markPast(list);
    if (stay) scroll.follow(made[0]);
    else scroll.offer();
    return fresh;
  }

  return { show, redraw, scroll, isEmpty: () => known.size === 0, lastSeq: () => Math.max(0, ...known.keys()) };
}

/** Only the newest buttons stand out; earlier ones stay and work. */
function markPast(list) {
  const offering = [...list.querySelectorAll('.buttons')].map((buttons) => buttons.closest('.message'));
  for (const each of offering) each.classList.toggle('past', each !== offering.at(-1));
}

/** A finger that trembles presses twice: the second press within a moment is the same one. */
function withoutTrembling(press) {
  let last = { at: 0, press: '' };
  return (button, pressed) => {
    const again = last.press === button.press && Date.now() - last.at < 700;
    last = { at: Date.now(), press: button.press };
    if (again) return;
    pressed.classList.add('chosen');
    press(button);
  };
}
