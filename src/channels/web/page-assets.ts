/** The page and what it loads, held in memory. One hash of all of it stands in every address, so browsers keep them for ever. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Language } from '../../texts/text.ts';
import type { PageWords } from './page-words.ts';

/** Browser files are served as written, from the source folder; the same three steps up lead there from `src` and from `dist`. */
const PAGE_FOLDER = join(import.meta.dirname, '../../../src/channels/web/page');
const TYPES: { readonly [extension: string]: string } = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Everything a browser may load, ready to be sent. */
export interface PageAssets {
  /** Changes whenever anything the page loads changes. */
  readonly version: string;
  readonly files: ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>;
  /** The page itself with its words filled in. */
  html(language: Language): string;
}

/** Reads the page once, at the start. Throws where a file is missing or the page asks for a word nobody has. */
export function loadPageAssets(words: PageWords): PageAssets {
  const files = new Map<string, { type: string; bytes: Buffer }>();
  for (const name of readdirSync(PAGE_FOLDER).sort()) {
    const type = TYPES[extname(name)];
    if (type !== undefined) files.set(name, { type, bytes: readFileSync(join(PAGE_FOLDER, name)) });
  }
  const spoken = `export const WORDS = ${JSON.stringify(words)};\n`;
  files.set('words.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from(spoken) });
  const digest = createHash('sha256');
  for (const [name, { bytes }] of files) digest.update(name).update(bytes);
  const version = digest.digest('hex').slice(0, 16);
  const template = readFileSync(join(PAGE_FOLDER, 'page.html'), 'utf8');
  const html = { ru: fill(template, 'ru', version, words), en: fill(template, 'en', version, words) };
  return { version, files, html: (language) => html[language] };
}

/** `{{assets}}`, `{{language}}` and `{{words.key}}`; a word nobody has stops the start. */
function fill(template: string, language: Language, version: string, words: PageWords): string {
  return template.replaceAll(/\{\{([\w.-]+)\}\}/g, (_whole, name: string) => {
    if (name === 'assets') return `/chat/page/${version}`;
    if (name === 'language') return language;
    const word = words[language][name.replace(/^words\./, '')];
    if (word === undefined) throw new Error(`page.html asks for a word nobody has: ${name}`);
    return escape(word);
  });
}

function escape(text: string): string {
  const signs: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
