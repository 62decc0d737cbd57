// A deep link: its token leaves the address bar at once, is kept for this tab only, and is spent only by a press.

const KEPT = 'opora:start';

/** Takes the token out of the address; null where there is none. */
export function takeToken() {
  const address = new URL(location.href);
  const token = address.searchParams.get('start');
  try {
    if (token === null) return sessionStorage.getItem(KEPT);
    if (/^[A-Za-z0-9_-]{1,128}$/.test(token)) sessionStorage.setItem(KEPT, token);
  } catch {
    // Forbidden: the token lives until the page is closed.
  }
  if (token !== null) history.replaceState(null, '', address.pathname);
  return token !== null && /^[A-Za-z0-9_-]{1,128}$/.test(token) ? token : null;
}

/** The person went on, or chose not to. */
export function forgetToken() {
  try {
    sessionStorage.removeItem(KEPT);
  } catch {
    // Nothing was kept.
  }
}
