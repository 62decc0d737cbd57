// Files that were chosen and not sent yet, with a way to take each back.
import { byId, CROSS, drawing, element } from './elements.js';
import { say, sizeText } from './speech.js';

const FILE_LIMIT = 20 * 1024 * 1024;
const FILES_AT_ONCE = 10;
const SHOWN = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** `removed()` is called after a file was taken back. */
export function createTray(removed) {
  let files = [];

  function draw() {
    byId('tray').replaceChildren(...files.map(line));
  }

  function line(file) {
    const remove = () => {
      files = files.filter((other) => other !== file);
      draw();
      removed();
    };
    const label = `${say('drop')}: ${file.name}`;
    const cross = element(
      'button',
      { class: 'round', type: 'button', 'aria-label': label, onclick: remove },
      drawing(CROSS),
    );
    return element(
      'li',
      {},
      thumbnail(file),
      element('span', { class: 'name' }, `${file.name}, ${sizeText(file.size)}`),
      cross,
    );
  }

  return {
    draw,
    count: () => files.length,
    /** Adds what can be sent; the trouble with the rest in words, or an empty text. */
    add(chosen) {
      let trouble = '';
      for (const file of chosen) {
        const problem = problemOf(file, files.length);
        if (problem === null) files.push(file);
        else trouble = problem;
      }
      draw();
      return trouble;
    },
    /** Empties it. */
    take() {
      const taken = files;
      files = [];
      draw();
      return taken;
    },
  };
}

function problemOf(file, count) {
  if (count >= FILES_AT_ONCE) return say('too-many-files', { count: FILES_AT_ONCE });
  if (file.size === 0) return say('file-empty', { name: file.name });
  return file.size > FILE_LIMIT ? say('file-too-large', { name: file.name, limit: sizeText(FILE_LIMIT) }) : null;
}

function thumbnail(file) {
  if (!SHOWN.includes(file.type)) return null;
  const address = URL.createObjectURL(file);
  const free = () => URL.revokeObjectURL(address);
  const picture = element('img', { src: address, alt: '', onload: free });
  picture.addEventListener('error', () => {
    free();
    picture.remove();
  });
  return picture;
}
