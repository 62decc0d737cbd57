/** The built-in law with what the operator laid into `DATA_DIR/law` (`docs/law-overlay.md`). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LawFile } from '../casework/law-document.ts';
import { readLawOverlay } from '../casework/law-overlay.ts';
import type { LawOf } from '../casework/engine-commands/index.ts';
import { readConfig } from '../config.ts';
import { accept, type Fault, type Outcome, refuse } from '../engine/outcome.ts';
import { type LawOverlay, lawFor, type RegionCode } from '../law/index.ts';
import { parseDocument } from './read-documents.ts';

/** Law of every region, and the region that is meant where none is named. */
export interface LoadedLaw {
  readonly lawOf: LawOf;
  readonly defaultRegion: RegionCode;
}

/** Settings the law needs; other variables of the environment are not looked at, so a wrong token stops no reckoning. */
export function loadLaw(environment: Readonly<Record<string, string | undefined>>): Outcome<LoadedLaw> {
  const { DATA_DIR, REGION } = environment;
  const read = readConfig({ DATA_DIR, REGION });
  if (!read.ok) {
    return refuse(
      read.wrong.map(({ name, mustBe }) => ({
        path: name,
        problem: 'a wrong setting',
        remedy: `it must be ${mustBe}`,
      })),
    );
  }
  const { dataDir, region } = read.config;
  const overlay = loadLawOverlay(dataDir);
  if (!overlay.ok) return overlay;
  return accept({ lawOf: (asked) => lawFor(asked ?? region, overlay.value), defaultRegion: region });
}

/** Laws changed by the files of `DATA_DIR/law`, none where there is no such folder; else every fault of every file. */
export function loadLawOverlay(dataDir: string): Outcome<LawOverlay> {
  const folder = join(dataDir, 'law');
  const faults: Fault[] = [];
  const files: LawFile[] = [];
  for (const name of namesIn(folder)) {
    const content = readJson(join(folder, name));
    if (content.ok) files.push({ name: `law/${name}`, content: content.value });
    else faults.push(...content.faults.map((found) => ({ ...found, path: `law/${name}: ${found.path}` })));
  }
  return faults.length === 0 ? readLawOverlay(files) : refuse(faults);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function readJson(path: string): Outcome<unknown> {
  try {
    return parseDocument(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return refuse([{ path: '(file)', problem: 'cannot be read', remedy: 'make it a file this user may read' }]);
  }
}
