/** Short ways to name the texts of the citizen's dialogs. */
import type { Fact, Text } from '../../texts/text.ts';

type Facts = { readonly [name: string]: Fact };

/** A text of `locales/…/citizen.json` by its path, `menu.hello`. */
export function citizenText(path: string, facts?: Facts): Text {
  return facts ? { key: `citizen:${path}`, facts } : { key: `citizen:${path}` };
}

/** The words of a code: `law-words:income-kind.wage`. */
export function lawWord(path: string): Text {
  return { key: `law-words:${path}` };
}

/** Several texts as one paragraph, each on its own line. */
export function linesText(list: readonly Text[]): Text {
  return { key: 'core:lines', facts: { lines: { list, as: 'lines' } } };
}
