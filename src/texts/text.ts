/** A text as a value: a key of `locales/` with its facts. Words are made at the edge only, by `render.ts`. */
import type { Day, Month } from '../engine/day.ts';
import type { Money } from '../engine/money.ts';

/** Languages of every text; Russian is the first. */
export type Language = 'ru' | 'en';

/**
 * A fact inside a text; `texts/` writes money, days and months as the reader's language does. `text` nests another text;
 * `list` joins several by commas, or puts each on a line of its own (`as: 'lines'`).
 */
export type Fact =
  | string
  | number
  | { readonly money: Money }
  | { readonly day: Day }
  | { readonly month: Month }
  | { readonly text: Text }
  | { readonly list: readonly Text[]; readonly as?: 'lines' };

/** A key of `locales/` (`namespace:path.to.key`) with its facts. Never a sentence. `count` chooses the plural form. */
export interface Text {
  readonly key: string;
  readonly facts?: { readonly [name: string]: Fact };
}
