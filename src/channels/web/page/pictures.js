// Files in the talk: pictures are shown and open larger, everything else is a link with its size.
import { byId, drawing, element, PAPER } from './elements.js';
import { say, sizeText } from './speech.js';

const SHOWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** A file of a message. */
export function fileView(file) {
  const address = `/chat/file/${file.hash}`;
  if (SHOWN.includes(file.mediaType)) {
    const picture = element('img', { src: address, alt: say('open-picture', { name: file.name }), loading: 'lazy' });
    const button = element('button', { class: 'picture', type: 'button', onclick: () => view(file, address) }, picture);
    // What cannot be drawn can still be kept.
    picture.addEventListener('error', () => button.replaceWith(fileLink(file, address)));
    return button;
  }
  return fileLink(file, address);
}

function fileLink(file, address) {
  const name = element('span', {}, file.name, ' ', element('span', { class: 'size' }, sizeText(file.size)));
  return element('a', { class: 'file', href: address, download: file.name }, drawing(PAPER), name);
}

function view(file, address) {
  const picture = byId('viewed');
  picture.src = address;
  picture.alt = say('picture', { name: file.name });
  const keep = byId('keep');
  keep.href = address;
  keep.download = file.name;
  byId('viewer').showModal();
}
