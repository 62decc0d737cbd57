/** LibreOffice and poppler for tests: what a person would see of a DOCX. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { skipUnless } from '../../../support/skip.ts';

const PROGRAMS = { office: 'soffice', text: 'pdftotext', fonts: 'pdffonts', picture: 'pdftoppm' } as const;

/** For `describe.skipIf`: true, said aloud, where papers cannot be rendered here. */
export function cannotRender(): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = Object.values(PROGRAMS).filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  return skipUnless(
    missing.length === 0,
    `papers in LibreOffice: no ${missing.join(', ')} (apt-get install libreoffice-writer-nogui poppler-utils fonts-dejavu-core)`,
  );
}

/** One rendered paper. */
export interface Rendered {
  /** Text of each page, laid out as on the page. */
  readonly pages: readonly string[];
  /** Lines of `pdffonts`: faces with whether they are inside the file. */
  readonly fonts: string;
  /** First page as a grey picture of a byte per dot at 50 dots an inch. */
  readonly firstPage: { readonly width: number; readonly height: number; readonly dots: Uint8Array };
}

/** Renders all papers in one call, because starting LibreOffice takes longer than a page. */
export function render(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Rendered> {
  const folder = mkdtempSync(join(tmpdir(), 'opora-papers-'));
  try {
    const names = [...files.keys()].map((name, at) => ({ name, path: join(folder, `${at}.docx`) }));
    for (const { name, path } of names) writeFileSync(path, files.get(name) ?? new Uint8Array());
    // Two LibreOffices with one profile disturb each other.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const paths = names.map(({ path }) => path);
    execFileSync(PROGRAMS.office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      stdio: 'ignore',
      timeout: 120_000,
    });
    return new Map(names.map(({ name, path }) => [name, readPdf(path.replace(/docx$/, 'pdf'))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPdf(path: string): Rendered {
  if (!existsSync(path)) throw new Error(`LibreOffice did not open ${path}`);
  const text = execFileSync(PROGRAMS.text, ['-layout', path, '-'], { encoding: 'utf8' });
  const picture = path.replace(/\.pdf$/, '');
  execFileSync(PROGRAMS.picture, ['-gray', '-r', '50', '-f', '1', '-singlefile', path, picture]);
  return {
    pages: text.split('\f').slice(0, -1),
    fonts: execFileSync(PROGRAMS.fonts, [path], { encoding: 'utf8' }),
    firstPage: readGrey(readFileSync(`${picture}.pgm`)),
  };
}

function readGrey(pgm: Buffer): Rendered['firstPage'] {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), dots: pgm.subarray(head.length) };
}
