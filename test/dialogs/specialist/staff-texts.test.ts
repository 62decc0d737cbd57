/** The words of staff: every key a dialog names is there, none is left over, and nothing ends in two full stops. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLocales, type Words } from '../../../src/texts/locales.ts';
import { TRANSCRIPTS } from '../../support/transcript.ts';

const FOLDER = join(import.meta.dirname, '../../../src/dialogs/specialist');
const SOURCE = readdirSync(FOLDER)
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n');
const KEYS = keysOf(loadLocales().ru['staff'] ?? {}).map((key) => key.replace(/_(one|few|many|other)$/, ''));
const NAMED = namesIn(SOURCE);

describe('words of staff', () => {
  it('every key that is spelled out is in the file', () => {
    const plain = NAMED.filter((name) => !name.includes('*'));
    expect(plain.length).toBeGreaterThan(100);
    expect(plain.filter((name) => !KEYS.includes(name))).toEqual([]);
  });

  it('every pattern fits a key, every key is named', () => {
    const patterns = NAMED.map((name) => new RegExp(`^${name.split('*').map(escape).join('.+')}$`));
    expect(NAMED.filter((_name, at) => !KEYS.some((key) => patterns[at]?.test(key)))).toEqual([]);
    expect([...new Set(KEYS)].filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('no talk has two full stops together', () => {
    const talks = readdirSync(TRANSCRIPTS).filter((name) => name.startsWith('staff-') && name.endsWith('.txt'));
    const bad = talks.flatMap((name) =>
      readFileSync(join(TRANSCRIPTS, name), 'utf8')
        .split('\n')
        .filter((line) => /[^.]\.\.(?!\.)|undefined|null,|NaN|\{\{/.test(line) && !line.startsWith('⚙'))
        .map((line) => `${name}: ${line}`),
    );
    expect(talks.length).toBeGreaterThan(20);
    expect(bad).toEqual([]);
  });
});

/** Keys in the source: in quotes after `staffText(`, and what a condition chooses between; `*` stands for a part that is computed. */
function namesIn(source: string): string[] {
  const calls = [...source.matchAll(/staffText\(\s*([^()]*?(?:'[^']*'|`[^`]*`)[^()]*?)(?:,|\))/gs)].map(
    (match) => match[1] ?? '',
  );
  const quoted = calls.flatMap((call) =>
    [...call.matchAll(/'([a-z][a-z.-]*)'|`([^`]*)`/g)].map((match) => match[1] ?? match[2] ?? ''),
  );
  const own = [...source.matchAll(/'(?:[a-z-]+)': '([a-z-]+)'/g)].map((match) => `refused.${match[1] ?? ''}`);
  return [...new Set([...quoted.map((name) => name.replace(/\$\{[^}]*\}/g, '*')), ...own])];
}

function keysOf(words: Words, path = ''): string[] {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [path + name] : keysOf(value, `${path}${name}.`),
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
