// Puts the page together.
import { createComposer } from './composer.js';
import { createConnection } from './connection.js';
import { byId } from './elements.js';
import { forgetToken, takeToken } from './invitation.js';
import { createLeaving } from './leaving.js';
import { createLog } from './log.js';
import { drawPending, showProgress } from './pending-view.js';
import { createSender } from './sender.js';
import { changeLanguage, onLanguage, say } from './speech.js';
import { unsent } from './unsent.js';
import { drawWays, showWays } from './ways.js';

const BANNER_MS = 2500;
const DOTS_AT_MOST_MS = 8000;

let token = takeToken();
let held = null;
let answered = true;
let loaded = false;
/** The trouble there is, and the one that is told of. */
let wanted = null;
let shown = null;
let bannerTimer;
let dotsTimer;

const log = createLog(({ press, label }) => add({ kind: 'press', payload: press, label }));
const sender = createSender({
  changed: redraw,
  progress: showProgress,
  held(why) {
    held = why;
    if (why === 'too-many' || why === 'no-session') setBanner(why);
    else if (why === null && (wanted === 'too-many' || wanted === 'no-session')) setBanner(null);
  },
  kept(deed, messages) {
    log.show(messages);
    redraw();
    waitForAnswer();
  },
});
const connection = createConnection(
  {
    messages(messages) {
      const fresh = log.show(messages);
      if (fresh.some((message) => message.from === 'opora')) hearAnswer();
      loaded = true;
      redraw();
    },
    state(state) {
      if (state === 'online') sender.hurry();
      setBanner(state === 'online' ? null : state === 'lost' ? 'reconnecting' : state);
    },
  },
  log.lastSeq,
);
const composer = createComposer(({ text, files }) => {
  if (files.length === 0) return add({ kind: 'text', text });
  files.forEach((file, at) => {
    add({ kind: 'file', name: file.name, size: file.size, caption: at === 0 ? text : '' }, file);
  });
});

function redraw() {
  const stay = log.scroll.nearEnd();
  const deeds = unsent();
  drawPending(deeds, held !== null, sender);
  byId('hello').hidden = !loaded || hasBegun() || token !== null;
  byId('forget').hidden = !hasBegun();
  byId('invited').hidden = !loaded || token === null;
  if (stay && (deeds.length > 0 || token !== null)) log.scroll.toEnd();
}

function hasBegun() {
  return !log.isEmpty() || unsent().length > 0;
}

function begin(withToken) {
  token = null;
  forgetToken();
  add({ kind: 'start', token: withToken });
  waitForAnswer();
  byId('log').focus({ preventScroll: true });
}

function add(deed, blob = null) {
  answered = false;
  void sender.add(deed, blob).then(log.scroll.toEnd);
}

function hearAnswer() {
  answered = true;
  showDots(false);
}

/** The answer may come by the stream before the acknowledgement does. */
function waitForAnswer() {
  if (answered) return;
  showDots(true);
  clearTimeout(dotsTimer);
  dotsTimer = setTimeout(showDots, DOTS_AT_MOST_MS, false);
}

function showDots(shown) {
  const stay = log.scroll.nearEnd();
  byId('dots').hidden = !shown;
  if (shown && stay) log.scroll.toEnd();
}

/** A key of a word, or null when all is well again. */
function setBanner(key) {
  if (key === wanted) return;
  wanted = key;
  clearTimeout(bannerTimer);
  // A short break is mended before anybody would read about it.
  if (key === 'reconnecting' && shown === null) bannerTimer = setTimeout(drawBanner, BANNER_MS);
  else drawBanner();
}

function drawBanner() {
  const back = wanted === null && shown !== null;
  shown = wanted;
  byId('banner').classList.toggle('good', back);
  byId('banner').textContent = shown !== null ? say(shown) : back ? say('back-online') : '';
  if (back) bannerTimer = setTimeout(drawBanner, BANNER_MS);
}

byId('begin').addEventListener('click', () => begin(null));
byId('continue').addEventListener('click', () => begin(token));
byId('not-now').addEventListener('click', () => {
  token = null;
  forgetToken();
  redraw();
  byId('log').focus({ preventScroll: true });
});
byId('language').addEventListener('click', (event) => {
  const label = event.currentTarget.textContent;
  const language = changeLanguage();
  // Whoever has not begun is asked for the language at the beginning.
  if (hasBegun()) add({ kind: 'press', payload: `g.language.${language}`, label });
});
createLeaving(() => location.replace(location.pathname));
onLanguage(() => {
  log.redraw();
  composer.redraw();
  redraw();
  drawWays(token);
  drawBanner();
});

redraw();
if (token !== null) void showWays(token);
void connection.start();
sender.hurry();
