import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { LinkSheet } from '../../src/casework/ports.ts';
import { createDocumentWriter } from '../../src/documents/document-writer.ts';
import { day } from '../../src/engine/day.ts';
import { loadLocales } from '../../src/texts/locales.ts';
import { createTexts } from '../../src/texts/render.ts';
import { hasCommand, skipUnless } from '../support/skip.ts';
import { readQr } from './support/read-qr.ts';

const texts = createTexts(loadLocales(), (language, key) => {
  throw new Error(`no words for ${key} in ${language}`);
});
const writer = createDocumentWriter(texts);
const URL_OF_LINK = 'https://opora.example/?start=TOKENtoken-TOKENtoken_TOKENtoken';
const SHEET: LinkSheet = {
  language: 'ru',
  officeName: 'Отдел социальной защиты населения города Брянска (Бежицкий, Володарский, Советский и Фокинский районы)',
  officePhone: '+7 (4832) 64-30-11',
  purpose: 'recipient',
  url: URL_OF_LINK,
  code: 'K7WM3RXA',
  expiresOn: day('2026-12-06'),
};

const folder = mkdtempSync(join(tmpdir(), 'opora-papers-'));
const keep = process.env['SCREENSHOTS'];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withoutPoppler = skipUnless(
  hasCommand('pdftoppm'),
  'pictures of the link sheet: no pdftoppm (apt install poppler-utils)',
);

function draw(pdf: Uint8Array, name: string, dpi: number): Buffer {
  const path = join(folder, name);
  writeFileSync(`${path}.pdf`, pdf);
  execFileSync('pdftoppm', ['-png', '-r', String(dpi), `${path}.pdf`, path]);
  const picture = readFileSync(`${path}-1.png`);
  if (keep !== undefined) writeFileSync(join(keep, `${name}.png`), picture);
  return picture;
}

function wordsOf(pdf: Uint8Array): string {
  const path = join(folder, 'words.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/[\s\u00a0]+/g, ' ');
}

describe('a QR picture', () => {
  test.each([URL_OF_LINK, 'https://t.me/opora_bot?start=abc', 'https://opora.example/?start=Кириллица'])(
    'says %s',
    async (url) => {
      const picture = await writer.qrPicture(url);
      expect(Buffer.from(picture.subarray(1, 4)).toString()).toBe('PNG');
      expect(await readQr(picture)).toBe(url);
    },
  );

  test('is the same as a drawing for print', async () => {
    const drawing = Buffer.from(await writer.qrDrawing(URL_OF_LINK));
    expect(drawing.toString()).toMatch(/^<svg xmlns/);
    expect(await readQr(await sharp(drawing, { density: 600 }).png().toBuffer())).toBe(URL_OF_LINK);
  });

  test('is read from a poor photo of it', async () => {
    const picture = await writer.qrPicture(URL_OF_LINK);
    const photo = await sharp(picture)
      .resize(240)
      .rotate(7, { background: '#ddd' })
      .blur(0.8)
      .jpeg({ quality: 35 })
      .toBuffer();
    expect(await readQr(photo)).toBe(URL_OF_LINK);
  });
});

describe('a link sheet', () => {
  test('is a PDF of modest size with its own fonts', async () => {
    const pdf = await writer.linkSheet(SHEET);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(pdf.length).toBeLessThan(120_000);
    expect(Buffer.from(pdf).toString('latin1')).toContain('PTSans');
  });

  test.skipIf(withoutPoppler).each([
    { name: 'recipient-ru', sheet: SHEET },
    { name: 'recipient-en', sheet: { ...SHEET, language: 'en' as const, officePhone: null } },
    { name: 'staff-ru', sheet: { ...SHEET, purpose: 'staff' as const, officeName: 'ОСЗН' } },
    { name: 'staff-en', sheet: { ...SHEET, purpose: 'staff' as const, language: 'en' as const } },
    { name: 'partner-ru', sheet: { ...SHEET, purpose: 'partner' as const } },
    { name: 'public-ru', sheet: { ...SHEET, purpose: 'public' as const, code: null, expiresOn: null } },
  ])('is one page whose QR is read at screen and at print resolution: $name', async ({ name, sheet }) => {
    const pdf = await writer.linkSheet(sheet);
    for (const dpi of [60, 150]) expect(await readQr(draw(pdf, `sheet-${name}-${dpi}`, dpi))).toBe(URL_OF_LINK);
    const info = execFileSync('pdfinfo', [join(folder, `sheet-${name}-60.pdf`)], { encoding: 'utf8' });
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toContain('A4');
  });

  test.skipIf(withoutPoppler)('says who, how, until when and whom to call', async () => {
    const words = wordsOf(await writer.linkSheet(SHEET));
    for (const part of [
      'Бежицкий',
      'Ваша личная ссылка в чат',
      'K7WM3RXA',
      '6 декабря 2026 г.',
      '+7 (4832) 64-30-11',
      'нажмите «Продолжить»',
    ])
      expect(words).toContain(part);
    expect(words).toContain('opora.example');
    // The secret is in the picture and nowhere in letters: a glance over the shoulder must not read it.
    expect(words).not.toContain('TOKENtoken');
  });

  test.skipIf(withoutPoppler)('leaves the phone out where there is none', async () => {
    expect(wordsOf(await writer.linkSheet({ ...SHEET, officePhone: null }))).not.toContain('Позвоните');
  });

  test.skipIf(withoutPoppler)('draws every Cyrillic letter: the ink of a line changes with each', async () => {
    // A font cut wrongly shows gaps that text extraction does not see; so letters are counted by their ink.
    const inkOf = async (officeName: string): Promise<number> => {
      const picture = draw(await writer.linkSheet({ ...SHEET, officeName }), 'ink', 80);
      const { data } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
      return data.reduce((sum, grey) => sum + (255 - grey), 0);
    };
    const empty = await inkOf(' ');
    for (const letters of ['щщщщ', 'ёёёё', 'ЖЖЖЖ', '№№№№', '«»«»'])
      expect(await inkOf(letters), letters).toBeGreaterThan(empty + 1000);
  });

  test('two at once do not mix', async () => {
    const sheets = await Promise.all(['AAAA2222', 'BBBB3333'].map((code) => writer.linkSheet({ ...SHEET, code })));
    if (withoutPoppler) return;
    expect(sheets.map(wordsOf).map((words) => /AAAA2222|BBBB3333/.exec(words)?.[0])).toEqual(['AAAA2222', 'BBBB3333']);
  });
});
