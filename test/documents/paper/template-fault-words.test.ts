import { describe, expect, test } from 'vitest';
import { TEMPLATE_FAULTS } from '../../../src/documents/paper/template-faults.ts';
import { loadLocales } from '../../../src/texts/locales.ts';
import { createTexts } from '../../../src/texts/render.ts';

const texts = createTexts(loadLocales(), (language, key) => {
  throw new Error(`no ${language} words for ${key}`);
});
const FACTS = { size: 7, limit: 5, name: '{a}', near: '{b}', open: '{#a}', close: '{/a}', tag: '{a}' };

describe.each(['ru', 'en'] as const)('faults of a template in %s', (language) => {
  test.each(TEMPLATE_FAULTS)('%s says what is wrong and what to do', (code) => {
    for (const part of ['problem', 'remedy']) {
      const said = texts.render(language, { key: `forms:template.fault.${code}.${part}`, facts: FACTS });
      expect(said.length).toBeGreaterThan(10);
      expect(said).not.toMatch(/\{\{|undefined/);
      expect(/[а-яё]/i.test(said.replaceAll(/\{[^}]*\}/g, ''))).toBe(language === 'ru');
    }
  });

  test('no other fault has words: the list is closed', () => {
    const words = loadLocales()[language]['forms'] as { template: { fault: object } };
    expect(Object.keys(words.template.fault).toSorted()).toEqual([...TEMPLATE_FAULTS].toSorted());
  });
});
