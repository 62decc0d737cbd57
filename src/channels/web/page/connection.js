// Keeps a stream to the server open, comes back by itself, and tells how it stands.
import { history } from './wire.js';

/** The server sends a beat every twenty seconds. */
const SILENCE_MS = 50_000;
const LONGEST_WAIT_MS = 30_000;

/** `on` hears: `messages(list)`, `state('online' | 'lost' | 'offline' | 'no-session')`. `lastSeq` tells what the page has. */
export function createConnection(on, lastSeq) {
  let source = null;
  let heard = Date.now();
  let tries = 0;
  let timer;

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`/chat/stream?after=${lastSeq()}`);
    heard = Date.now();
    source.onopen = () => {
      tries = 0;
      heard = Date.now();
      on.state('online');
    };
    source.addEventListener('beat', () => {
      heard = Date.now();
    });
    source.addEventListener('message', (event) => {
      heard = Date.now();
      on.messages([JSON.parse(event.data)]);
    });
    source.onerror = lost;
  }

  function lost() {
    on.state(navigator.onLine ? 'lost' : 'offline');
    // While it is connecting again by itself there is nothing to do; a refusal ends it, and then we ask why.
    if (source.readyState === EventSource.CLOSED) again();
  }

  function again() {
    tries += 1;
    clearTimeout(timer);
    timer = setTimeout(() => void start(), Math.min(1000 * 2 ** Math.min(tries, 5), LONGEST_WAIT_MS));
  }

  async function start() {
    try {
      on.messages(await history(lastSeq()));
      open();
    } catch (error) {
      on.state(error.problem === 'no-session' ? 'no-session' : navigator.onLine ? 'lost' : 'offline');
      again();
    }
  }

  const refresh = () => {
    if (source === null || source.readyState !== EventSource.OPEN || Date.now() - heard > SILENCE_MS) void start();
  };
  // A stream may look open for minutes after the network has gone: begin anew.
  window.addEventListener('online', () => void start());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) void start();
  });
  window.addEventListener('offline', () => on.state('offline'));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') refresh();
  });
  setInterval(() => {
    if (source?.readyState === EventSource.OPEN && Date.now() - heard > SILENCE_MS) refresh();
  }, 10_000);
  return { start };
}
