/**
 * Makes a TrueType font small enough to travel inside every paper: outlines of letters that are not kept are dropped, and
 * so are they from the letter map, so that an unusual letter is drawn by another font instead of not at all. Numbers of the
 * glyphs stay, therefore hinting and widths do. Tables after the OpenType specification (cmap 4, glyf, loca, head).
 */

/** Tables a reader needs; the tables of kerning and of forms by language refer to letters that are gone. */
const KEPT_TABLES = [
  'OS/2',
  'cmap',
  'cvt ',
  'fpgm',
  'gasp',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
  'prep',
];
const CHECKSUM_OF_FONT = 0xb1b0afba;
const COMPONENT = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 } as const;

/** The font with the letters whose code points pass `keep`. Throws on a file that is not a TrueType font with a Unicode map: a bug of the package. */
export function trimFont(font: Uint8Array, keep: (codePoint: number) => boolean): Uint8Array {
  const tables = readTables(font);
  const letters = readLetters(need(tables, 'cmap')).filter(([codePoint]) => keep(codePoint));
  const head = need(tables, 'head').slice();
  const offsets = readOffsets(need(tables, 'loca'), view(head).getInt16(50) === 1);
  const outlines = need(tables, 'glyf');
  const kept = withComponents(new Set([0, ...letters.map(([, glyph]) => glyph)]), offsets, outlines);
  const { glyf, loca } = cutOutlines(kept, offsets, outlines);
  view(head).setInt16(50, 1);
  view(head).setUint32(8, 0);
  const post = need(tables, 'post').slice(0, 32);
  view(post).setUint32(0, 0x00030000);
  const changed: Readonly<Record<string, Uint8Array>> = { cmap: writeLetters(letters), glyf, loca, head, post };
  return writeFont(
    KEPT_TABLES.flatMap((tag) => {
      const data = changed[tag] ?? tables.get(tag);
      return data === undefined ? [] : [{ tag, data }];
    }),
  );
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function need(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`not a TrueType font: no table ${tag}`);
  return table;
}

function readTables(font: Uint8Array): Map<string, Uint8Array> {
  const at = view(font);
  return new Map(
    Array.from({ length: at.getUint16(4) }, (_, number) => {
      const entry = 12 + number * 16;
      const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
      const start = at.getUint32(entry + 8);
      return [tag, font.subarray(start, start + at.getUint32(entry + 12))] as const;
    }),
  );
}

function readLetters(cmap: Uint8Array): [codePoint: number, glyph: number][] {
  const at = view(cmap);
  const maps = Array.from({ length: at.getUint16(2) }, (_, number) => at.getUint32(4 + number * 8 + 4));
  const start = maps.find((offset) => at.getUint16(offset) === 4);
  if (start === undefined) throw new Error('not a font with a Unicode map of format 4');
  const double = at.getUint16(start + 6);
  const letters: [number, number][] = [];
  for (let segment = 0; segment < double; segment += 2) {
    const last = at.getUint16(start + 14 + segment);
    const first = at.getUint16(start + 16 + double + segment);
    const delta = at.getUint16(start + 16 + 2 * double + segment);
    const rangeAt = start + 16 + 3 * double + segment;
    const range = at.getUint16(rangeAt);
    for (let letter = first; letter <= last && letter < 0xffff; letter += 1) {
      const raw = range === 0 ? letter : at.getUint16(rangeAt + range + (letter - first) * 2);
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) letters.push([letter, glyph]);
    }
  }
  return letters;
}

function readOffsets(loca: Uint8Array, long: boolean): number[] {
  const at = view(loca);
  return Array.from({ length: loca.byteLength / (long ? 4 : 2) }, (_, glyph) =>
    long ? at.getUint32(glyph * 4) : at.getUint16(glyph * 2) * 2,
  );
}

/** A letter with a mark may be made of two others: they stay too. */
function withComponents(kept: Set<number>, offsets: readonly number[], outlines: Uint8Array): Set<number> {
  // A set grows while it is walked, so components of components are met as well.
  for (const glyph of kept) {
    const outline = outlines.subarray(offsets[glyph] ?? 0, offsets[glyph + 1] ?? 0);
    if (outline.byteLength < 10 || view(outline).getInt16(0) >= 0) continue;
    let at = 10;
    let flags: number = COMPONENT.more;
    while (flags & COMPONENT.more) {
      flags = view(outline).getUint16(at);
      kept.add(view(outline).getUint16(at + 2));
      at += 4 + (flags & COMPONENT.words ? 4 : 2);
      at += flags & COMPONENT.scale ? 2 : flags & COMPONENT.twoScales ? 4 : flags & COMPONENT.matrix ? 8 : 0;
    }
  }
  return kept;
}

function cutOutlines(kept: ReadonlySet<number>, offsets: readonly number[], outlines: Uint8Array) {
  const loca = new Uint8Array(offsets.length * 4);
  const glyf = new Uint8Array(outlines.byteLength + offsets.length * 4);
  let end = 0;
  for (let glyph = 0; glyph < offsets.length - 1; glyph += 1) {
    view(loca).setUint32(glyph * 4, end);
    if (!kept.has(glyph)) continue;
    const outline = outlines.subarray(offsets[glyph], offsets[glyph + 1]);
    glyf.set(outline, end);
    end += padded(outline.byteLength);
  }
  view(loca).setUint32((offsets.length - 1) * 4, end);
  return { glyf: glyf.slice(0, end), loca };
}

/** One map of format 4 under Windows Unicode: runs in which letters and glyphs both go up by one. */
function writeLetters(letters: readonly (readonly [number, number])[]): Uint8Array {
  const runs: { first: number; last: number; glyph: number }[] = [];
  for (const [letter, glyph] of letters) {
    const run = runs.at(-1);
    if (run && letter === run.last + 1 && glyph === run.glyph + letter - run.first) run.last = letter;
    else runs.push({ first: letter, last: letter, glyph });
  }
  runs.push({ first: 0xffff, last: 0xffff, glyph: 0 });
  const power = 2 ** Math.floor(Math.log2(runs.length));
  const length = 16 + runs.length * 8;
  const [ends, starts, deltas] = [runs.map((run) => run.last), runs.map((run) => run.first), runs.map(deltaOf)];
  const map = [4, length, 0, runs.length * 2, power * 2, Math.log2(power), (runs.length - power) * 2];
  const words = [0, 1, 3, 1, 0, 12, ...map, ...ends, 0, ...starts, ...deltas, ...runs.map(() => 0)];
  const cmap = new Uint8Array(words.length * 2);
  words.forEach((word, at) => view(cmap).setUint16(at * 2, word));
  return cmap;
}

function deltaOf(run: { readonly first: number; readonly glyph: number }): number {
  return run.first === 0xffff ? 1 : (run.glyph - run.first) & 0xffff;
}

function writeFont(tables: readonly { readonly tag: string; readonly data: Uint8Array }[]): Uint8Array {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const start = 12 + tables.length * 16;
  const font = new Uint8Array(tables.reduce((size, { data }) => size + padded(data.byteLength), start));
  const at = view(font);
  at.setUint32(0, 0x00010000);
  [tables.length, power * 16, Math.log2(power), (tables.length - power) * 16].forEach((n, i) =>
    at.setUint16(4 + i * 2, n),
  );
  let end = start;
  let headAt = 0;
  tables.forEach(({ tag, data }, number) => {
    font.set(data, end);
    const entry = 12 + number * 16;
    font.set(new TextEncoder().encode(tag), entry);
    at.setUint32(entry + 4, checksum(font.subarray(end, end + padded(data.byteLength))));
    at.setUint32(entry + 8, end);
    at.setUint32(entry + 12, data.byteLength);
    if (tag === 'head') headAt = end;
    end += padded(data.byteLength);
  });
  at.setUint32(headAt + 8, (CHECKSUM_OF_FONT - checksum(font)) >>> 0);
  return font;
}

function checksum(bytes: Uint8Array): number {
  const at = view(bytes);
  let total = 0;
  for (let offset = 0; offset < bytes.byteLength; offset += 4) total = (total + at.getUint32(offset)) >>> 0;
  return total;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
