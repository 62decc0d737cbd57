// Forgetting this device, after one plain question: the page loses its secret, and what it kept here goes with it.
import { byId } from './elements.js';
import { say } from './speech.js';
import { forgetHere } from './unsent.js';
import { forget } from './wire.js';

/** `gone()` is called when nothing of the talk is left here. */
export function createLeaving(gone) {
  const question = byId('leaving');
  const trouble = byId('leaving-trouble');

  byId('forget').addEventListener('click', () => {
    trouble.textContent = '';
    question.showModal();
  });
  byId('stay').addEventListener('click', () => question.close());
  byId('leave').addEventListener('click', () => void leave());

  async function leave() {
    trouble.textContent = '';
    // Without the server's word the secret would stay, and with it the talk.
    if (!(await forget())) {
      trouble.textContent = say('forget-failed');
      return;
    }
    await forgetHere();
    gone();
  }
}
