/** Reads one HTTP request as a call of a bot method: JSON, a form with files, an urlencoded form, or a query. */
import type { IncomingMessage } from 'node:http';

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface BotCall {
  readonly method: string;
  readonly params: { readonly [name: string]: unknown };
  /** Files by the field they stand for (`attach://` resolved). */
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** Fields that stay text even where they look like something else. */
const ALWAYS_TEXT = new Set([
  'text',
  'caption',
  'url',
  'secret_token',
  'file_id',
  'callback_query_id',
  'language_code',
]);

export async function readCall(method: string, request: IncomingMessage, query: URLSearchParams): Promise<BotCall> {
  const body = await bodyOf(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    const params = body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as BotCall['params']);
    return { method, params, uploads: new Map() };
  }
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary !== undefined) return { method, ...readForm(body, boundary) };
  const pairs = type.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(body.toString()) : query;
  return { method, params: typed([...pairs]), uploads: new Map() };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Own reader, because clients write header lines with and without spaces and quotes, and file names in raw UTF-8. */
function readForm(body: Buffer, boundary: string): Pick<BotCall, 'params' | 'uploads'> {
  const values: [string, string][] = [];
  const files = new Map<string, Upload>();
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at !== -1) {
    const next = body.indexOf(mark, at + mark.length);
    if (next === -1) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, split).toString('utf8');
    const content = part.subarray(split + 4);
    const name = /[;\s]name="?([^";\r\n]+)"?/i.exec(head)?.[1];
    const file = /filename=(?:"([^"]*)"|([^;\r\n]*))/i.exec(head);
    if (name !== undefined && file !== null)
      files.set(name, { name: file[1] ?? file[2] ?? '', bytes: Buffer.from(content) });
    else if (name !== undefined) values.push([name, content.toString('utf8')]);
    at = next;
  }
  const uploads = new Map<string, Upload>();
  const rest = values.filter(([name, value]) => {
    const file = files.get(value.replace(/^attach:\/\//, ''));
    if (!value.startsWith('attach://') || file === undefined) return true;
    uploads.set(name, file);
    files.delete(value.slice('attach://'.length));
    return false;
  });
  for (const [name, file] of files) uploads.set(name, file);
  return { params: typed(rest), uploads };
}

/** Forms carry everything as text; the server reads numbers, flags and JSON back, and so does the fake. */
function typed(pairs: readonly (readonly [string, string])[]): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    pairs.map(([name, value]) => {
      if (ALWAYS_TEXT.has(name)) return [name, value];
      try {
        return [name, JSON.parse(value) as unknown];
      } catch {
        return [name, value];
      }
    }),
  );
}
