/** A consent as a step of its own: what for, who sees it, how to take it back; "no" is an answer. */
import type { Fact } from '../../texts/text.ts';
import type { ConsentKind } from '../codes.ts';
import type { Question } from '../dialog.ts';
import { readChoice } from '../read/read-choice.ts';
import { CONSENT_VERSIONS } from './consent.ts';
import { citizenText } from './wording.ts';

/** The answer is `yes` or `no`; the words carry the version that is kept with a "yes". */
export function consentQuestion(kind: ConsentKind, facts: { readonly [name: string]: Fact }): Question {
  return {
    id: 'consent',
    uncounted: true,
    ask: [citizenText(`consent.${kind}`, { ...facts, version: CONSENT_VERSIONS[kind] })],
    choices: [[{ id: 'yes', label: citizenText('consent.yes') }], [{ id: 'no', label: citizenText('consent.no') }]],
    read: readChoice,
  };
}
