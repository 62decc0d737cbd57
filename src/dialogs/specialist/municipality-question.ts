/** The municipality of a contract, found by the beginning of its name where the region has a list. */
import type { Law, Municipality } from '../../engine/law.ts';
import type { Choice, Json, Known, Question } from '../dialog.ts';
import { nameBegins } from '../read/plain-name.ts';
import { choiceRows } from '../read/read-choice.ts';
import { readText } from '../read/read-text.ts';
import { staffText } from './wording.ts';

const SAME_AS_OFFICE = 'same-as-office';
const MOST_SHOWN = 8;
const LONGEST_SEARCH = 60;

/** The answer is the code, or null for "as the office"; what was typed meanwhile is kept as `{ search }`. */
export function municipalityQuestion(law: Law, { answers }: Pick<Known, 'answers'>): Question {
  const { municipalities } = law.region;
  const search = searchOf(answers['_municipality']);
  const found = search === null ? [] : matches(municipalities, search).slice(0, MOST_SHOWN);
  const choices: Choice[] = found.map(({ code, name }) => ({
    id: code,
    label: staffText('new-contract.municipality.place', { name }),
  }));
  const same = { id: SAME_AS_OFFICE, label: staffText('new-contract.municipality.same-as-office') };
  return {
    id: 'municipality',
    ask: [staffText('new-contract.municipality.ask')],
    choices: [...choiceRows(choices, 2), [same]],
    read: (input) => {
      if (input.kind === 'choice') return { kind: 'answered', value: input.id === SAME_AS_OFFICE ? null : input.id };
      const reading = readText(input, LONGEST_SEARCH);
      if (reading.kind !== 'answered' || typeof reading.value !== 'string') return reading;
      const count = matches(municipalities, reading.value).length;
      if (count === 0) return { kind: 'again', say: [staffText('new-contract.municipality.none')] };
      const say =
        count > MOST_SHOWN
          ? staffText('new-contract.municipality.too-many', { number: MOST_SHOWN })
          : staffText('new-contract.municipality.choose', { count });
      return { kind: 'added', value: { search: reading.value }, say: [say] };
    },
    line: (value) => {
      const name = municipalities.find(({ code }) => code === value)?.name;
      return name === undefined
        ? staffText('new-contract.municipality.line-office')
        : staffText('new-contract.municipality.line', { name });
    },
  };
}

/** Municipalities with a word that begins as typed. */
function matches(municipalities: readonly Municipality[], search: string): readonly Municipality[] {
  return municipalities.filter(({ name }) => nameBegins(name, search));
}

function searchOf(kept: Json | undefined): string | null {
  return typeof kept === 'object' && kept !== null && 'search' in kept && typeof kept.search === 'string'
    ? kept.search
    : null;
}
