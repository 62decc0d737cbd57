/** Names that every system can keep: what a person typed or a phone sent, made harmless. */

/** Bytes of UTF-8; Linux stops at 255, and Windows counts the whole path. */
const MOST_BYTES = 180;
const ENDING = /\.[\p{L}\p{N}]{1,8}$/u;
/** Names of devices on Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * One name of a path, with no folder in it: signs that Windows refuses become `-`, signs that are not seen (control, direction,
 * zero width) go, dots and spaces at the ends go, a name too long is cut before its ending. `nameless` where nothing is left.
 */
export function safeName(typed: string, nameless: string): string {
  const clean = typed
    .normalize('NFC')
    .replaceAll(/[\s\p{Z}]+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '-')
    .replaceAll(/^[ .]+|[ .]+$/g, '');
  const ending = ENDING.exec(clean)?.[0] ?? '';
  const stem = cut(clean.slice(0, clean.length - ending.length), MOST_BYTES - bytesOf(ending)).replace(/[ .]+$/, '');
  if (stem === '') return `${nameless}${ending}`;
  return DEVICE.test(stem) ? `_${stem}${ending}` : `${stem}${ending}`;
}

/** The name with ` (2)`, ` (3)` before its ending. */
export function numbered(name: string, number: number): string {
  const ending = ENDING.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`;
}

/**
 * Gives each path once: a second of the same name is numbered. Names that differ by the size of letters only count as the same,
 * because they are the same file on Windows.
 */
export function distinctPaths(): (path: readonly string[]) => readonly string[] {
  const given = new Set<string>();
  const last = new Map<string, number>();
  const keyOf = (path: readonly string[]): string => path.join('/').toLowerCase();
  return (path) => {
    const [folders, name] = [path.slice(0, -1), path.at(-1) ?? ''];
    let number = last.get(keyOf(path)) ?? 1;
    let free = path;
    while (given.has(keyOf(free))) {
      number += 1;
      free = [...folders, numbered(name, number)];
    }
    last.set(keyOf(path), number);
    given.add(keyOf(free));
    return free;
  };
}

function cut(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let kept = '';
  let used = 0;
  for (const letter of text) {
    used += bytesOf(letter);
    if (used > most) break;
    kept += letter;
  }
  return kept;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
