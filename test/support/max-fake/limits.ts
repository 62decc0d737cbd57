/** Limits of the Bot API that its description gives in prose only (docs-api: messages, keyboard), and what it refuses by them. */

interface Button {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly payload?: unknown;
  readonly url?: unknown;
}

interface Attachment {
  readonly type?: unknown;
  readonly payload?: { readonly buttons?: unknown };
}

/** The first limit a message breaks, or null. Every one is also a violation: a correct channel never gets here. */
export function brokenLimit(body: { readonly text?: unknown; readonly attachments?: unknown }): string | null {
  const text = typeof body.text === 'string' ? body.text : '';
  const attachments = Array.isArray(body.attachments) ? (body.attachments as readonly Attachment[]) : [];
  // The server counts as Java does: a pair of surrogates is two.
  if (text.length > 4000) return 'text is longer than 4000';
  const content = attachments.filter(({ type }) => type !== 'inline_keyboard');
  if (text.trim() === '' && content.length === 0) return 'the message is empty';
  if (content.length > 1 && content.some(({ type }) => type !== 'image' && type !== 'video'))
    return 'a file must be the only attachment';
  if (content.length > 12) return 'more than 12 pictures';
  for (const { type, payload } of attachments) if (type === 'inline_keyboard') return brokenKeyboard(payload?.buttons);
  return null;
}

function brokenKeyboard(rows: unknown): string | null {
  if (!Array.isArray(rows) || rows.length === 0) return 'a keyboard without rows';
  if (rows.length > 30) return 'more than 30 rows';
  if (rows.flat().length > 210) return 'more than 210 buttons';
  for (const row of rows as readonly (readonly Button[])[]) {
    if (row.length === 0) return 'an empty row';
    const wide = row.some(({ type }) =>
      ['link', 'open_app', 'request_contact', 'request_geo_location'].includes(String(type)),
    );
    if (row.length > (wide ? 3 : 7)) return 'too many buttons in a row';
    for (const { type, text, payload, url } of row) {
      if (typeof text !== 'string' || text.trim() === '' || text.length > 128) return 'a label of a wrong length';
      if (type === 'callback' && (typeof payload !== 'string' || payload.length > 1024)) return 'a payload over 1024';
      if (type === 'link' && (typeof url !== 'string' || !/^https?:\/\/[^/]*\./.test(url)))
        return 'an address that opens nothing';
    }
  }
  return null;
}
