// Sends deeds one after another in the order they were done, until each is acknowledged or refused for good.
import { blobOf, drop, keep, unsent, write } from './unsent.js';
import { post, upload } from './wire.js';

const LONGEST_WAIT = 20;

/** `on` hears: `changed()`, `kept(deed, messages)`, `progress(deed, percent)`, `held(why)`; why is null when all is well again. */
export function createSender(on) {
  const rest = createRest();
  let running = false;
  let tries = 0;

  async function run() {
    if (running) return;
    running = true;
    try {
      for (let deed = next(); deed !== undefined; deed = next()) await step(deed);
    } finally {
      running = false;
    }
  }

  async function step(deed) {
    const answer = await send(deed, on.progress);
    if (answer.kind === 'kept') {
      tries = 0;
      drop(deed.eventKey);
      on.held(null);
      on.kept(deed, answer.messages);
    } else if (answer.kind === 'refused') {
      write({ ...deed, refused: answer.why });
      on.changed();
    } else {
      tries += 1;
      on.held(answer.why);
      on.changed();
      await rest.for(answer.seconds ?? Math.min(2 ** Math.min(tries - 1, 5), LONGEST_WAIT));
    }
  }

  return {
    /** Keeps a deed and sends it when its turn comes. */
    async add(deed, blob) {
      await keep(deed, blob);
      on.changed();
      void run();
    },
    /** Tries a refused deed once more. */
    retry(deed) {
      const { refused: _refused, ...fresh } = deed;
      write(fresh);
      on.changed();
      void run();
    },
    /** Gives a deed up. */
    give(deed) {
      drop(deed.eventKey);
      on.changed();
    },
    /** The connection is back, or the page was opened: do not wait longer. */
    hurry() {
      rest.end();
      void run();
    },
  };
}

async function send(deed, onProgress) {
  if (deed.kind !== 'file') return post(deed);
  const blob = await blobOf(deed.eventKey);
  if (blob === null) return { kind: 'refused', why: 'lost' };
  return upload(deed, blob, (percent) => onProgress(deed, percent));
}

function next() {
  return unsent().find((deed) => deed.refused === undefined);
}

/** A rest that can be ended early. */
function createRest() {
  let end = () => {};
  return {
    end: () => end(),
    for: (seconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
