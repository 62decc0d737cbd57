/** JSON from a file or stdin: one document, or one a line in constant memory. */
import { createReadStream } from 'node:fs';
import { accept, type Fault, type Outcome, refuse } from '../engine/outcome.ts';

/** Longest document or line, in characters. A stream without line ends must not fill the memory. */
const LONGEST = 8_000_000;
const WHOLE = '(document)';

/** The input could not be read at all: no such file, a folder, no right to read it. */
export class UnreadableInput extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.problem);
    this.fault = fault;
  }
}

/** The whole input as one JSON document. */
export async function readDocument(source: string): Promise<Outcome<unknown>> {
  let text = '';
  for await (const chunk of chunksOf(source)) {
    text += chunk;
    if (text.length > LONGEST) return refuse([tooLong()]);
  }
  return parseDocument(text);
}

/** Every line that is not blank as a JSON document, in order. Throws `UnreadableInput`. */
export async function* readLines(source: string): AsyncGenerator<Outcome<unknown>> {
  let rest = '';
  let skipping = false;
  for await (const chunk of chunksOf(source)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!skipping && line.trim() !== '') yield line.length > LONGEST ? refuse([tooLong()]) : parseDocument(line);
      skipping = false;
    }
    if (skipping) rest = '';
    else if (rest.length > LONGEST) {
      yield refuse([tooLong()]);
      [rest, skipping] = ['', true];
    }
  }
  if (!skipping && rest.trim() !== '') yield parseDocument(rest);
}

/** Reads a JSON text; what stands in it is not repeated in the fault, because it may be about a person. */
export function parseDocument(text: string): Outcome<unknown> {
  try {
    return accept(JSON.parse(text));
  } catch (error) {
    const where = error instanceof Error ? (/position \d+/.exec(error.message)?.[0] ?? '') : '';
    const problem = text.trim() === '' ? 'nothing was given' : `not JSON${where === '' ? '' : `, see ${where}`}`;
    return refuse([{ path: WHOLE, problem, remedy: 'give one JSON document in UTF-8; with --ndjson one a line' }]);
  }
}

async function* chunksOf(source: string): AsyncGenerator<string> {
  const stream = source === '-' ? process.stdin : createReadStream(source);
  stream.setEncoding('utf8');
  let first = true;
  try {
    for await (const chunk of stream) {
      const text = String(chunk);
      // Editors of Windows begin a file with a byte order mark, which is not JSON.
      yield first ? text.replace(/^\uFEFF/, '') : text;
      first = false;
    }
  } catch (error) {
    throw new UnreadableInput({
      path: source === '-' ? 'stdin' : source,
      problem: `cannot be read${error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''}`,
      remedy: 'give the path of a JSON file, or - for stdin',
    });
  }
}

function tooLong(): Fault {
  return {
    path: WHOLE,
    problem: `longer than ${LONGEST} characters`,
    remedy: 'split it into lines, one document each',
  };
}
