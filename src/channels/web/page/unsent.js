// What is not yet acknowledged. Each deed has a row of its own in localStorage, so that two open tabs do not overwrite
// each other; bytes of files lie in IndexedDB. Where the browser keeps nothing, memory serves until the page is closed.

const PREFIX = 'opora:unsent:';
const memory = new Map();
const blobs = new Map();
let last = 0;

/** A key for a new deed: the same through every try to send it. `crypto.randomUUID` is missing on plain http. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Keeps a deed until it is dropped. A file's bytes come as `blob`. */
export async function keep(deed, blob = null) {
  last = Math.max(last + 1, Date.now());
  const kept = { ...deed, eventKey: newKey(), order: last, at: new Date().toISOString() };
  if (blob !== null) {
    blobs.set(kept.eventKey, blob);
    await inStore('readwrite', (store) => store.put(blob, kept.eventKey));
  }
  write(kept);
  return kept;
}

/** Writes a deed again, changed. */
export function write(deed) {
  memory.set(deed.eventKey, deed);
  try {
    localStorage.setItem(PREFIX + deed.eventKey, JSON.stringify(deed));
  } catch {
    // Full or forbidden: memory has it.
  }
}

/** Forgets a deed that was acknowledged or given up. */
export function drop(eventKey) {
  memory.delete(eventKey);
  blobs.delete(eventKey);
  try {
    localStorage.removeItem(PREFIX + eventKey);
  } catch {
    // Nothing was kept there then.
  }
  void inStore('readwrite', (store) => store.delete(eventKey));
}

/** Forgets all that the page kept here: what was being written and what was not sent. */
export async function forgetHere() {
  memory.clear();
  blobs.clear();
  for (const kept of [() => localStorage, () => sessionStorage])
    try {
      for (const name of Object.keys(kept())) if (name.startsWith('opora:')) kept().removeItem(name);
    } catch {
      // Forbidden: nothing was kept there.
    }
  await inStore('readwrite', (store) => store.clear());
}

/** All deeds, oldest first. */
export function unsent() {
  const found = new Map(memory);
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const name = localStorage.key(at);
      if (!name.startsWith(PREFIX)) continue;
      const deed = JSON.parse(localStorage.getItem(name));
      if (!found.has(deed.eventKey)) found.set(deed.eventKey, deed);
    }
  } catch {
    // Forbidden: memory is all there is.
  }
  return [...found.values()].sort((left, right) => left.order - right.order);
}

/** The bytes of a file deed; null where the browser did not keep them. */
export async function blobOf(eventKey) {
  return blobs.get(eventKey) ?? (await inStore('readonly', (store) => store.get(eventKey))) ?? null;
}

function inStore(mode, work) {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open('opora', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('files');
      opening.onerror = () => resolve(undefined);
      opening.onsuccess = () => {
        const base = opening.result;
        const request = work(base.transaction('files', mode).objectStore('files'));
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(undefined);
        request.transaction.oncomplete = () => base.close();
      };
    } catch {
      resolve(undefined);
    }
  });
}
