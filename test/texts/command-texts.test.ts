import { describe, expect, test } from 'vitest';
import { DIALOGS } from '../../src/dialogs/index.ts';
import { spokenWish } from '../../src/dialogs/spoken-move.ts';
import { commandTexts } from '../../src/texts/command-texts.ts';
import { loadLocales } from '../../src/texts/locales.ts';
import { createTexts } from '../../src/texts/render.ts';

const texts = createTexts(loadLocales(), (language, key) => {
  throw new Error(`no ${language} words for ${key}`);
});

describe.each(['ru', 'en'] as const)('the menu of a messenger in %s', (language) => {
  test.each(['citizen', 'specialist', 'head'] as const)(
    'every command of a %s opens a dialog that they may open',
    (role) => {
      const commands = commandTexts(texts, language)[role];
      expect(new Set(commands.map(({ command }) => command)).size).toBe(commands.length);
      for (const { command, description } of commands) {
        expect(description.length).toBeGreaterThan(3);
        const wish = spokenWish(`/${command}`);
        if (wish?.kind !== 'open') throw new Error(`/${command} opens nothing`);
        const dialog = DIALOGS[wish.dialog];
        // Words that stand for a screen of their own, as "menu", are no dialogs.
        if (dialog) expect([command, allowed(dialog.audience, role)]).toEqual([command, true]);
      }
    },
  );
});

function allowed(audience: string, role: 'citizen' | 'specialist' | 'head'): boolean {
  if (role === 'citizen') return audience !== 'staff' && audience !== 'head';
  return audience !== 'head' || role === 'head';
}
