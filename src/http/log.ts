/** What the server writes down about itself. */

/** Plain facts of one line: codes, counts, durations. Never an address with its query, a body, a cookie or a name. */
export interface LogFields {
  readonly [name: string]: string | number | boolean | null;
}

/** Where lines go; pino fits. */
export interface HttpLog {
  info(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/**
 * An error as fields: its kind and where it was thrown. The message is left out, because what a database or a parser says
 * about a value may quote the value.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, code, where: frames.slice(0, 6).join(' <').replaceAll(/\s+/g, ' ').trim() };
}
