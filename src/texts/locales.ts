/** The files of `locales/`: one folder per language, one file per namespace, read once at the start. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './text.ts';

/** Languages in the order they are offered. */
export const LANGUAGES = ['ru', 'en'] as const satisfies readonly Language[];

/** Keys of one namespace, nested by the dots of the key. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** All words: by language, then by namespace (the name of the file without `.json`). */
export type Locales = { readonly [language in Language]: { readonly [namespace: string]: Words } };

/** The folder of this checkout or installed copy. */
export const LOCALES_FOLDER = join(import.meta.dirname, '..', '..', 'locales');

/** Reads every file of the folder. Throws with the path of a file that is missing or is not JSON: nothing can be said without words. */
export function loadLocales(folder: string = LOCALES_FOLDER): Locales {
  return { ru: namespacesOf(join(folder, 'ru')), en: namespacesOf(join(folder, 'en')) };
}

function namespacesOf(folder: string): { readonly [namespace: string]: Words } {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(files.map((name) => [name.slice(0, -'.json'.length), wordsOf(join(folder, name))]));
}

function wordsOf(path: string): Words {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Words;
  } catch (error) {
    throw new Error(`${path} is not JSON: mend the file`, { cause: error });
  }
}
