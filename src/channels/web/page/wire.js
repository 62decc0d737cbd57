// What the page says to the server, and what came of it as one of a few kinds.

const OURS = { 'x-opora-chat': '1' };

/** Messages after `seq`; throws `{ problem }` or a network error. */
export async function history(seq) {
  const answer = await fetch(`/chat/history?after=${seq}`, { headers: OURS, cache: 'no-store' });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error('history'), { problem: body.problem ?? 'unexpected' });
  return body.messages;
}

/** Where else the talk can go on: `{ token, ways }`, with a mark in each address where a token is put. Tells nothing of ours. */
export async function ways() {
  const answer = await fetch('/chat/ways', { headers: OURS });
  if (!answer.ok) throw new Error('ways');
  return answer.json();
}

/** Sends one deed: `kept` with its messages, `wait` so many seconds and try again, or `refused` for good. */
export async function post({ eventKey, kind, token, text, payload, label }) {
  try {
    const answer = await fetch('/chat/event', {
      method: 'POST',
      headers: { ...OURS, 'content-type': 'application/json' },
      body: JSON.stringify({ eventKey, kind, token, text, payload, label }),
      // A page that is being closed still finishes what it was sending.
      keepalive: true,
    });
    return outcome(answer.status, answer.headers.get('retry-after'), await answer.json().catch(() => ({})));
  } catch {
    return { kind: 'wait', why: 'network' };
  }
}

/** Sends one file; `onProgress` hears 0–100. */
export function upload({ eventKey, caption, name }, blob, onProgress) {
  const form = new FormData();
  form.append('eventKey', eventKey);
  if (caption) form.append('caption', caption);
  form.append('file', blob, name);
  return new Promise((resolve) => {
    // Only XMLHttpRequest tells how far an upload has come.
    const request = new XMLHttpRequest();
    request.open('POST', '/chat/file');
    request.setRequestHeader('x-opora-chat', '1');
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onload = () =>
      resolve(outcome(request.status, request.getResponseHeader('retry-after'), request.response ?? {}));
    request.onerror = () => resolve({ kind: 'wait', why: 'network' });
    request.onabort = request.onerror;
    request.send(form);
  });
}

/** Asks the server to take the secret back; false where it could not be asked. */
export async function forget() {
  try {
    const answer = await fetch('/chat/forget', { method: 'POST', headers: OURS });
    // Without a secret there is nothing to forget any more.
    return answer.ok || answer.status === 401;
  } catch {
    return false;
  }
}

function outcome(status, retryAfter, body) {
  if (status >= 200 && status < 300) return { kind: 'kept', messages: body.messages ?? [] };
  if (status === 401) return { kind: 'wait', why: 'no-session' };
  if (status === 429) return { kind: 'wait', why: 'too-many', seconds: Number(retryAfter) || 10 };
  if (status >= 500) return { kind: 'wait', why: 'network', seconds: Number(retryAfter) || undefined };
  return { kind: 'refused', why: body.problem ?? 'unexpected' };
}
