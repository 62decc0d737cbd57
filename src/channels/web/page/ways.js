// Where a person who opened a link may go on: the channels of the office in its order, this page among them.
import { byId, element } from './elements.js';
import { say } from './speech.js';
import { ways } from './wire.js';

/** Only these leave the page; an application of a messenger may have a scheme of its own. */
const SAFE = /^(https?|viber):/;

let known = null;

/** Draws the ways for this token; without an answer of the server going on here is left. */
export async function showWays(token) {
  known ??= await ways().catch(() => null);
  if (known !== null && token !== null) drawWays(token);
}

/** Draws them again, in the language of the page. */
export function drawWays(token) {
  if (known === null || token === null) return;
  const here = byId('continue');
  const views = known.ways.map(({ channel, address }) => {
    if (channel === 'web') return here;
    const href = address.replace(known.token, token);
    if (!SAFE.test(href)) return null;
    const note = element('span', { class: 'hidden' }, `, ${say('opens-new')}`);
    const attributes = { class: 'button', href, target: '_blank', rel: 'noopener noreferrer', 'data-way': channel };
    return element('a', attributes, say(`way-${channel}`), note);
  });
  byId('ways').replaceChildren(...views.filter((view) => view !== null));
}
