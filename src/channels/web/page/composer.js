// Where the person writes and gathers files. What is typed survives a reload.
import { byId } from './elements.js';
import { createTray } from './tray.js';

const DRAFT = 'opora:draft';
const withMouse = () => matchMedia('(pointer: fine)').matches;

/** `send({ text, files })` is called with something in it. */
export function createComposer(send) {
  const text = byId('text');
  const trouble = byId('trouble');
  const tray = createTray(() => text.focus());

  function addFiles(chosen) {
    trouble.textContent = tray.add(chosen);
    if (tray.count() > 0) byId('send').focus({ preventScroll: true });
  }

  function submit(event) {
    event.preventDefault();
    trouble.textContent = '';
    const words = text.value.trim();
    if (words === '' && tray.count() === 0) return text.focus();
    text.value = '';
    keepDraft('');
    grow(text);
    send({ text: words, files: tray.take() });
    // With a mouse the next word is typed; on a touch screen the keyboard stays as it was.
    if (withMouse()) text.focus();
  }

  byId('composer').addEventListener('submit', submit);
  byId('send').addEventListener('pointerdown', (event) => {
    if (document.activeElement === text) event.preventDefault();
  });
  text.addEventListener('input', () => {
    keepDraft(text.value);
    grow(text);
  });
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && withMouse()) submit(event);
  });
  text.addEventListener('paste', (event) => {
    if (event.clipboardData?.files.length) addFiles([...event.clipboardData.files]);
  });
  chooseWith('attach', 'files', addFiles);
  chooseWith('camera', 'photo', addFiles);
  text.value = draft();
  grow(text);
  return { redraw: tray.draw };
}

function chooseWith(button, input, addFiles) {
  const field = byId(input);
  byId(button).addEventListener('click', () => field.click());
  field.addEventListener('change', () => {
    addFiles([...field.files]);
    // The same file may be chosen again.
    field.value = '';
  });
}

function grow(text) {
  if (CSS.supports('field-sizing', 'content')) return;
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

function draft() {
  try {
    return localStorage.getItem(DRAFT) ?? '';
  } catch {
    return '';
  }
}

function keepDraft(words) {
  try {
    if (words === '') localStorage.removeItem(DRAFT);
    else localStorage.setItem(DRAFT, words);
  } catch {
    // Forbidden or full: it stays on the screen.
  }
}
