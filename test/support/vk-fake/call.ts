/** Reads one HTTP request: the parameters of a method from a form or the query, or an uploaded file from a multipart form. */
import type { IncomingMessage } from 'node:http';

export interface Params {
  readonly [name: string]: string;
}

export interface VkCall {
  readonly method: string;
  /** Without the token and the version. */
  readonly params: Params;
}

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export function readParams(request: IncomingMessage, body: Buffer, query: URLSearchParams): Params {
  const type = request.headers['content-type'] ?? '';
  const form = type.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(body.toString('utf8')) : [];
  return Object.fromEntries([...query, ...form]);
}

/** The first file of the form; own reader, because clients write header lines with and without quotes, and names in raw UTF-8. */
export function readUpload(request: IncomingMessage, body: Buffer): UploadedFile | null {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(request.headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return null;
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at !== -1; ) {
    const next = body.indexOf(mark, at + mark.length);
    if (next === -1) return null;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, split).toString('utf8');
    const field = /[;\s]name="?([^";\r\n]+)"?/i.exec(head)?.[1];
    const file = /filename=(?:"([^"]*)"|([^;\r\n]*))/i.exec(head);
    if (field !== undefined && file !== null)
      return { field, name: file[1] ?? file[2] ?? '', bytes: Buffer.from(part.subarray(split + 4)) };
    at = next;
  }
  return null;
}
