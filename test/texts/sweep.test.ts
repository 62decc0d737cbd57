/** The words and the code against each other: nothing missing, nothing left over, the same in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLocales, type Words } from '../../src/texts/locales.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');
const PLURALS = { ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] } as const;
const SUFFIX = /_(?:one|few|many|other)$/;

/** Words that are not said through a key in the code, with who says them. */
const SAID_OTHERWISE: readonly RegExp[] = [
  // The page of the web chat is given this namespace whole.
  /^web:/,
  // Meanings of the fields of templates, by the fields' own Russian names (documents/paper/template-fields.ts).
  /^forms:template\.names\./,
];

/** Said in Russian only, to readers of Russian only. */
const RUSSIAN_ONLY: readonly string[] = [
  // Official papers and registers: the order fixes their words.
  'forms',
  'register',
  // The demo plays two Russian families.
  'demo',
];

const LOCALES = loadLocales();
const NAMESPACES = Object.keys(LOCALES.ru);
const IN_BOTH = NAMESPACES.filter((namespace) => !RUSSIAN_ONLY.includes(namespace) || namespace in LOCALES.en);

function flat(words: Words, prefix: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}

function keysOf(language: 'ru' | 'en', namespace: string): Map<string, string> {
  return new Map(flat(LOCALES[language][namespace] ?? {}, ''));
}

/** Keys as the code names them: without the ending of a plural form. */
function bases(language: 'ru' | 'en', namespace: string): Set<string> {
  return new Set([...keysOf(language, namespace).keys()].map((key) => key.replace(SUFFIX, '')));
}

function variables(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '').filter((name) => name !== 'count');
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : sources(path);
    return /\.(?:ts|js)$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const CODE = sources(SRC).join('\n');
const LITERALS = new Set([...CODE.matchAll(/'([^'\n]{1,80})'/g)].map((match) => match[1] ?? ''));
/** Templates as patterns: what stands between braces may be anything without a space. */
const TEMPLATES = [...CODE.matchAll(/`([\w:.-]*(?:\$\{[^`]*?\}[\w:.-]*)+)`/g)]
  .map((match) => match[1] ?? '')
  // `citizen:${path}` alone says nothing about which keys are said: its callers name them.
  .filter((template) => /[a-z]/.test(template.replace(/\$\{[^}]*\}/g, '')) && !/^[\w-]+:\$\{[^}]*\}$/.test(template))
  .map(
    (template) =>
      new RegExp(
        `^${template
          .split(/\$\{[^}]*\}/)
          .map(escaped)
          .join('[\\w.-]+')}$`,
      ),
  );

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isSaid(namespace: string, key: string): boolean {
  const names = [`${namespace}:${key}`, key];
  return (
    SAID_OTHERWISE.some((pattern) => pattern.test(names[0] ?? '')) ||
    names.some((name) => LITERALS.has(name) || TEMPLATES.some((template) => template.test(name)))
  );
}

describe.each(IN_BOTH)('the words of %s in both languages', (namespace) => {
  it('are the same keys', () => {
    expect([...bases('en', namespace)].sort()).toEqual([...bases('ru', namespace)].sort());
  });

  it('have the same facts', () => {
    const facts = (language: 'ru' | 'en') => {
      const found: { [base: string]: string[] } = {};
      for (const [key, text] of keysOf(language, namespace)) {
        const base = key.replace(SUFFIX, '');
        found[base] = [...new Set([...(found[base] ?? []), ...variables(text)])].sort();
      }
      return found;
    };
    expect(facts('en')).toEqual(facts('ru'));
  });
});

describe.each(NAMESPACES)('the words of %s', (namespace) => {
  it.each(['ru', 'en'] as const)('have every plural form (%s) and no empty text', (language) => {
    const keys = keysOf(language, namespace);
    const plural = new Set([...keys.keys()].filter((key) => SUFFIX.test(key)).map((key) => key.replace(SUFFIX, '')));
    const missing = [...plural].flatMap((base) =>
      PLURALS[language].map((form) => `${base}_${form}`).filter((key) => !keys.has(key)),
    );
    expect(missing).toEqual([]);
    expect([...keys].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('are all said somewhere', () => {
    expect([...bases('ru', namespace)].filter((key) => !isSaid(namespace, key))).toEqual([]);
  });
});

describe('the code', () => {
  it('names no key that has no words', () => {
    const named = [...LITERALS].filter((literal) => /^[a-z-]+:[a-z][\w.-]+$/.test(literal));
    const keys = named.filter((literal) => NAMESPACES.includes(literal.split(':')[0] ?? ''));
    const unknown = keys.filter((literal) => {
      const [namespace = '', key = ''] = literal.split(':');
      return !bases('ru', namespace).has(key);
    });
    expect(keys.length).toBeGreaterThan(20);
    expect(unknown).toEqual([]);
  });

  it.each([
    ['citizenText', 'citizen'],
    ['precheckText', 'precheck'],
    ['lawWord', 'law-words'],
    ['staffText', 'staff'],
  ])('says by %s only what %s has', (made, namespace) => {
    const calls = [...CODE.matchAll(new RegExp(`${made}\\(\\s*'([^']+)'`, 'g'))].map((match) => match[1] ?? '');
    expect(calls.filter((key) => !bases('ru', namespace).has(key))).toEqual([]);
  });

  it('ends no sentence with a day in Russian, whose own point is enough', () => {
    const days = /\{\{(?:day|from|to|on|opens|due|until|remind|ends|since)\}\}\./;
    // Official papers write days their own way.
    const wrong = NAMESPACES.filter((namespace) => namespace !== 'forms').flatMap((namespace) =>
      [...keysOf('ru', namespace)].filter(([, text]) => days.test(text)).map(([key]) => `${namespace}:${key}`),
    );
    expect(wrong).toEqual([]);
  });
});
