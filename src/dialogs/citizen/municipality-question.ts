/** Where in the region a family lives: found by a few letters or page by page, with "I do not know". */
import type { Law, Municipality } from '../../engine/law.ts';
import type { Text } from '../../texts/text.ts';
import type { Choice, Json, Question, Reading } from '../dialog.ts';

/** The answer where the municipality is not known. */
export const NOT_SURE = 'not-sure';

const PAGE = 8;
const MORE = 'more';

/** What is being looked at: letters typed so far, and the page. */
interface Looking {
  readonly search: string;
  readonly page: number;
}

/** The question of the municipality; the answer is its code, or `not-sure`. `gathered` is what stands under `_municipality`. */
export function municipalityQuestion(law: Law, ask: Text, gathered: Json | undefined): Question {
  const looking = lookingAt(gathered);
  const found = matching(law, looking.search);
  const shown = found.slice(looking.page * PAGE, (looking.page + 1) * PAGE);
  const more = found.length > PAGE;
  return {
    id: 'municipality',
    group: 'place',
    ask: [ask],
    choices: [
      ...shown.map((each): Choice[] => [{ id: each.code, label: nameText(each) }]),
      ...(more ? [[{ id: MORE, label: { key: 'citizen:municipality.more' } }]] : []),
      [{ id: NOT_SURE, label: { key: 'citizen:municipality.not-sure' } }],
    ],
    read: (input): Reading => {
      if (input.kind === 'choice' && input.id === MORE)
        return { kind: 'added', value: nextPage(looking, found), say: [] };
      if (input.kind === 'choice') return { kind: 'answered', value: input.id };
      return input.kind === 'text' ? searched(law, input.text) : { kind: 'again', say: [] };
    },
  };
}

/** The name as people say it, without the legal form around it. */
export function nameText({ name }: Municipality): Text {
  const bare = /^МО «(.+)»$/.exec(name)?.[1] ?? name;
  return { key: 'citizen:municipality.name', facts: { name: bare } };
}

function searched(law: Law, text: string): Reading {
  const search = letters(text).slice(0, 40);
  const found = matching(law, search);
  const [only] = found;
  if (search === '' || !only) return { kind: 'again', say: [{ key: 'citizen:municipality.none-found' }] };
  if (found.length === 1) return { kind: 'answered', value: only.code };
  return {
    kind: 'added',
    value: { search, page: 0 },
    say: [{ key: 'citizen:municipality.found', facts: { count: found.length } }],
  };
}

function nextPage({ search, page }: Looking, found: readonly Municipality[]): Json {
  return { search, page: (page + 1) * PAGE < found.length ? page + 1 : 0 };
}

function matching(law: Law, search: string): Municipality[] {
  return law.region.municipalities.filter(({ name }) => letters(name).includes(search));
}

/** Lower case, ё as е, without quotes and the endings by which a town and its district differ. */
function letters(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/[«»"]/g, '').trim();
}

function lookingAt(gathered: Json | undefined): Looking {
  if (typeof gathered !== 'object' || gathered === null || !('search' in gathered)) return { search: '', page: 0 };
  const { search, page } = gathered;
  return { search: typeof search === 'string' ? search : '', page: typeof page === 'number' ? page : 0 };
}
