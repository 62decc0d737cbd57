// Where the reader is looking: the talk follows its end while they are there, and leaves them alone while they read above.

const NEAR_END = 120;
/** The keyboard of a phone takes half of the screen; somebody who was at the end still is. */
const KEYBOARD = 500;

/** `view` scrolls; `newer` is the button that leads back to the end. */
export function createScroll(view, newer) {
  const left = () => view.scrollHeight - view.scrollTop - view.clientHeight;
  const nearEnd = () => left() < NEAR_END;
  const toEnd = () => {
    view.scrollTop = view.scrollHeight;
    newer.hidden = true;
  };
  newer.addEventListener('click', () => {
    toEnd();
    view.focus({ preventScroll: true });
  });
  view.addEventListener('scroll', () => {
    if (nearEnd()) newer.hidden = true;
  });
  new ResizeObserver(() => {
    if (newer.hidden && left() < KEYBOARD) toEnd();
  }).observe(view);
  return {
    nearEnd,
    toEnd,
    /** To the end, but never past the beginning of what has just been said. */
    follow(first) {
      toEnd();
      const top = first.offsetTop - 12;
      if (top < view.scrollTop) view.scrollTop = top;
    },
    offer() {
      newer.hidden = false;
    },
  };
}
