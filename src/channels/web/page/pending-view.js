// What was said here and is not acknowledged yet, under the talk.
import { byId, element } from './elements.js';
import { say, sizeText } from './speech.js';

/** Draws all of it anew. `held`: the connection is down. */
export function drawPending(deeds, held, actions) {
  byId('pending').replaceChildren(
    ...deeds.filter((deed) => deed.kind !== 'start' || deed.refused).map((deed) => view(deed, held, actions)),
  );
}

/** Moves the progress of one upload. */
export function showProgress(deed, percent) {
  const bubble = document.querySelector(`[data-key="${deed.eventKey}"]`);
  const bar = bubble?.querySelector('progress');
  if (!bar) return;
  bar.value = percent;
  bar.setAttribute('aria-label', say('uploading', { percent }));
}

function view(deed, held, actions) {
  // The button that was pressed goes away: the keyboard must not be left nowhere.
  const then = (act) => () => {
    act(deed);
    byId('text').focus();
  };
  const state = deed.refused ? say('not-sent') : say(held ? 'waiting' : 'sending');
  const bubble = element(
    'div',
    { class: 'bubble' },
    element('p', { class: 'hidden' }, say('from-you')),
    element('p', { class: 'said' }, words(deed)),
    deed.kind === 'file' && !deed.refused
      ? element('progress', { max: '100', value: '0', 'aria-label': say('uploading', { percent: 0 }) })
      : null,
    element('span', { class: 'stamp' }, state),
  );
  const mend = element(
    'div',
    { class: 'mend' },
    element('button', { class: 'button', type: 'button', onclick: then((one) => actions.retry(one)) }, say('retry')),
    element('button', { class: 'button', type: 'button', onclick: then((one) => actions.give(one)) }, say('drop')),
  );
  return element(
    'div',
    { class: `message person unsent${deed.refused ? ' refused' : ''}`, 'data-key': deed.eventKey },
    bubble,
    deed.refused ? mend : null,
  );
}

function words(deed) {
  if (deed.kind === 'file') return [deed.caption, `${deed.name} · ${sizeText(deed.size)}`].filter(Boolean).join('\n');
  return deed.kind === 'press' ? deed.label : (deed.text ?? '…');
}
