import type { ConsentKind } from '../codes.ts';
import type { Dialog, Ending, Known, Question } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import { answerText } from '../read/answer-text.ts';
import { readChoice } from '../read/read-choice.ts';
import type { PersonView } from '../view.ts';
import { citizenText, linesText } from './wording.ts';

type Consents = PersonView['consents'];

/** Consents given, with their versions; each can be withdrawn, after a word on what that means. */
export const PRIVACY: Dialog = {
  id: 'privacy',
  version: 1,
  audience: 'anyone',
  content: 'personal',
  open: ({ view }) =>
    view.person.consents.length > 0
      ? { kind: 'ask' }
      : {
          kind: 'say',
          replies: [
            {
              texts: [citizenText('privacy.none')],
              options: [[goOption(citizenText('go.help'), 'help'), menuOption()]],
              content: 'public',
            },
          ],
        },
  questions: ({ answers, view }) => {
    const which = whichQuestion(view.person.consents);
    const kind = answers['which'];
    return kind === 'personal-data' || kind === 'contact' ? [which, sureQuestion(kind)] : [which];
  },
  finish: (known) => ending(known),
  onResult: (result, { answers }) => ({
    replies: [
      {
        texts: [
          citizenText(result.kind === 'done' ? `privacy.withdrawn-${answerText(answers, 'which')}` : 'privacy.failed'),
        ],
        options: [[menuOption()]],
        content: 'personal',
      },
    ],
  }),
};

function whichQuestion(consents: Consents): Question {
  const lines = consents.map(({ kind, version, givenOn }) =>
    citizenText(`privacy.given-${kind}`, { version, day: { day: givenOn } }),
  );
  return {
    id: 'which',
    uncounted: true,
    ask: [linesText([citizenText('privacy.title'), ...lines]), citizenText('privacy.kept')],
    choices: [
      ...consents.map(({ kind }) => [{ id: kind, label: citizenText(`privacy.withdraw-${kind}`) }]),
      [{ id: 'leave', label: { key: 'core:menu' } }],
    ],
    read: readChoice,
  };
}

function sureQuestion(kind: ConsentKind): Question {
  return {
    id: 'sure',
    uncounted: true,
    ask: [citizenText(`privacy.means-${kind}`)],
    choices: [[{ id: 'yes', label: citizenText('privacy.sure') }], [{ id: 'no', label: citizenText('privacy.keep') }]],
    read: readChoice,
  };
}

function ending({ answers }: Known): Ending {
  const { which, sure } = answers;
  if (sure !== 'yes' || (which !== 'personal-data' && which !== 'contact')) return { replies: [], next: 'menu' };
  return { replies: [], commands: [{ kind: 'withdraw-consent', consent: which }] };
}
