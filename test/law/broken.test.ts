import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLawOverlay } from '../../src/casework/law-overlay.ts';

interface BrokenLaw {
  readonly mistake: string;
  readonly document: unknown;
  /** What the error must say: the place, the value, the way out. */
  readonly words: readonly string[];
}

const folder = join(import.meta.dirname, 'broken');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const broken = names.map((name) => ({ name, ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as BrokenLaw) }));

test('there are mistakes to try', () => {
  expect(broken.length).toBeGreaterThan(30);
});

test.each(broken)('$name: $mistake', ({ name, document, words }) => {
  const outcome = readLawOverlay([{ name: `law/${name}`, content: document }]);
  if (outcome.ok) expect.fail('the mistake was not noticed');
  const told = outcome.faults.map(({ path, problem, remedy }) => `${path}: ${problem} → ${remedy}`);
  for (const word of words) expect(told.join('\n')).toContain(word);
  for (const line of told) expect(line).toContain(`law/${name}: `);
  expect(new Set(told).size, 'one mistake is told once').toBe(told.length);
});

test('one mistake is told once, also where it is for all regions', () => {
  const told = broken.map(({ name, document }) => {
    const outcome = readLawOverlay([{ name, content: document }]);
    return { name, faults: outcome.ok ? 0 : outcome.faults.length };
  });
  // The first leaves out three groups; in the second two proofs are stronger than the one that earns more.
  const several = ['group-left-out.json', 'score-stronger-proof-earns-less.json'];
  expect(told.filter(({ faults }) => faults > 1).map(({ name }) => name)).toEqual(several);
});
