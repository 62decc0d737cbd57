import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import type { FileRef } from '../../src/dialogs/file-ref.ts';
import { FILE_LIMIT, openFiles } from '../../src/db/file-store.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n');

/** A photo lying on its side, with a place and the maker of the camera in it. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#335577' } })
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: { IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 15/1 0/1' } },
    })
    .toBuffer();
const picture = (format: 'png' | 'webp'): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#335577' } })
    [format]()
    .toBuffer();

const kept = async (bytes: Uint8Array, name: string): Promise<FileRef> => {
  const answer = await openFiles(folder).keep(bytes, name);
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`);
  return answer;
};

test('a photo is kept upright and without its place, under the hash of what is kept', async () => {
  const original = await photo();
  expect(original.includes('SecretCamera')).toBe(true);
  const ref = await kept(original, 'IMG_1.JPG');
  expect(ref).toMatchObject({ name: 'IMG_1.jpg', mediaType: 'image/jpeg' });
  const stored = Buffer.from((await openFiles(folder).read(ref.hash)) ?? []);
  expect(stored.byteLength).toBe(ref.size);
  const { width, height, exif, orientation } = await sharp(stored).metadata();
  expect([width, height, exif, orientation]).toEqual([40, 60, undefined, undefined]);
  expect(stored.includes('SecretCamera')).toBe(false);
  expect(await readdir(join(folder, 'files', ref.hash.slice(0, 2)))).toContain(ref.hash.slice(2));
});

test('the same bytes twice are one file', async () => {
  const [first, second] = [await kept(await photo(), 'a.jpg'), await kept(await photo(), 'b.jpg')];
  expect(second.hash).toBe(first.hash);
  expect(await readdir(join(folder, 'files', first.hash.slice(0, 2)))).toHaveLength(1);
});

test('ten at once are all kept, with nothing left beside them', async () => {
  const refs = await Promise.all(
    Array.from({ length: 10 }, (_, index) => kept(Buffer.concat([PDF, Buffer.from(`%${index % 5}`)]), 'a.pdf')),
  );
  expect(new Set(refs.map((ref) => ref.hash)).size).toBe(5);
  for (const name of await readdir(join(folder, 'files'), { recursive: true })) expect(name).not.toMatch(/\/\./);
});

describe('what is kept', () => {
  test.each([
    ['PNG', () => picture('png'), 'image/png'],
    ['WebP', () => picture('webp'), 'image/webp'],
    ['PDF', async () => PDF, 'application/pdf'],
    ['PDF with junk before its head', async () => Buffer.concat([Buffer.from('\r\njunk'), PDF]), 'application/pdf'],
  ])('%s', async (_name, bytes, mediaType) => {
    const ref = await kept(await bytes(), 'справка');
    expect(ref.mediaType).toBe(mediaType);
    expect(await openFiles(folder).read(ref.hash)).not.toBeNull();
  });

  test('a PDF stays byte for byte', async () => {
    const ref = await kept(PDF, 'a.pdf');
    expect(Buffer.from((await openFiles(folder).read(ref.hash)) ?? [])).toEqual(PDF);
  });
});

describe('what is refused', () => {
  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['nothing', async () => new Uint8Array(), 'unreadable'],
    [
      'half a photo',
      async () =>
        (
          await sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
            .jpeg()
            .toBuffer()
        ).subarray(0, 20_000),
      'unreadable',
    ],
    [
      'the first bytes of a JPEG and junk',
      async () => Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), randomBytes(2000)]),
      'unreadable',
    ],
    ['half a PDF', async () => PDF.subarray(0, 30), 'unreadable'],
    ['a program', async () => Buffer.concat([Buffer.from('MZ'), randomBytes(500)]), 'wrong-type'],
    [
      'an SVG, which can carry scripts',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'wrong-type',
    ],
    ['a page', async () => Buffer.from('<!doctype html><p>да</p>'), 'wrong-type'],
    ['an archive', async () => Buffer.concat([Buffer.from('504b0304', 'hex'), randomBytes(500)]), 'wrong-type'],
    ['one byte too many', async () => Buffer.alloc(FILE_LIMIT + 1), 'too-large'],
    [
      'a small file that unpacks to a huge picture',
      () =>
        sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
      'too-large',
    ],
  ])('%s', async (_name, bytes, why) => {
    expect(await openFiles(folder).keep(await bytes(), 'a.jpg')).toEqual({ refused: why });
  });
});

test.each([
  ['C:\\photos\\..\\справка 1.pdf', 'справка 1.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['evil.exe', 'evil.exe.pdf'],
  ['a\u0000b\u202ec.pdf', 'abc.pdf'],
  ['', 'file.pdf'],
  ['.pdf', 'file.pdf'],
  [`${'д'.repeat(300)}.pdf`, `${'д'.repeat(100)}.pdf`],
])('the name %j is kept as %j', async (given, name) => {
  expect((await kept(PDF, given)).name).toBe(name);
});

test.each(['', '../secret', 'a'.repeat(63), 'A'.repeat(64), 'f'.repeat(64)])('no file under %j', async (hash) => {
  expect(await openFiles(folder).read(hash)).toBeNull();
});
