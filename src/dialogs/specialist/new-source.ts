/** A public link in three taps: what for, which place, and it is there with its QR. */
import type { Answers, Choice, Dialog, Ending, Known, Question } from '../dialog.ts';
import { goOption } from '../options.ts';
import { readChoice } from '../read/read-choice.ts';
import { readPlaceName } from '../source-name.ts';
import { sourceHandoutTexts, sourceText } from '../source-wording.ts';
import { onKind } from './refusal.ts';
import { isHead } from './staff-of.ts';
import { ended, staffText } from './wording.ts';

/** What a link can stand for; a partner makes links of their own after an invitation. */
const KINDS = ['place', 'partner', 'specialist', 'office'] as const;

type Place = { readonly sourceId: string; readonly name: string };

/** Asked for a place that has a link already it hands over the same one. */
export const NEW_SOURCE: Dialog = {
  id: 'new-source',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: () => ({ kind: 'run', commands: [{ kind: 'list-places' }] }),
  questions: ({ answers }) => [
    kindQuestion(),
    ...(answers['kind'] === 'place' ? [placeQuestion(places(answers))] : []),
  ],
  finish: (known) => wish(known),
  onResult: (result, known) =>
    result.kind === 'places'
      ? { replies: [], next: 'stay', answers: { _places: result.lines.map((line) => ({ ...line })) } }
      : handedOver(result, known),
};

function places(answers: Answers): readonly Place[] {
  return (answers['_places'] as readonly Place[] | undefined) ?? [];
}

function kindQuestion(): Question {
  return {
    id: 'kind',
    ask: [sourceText('new.kind')],
    choices: KINDS.map((kind): Choice[] => [{ id: kind, label: sourceText(`new.kind-${kind}`) }]),
    read: readChoice,
  };
}

function placeQuestion(known: readonly Place[]): Question {
  return {
    id: 'place',
    ask: [sourceText(known.length > 0 ? 'new.place' : 'new.first-place')],
    choices: known.map(({ sourceId, name }): Choice[] => [{ id: sourceId, label: sourceText('name', { name }) }]),
    read: (input) =>
      input.kind === 'choice'
        ? { kind: 'answered', value: known.find(({ sourceId }) => sourceId === input.id)?.name ?? '' }
        : readPlaceName(input),
  };
}

function wish({ answers }: Known): Ending {
  const { kind, place } = answers;
  if (kind === 'partner') return { replies: [], next: { to: 'invite-partner' } };
  const sourceKind = kind === 'office' || kind === 'specialist' ? kind : 'place';
  return {
    replies: [],
    commands: [{ kind: 'make-source', sourceKind, name: typeof place === 'string' ? place : null }],
  };
}

const handedOver = onKind('source-handout', ({ handout }, { view }) =>
  ended(
    sourceHandoutTexts(handout),
    [
      [goOption(staffText('go.new-source'), 'new-source')],
      ...(isHead(view) ? [[goOption(staffText('go.sources'), 'sources')]] : []),
    ],
    [handout.png, handout.svg, handout.sheet],
  ),
);
