/** Tinos, the letters of Times New Roman under a free licence (OFL), inside the file: a paper looks the same on a machine without it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PizZip from 'pizzip';
import { FACE, FACE_INSTEAD } from './page.ts';
import { trimFont } from './trim-font.ts';

const CUTS = [
  { file: '400Regular/Tinos_400Regular.ttf', embed: 'embedRegular', key: '6F706F72-6100-4A01-8A01-000000000001' },
  { file: '700Bold/Tinos_700Bold.ttf', embed: 'embedBold', key: '6F706F72-6100-4A01-8A01-000000000002' },
] as const;

/** Latin with its western marks, Cyrillic with the letters of the peoples of Russia, and the signs of official papers. */
const KEPT = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x400, 0x4ff],
  [0x2000, 0x203a],
  [0x20bd, 0x20bd],
  [0x2116, 0x2116],
  [0x2264, 0x2265],
] as const;

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const P = 'http://schemas.openxmlformats.org/package/2006/relationships';

let packed: PizZip | null = null;

/** Puts the face into an opened DOCX: fonts, their table, and the setting that asks to use them. Letters are packed once and shared by all papers. */
export function embedFace(file: PizZip): void {
  packed ??= packFaces();
  for (const [path, part] of Object.entries(packed.files)) file.files[path] = part;
  const settings = file.file('word/settings.xml')?.asText();
  if (settings === undefined) throw new Error('a DOCX without settings');
  // The schema wants these before all but a few settings of the view.
  const marked = settings.replace(
    /<w:displayBackgroundShape\/>|(?<=<w:settings[^>]*>)/,
    (found) => `${found}<w:embedTrueTypeFonts/><w:saveSubsetFonts/>`,
  );
  file.file('word/settings.xml', marked);
}

function packFaces(): PizZip {
  const fresh = new PizZip();
  const { resolve } = createRequire(import.meta.url);
  CUTS.forEach(({ file, key }, at) => {
    const font = readFileSync(resolve(`@expo-google-fonts/tinos/${file}`));
    fresh.file(`word/fonts/face${at + 1}.odttf`, disguise(trimFont(font, isKept), key));
  });
  fresh.file('word/fontTable.xml', fontTable());
  fresh.file('word/_rels/fontTable.xml.rels', relationships());
  // Read back, so that every paper takes the packed bytes as they are instead of packing them again.
  return new PizZip(fresh.generate({ type: 'uint8array', compression: 'DEFLATE' }));
}

function isKept(codePoint: number): boolean {
  return KEPT.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** Office Open XML, part 4, 2.8.1: the first 32 bytes are mixed with the key, last byte of the key first. */
function disguise(font: Uint8Array, key: string): Uint8Array {
  const mask = Uint8Array.from(Buffer.from(key.replaceAll('-', ''), 'hex')).reverse();
  return font.map((byte, at) => (at < 32 ? byte ^ (mask[at % 16] ?? 0) : byte));
}

function fontTable(): string {
  const embeds = CUTS.map(({ embed, key }, at) => `<w:${embed} r:id="rId${at + 1}" w:fontKey="{${key}}"/>`).join('');
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${W}" xmlns:r="${R}">` +
    `<w:font w:name="${FACE}"><w:altName w:val="${FACE_INSTEAD}"/><w:panose1 w:val="02020603050405020304"/>` +
    `<w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/>${embeds}</w:font></w:fonts>`
  );
}

function relationships(): string {
  const links = CUTS.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${R}/font" Target="fonts/face${at + 1}.odttf"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${P}">${links.join('')}</Relationships>`;
}
