/** Recorded texts of papers in `golden/`; `GOLDEN=write` records what is written now. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The recorded sections of a file, by their names; with `GOLDEN=write` the given ones are recorded first. */
export function golden(file: string, written: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const path = join(import.meta.dirname, '..', 'golden', file);
  if (process.env['GOLDEN'] === 'write') {
    writeFileSync(path, [...written].map(([name, text]) => `=== ${name}\n${text}\n`).join('\n'));
  }
  const sections = readFileSync(path, 'utf8').split(/^=== /m).slice(1);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end + 1).trimEnd()] as const;
    }),
  );
}
