import { lawOfPlace } from './pre-check-input.ts';
import type { CommandResult } from '../command.ts';
import type { Dialog, Ending, Known, Question, Reply } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import { answerText } from '../read/answer-text.ts';
import { readPhone } from '../read/read-phone.ts';
import { readText } from '../read/read-text.ts';
import { readChoice } from '../read/read-choice.ts';
import type { View } from '../view.ts';
import { CONSENT_VERSIONS } from './consent.ts';
import { consentQuestion } from './consent-question.ts';
import { officePhone } from './help.ts';
import { municipalityQuestion, NOT_SURE, nameText } from './municipality-question.ts';
import { citizenText, lawWord, linesText } from './wording.ts';

const LONGEST_NAME = 80;

/** A person asks to be called: consent first, then a name and, if they like, a phone. */
export const ASK_CONTACT: Dialog = {
  id: 'ask-contact',
  version: 1,
  audience: 'anyone',
  content: 'personal',
  open: ({ view }) =>
    view.offices.length === 0
      ? { kind: 'say', replies: [last(citizenText('contact.no-office'), view)] }
      : { kind: 'ask', say: [citizenText('contact.hello')] },
  questions: (known) => {
    const consent = consentQuestion('contact', {});
    return known.answers['consent'] === 'no'
      ? [consent]
      : [consent, ...placeQuestions(known), nameQuestion(), phoneQuestion()];
  },
  summary: ({ answers }) => (answers['consent'] === 'yes' ? [citizenText('contact.check')] : null),
  finish: (known) => (known.answers['consent'] === 'yes' ? asked(known) : refusedConsent(known.view)),
  onResult: told,
};

/** What the pre-check handed over; each part is null where the person came by another way. */
interface Handed {
  readonly verdict: string | null;
  readonly track: string | null;
  readonly region: string | null;
  readonly municipality: string | null;
}

function handed({ argument, view }: Pick<Known, 'argument' | 'view'>): Handed {
  const [verdict, track, region, municipality] = (argument ?? '').split('~');
  const known = region !== undefined && Object.hasOwn(view.laws, region);
  return {
    verdict: verdict || null,
    track: track || null,
    region: known ? region : null,
    municipality: (known && municipality) || null,
  };
}

/** The region where it is not known; the municipality only where several offices of the region wait. */
function placeQuestions(known: Known): Question[] {
  const { answers, view } = known;
  const { region, municipality } = handed(known);
  const regions = [...new Set(view.offices.map((office) => office.region))];
  const asksRegion = region === null && regions.length > 1;
  const law = lawOfPlace({ ...answers, region: regionOf(known) }, view);
  const several = view.offices.filter((office) => office.region === law.region.code).length > 1;
  const asksMunicipality = several && municipality === null && law.region.municipalities.length > 0;
  return [
    ...(asksRegion ? [regionQuestion(regions)] : []),
    ...(asksMunicipality
      ? [
          municipalityLine(
            municipalityQuestion(law, citizenText('contact.municipality'), answers['_municipality']),
            known,
          ),
        ]
      : []),
  ];
}

function regionOf(known: Known): string {
  const answered = known.answers['region'];
  const regions = [...new Set(known.view.offices.map((office) => office.region))];
  return handed(known).region ?? (typeof answered === 'string' ? answered : (regions[0] ?? known.view.defaultRegion));
}

function regionQuestion(regions: readonly string[]): Question {
  return {
    id: 'region',
    group: 'place',
    ask: [citizenText('contact.region')],
    choices: regions.map((code) => [{ id: code, label: lawWord(`region.${code}`) }]),
    read: readChoice,
    line: (value) =>
      citizenText('contact.line-place', {
        place: { text: lawWord(`region.${typeof value === 'string' ? value : ''}`) },
      }),
  };
}

function municipalityLine(question: Question, known: Known): Question {
  const { municipalities } = lawOfPlace({ region: regionOf(known) }, known.view).region;
  return {
    ...question,
    line: (value) => {
      const found = municipalities.find(({ code }) => code === value);
      return found ? citizenText('contact.line-place', { place: { text: nameText(found) } }) : null;
    },
  };
}

function nameQuestion(): Question {
  return {
    id: 'name',
    ask: [citizenText('contact.name')],
    read: (input) => readText(input, LONGEST_NAME, 2),
    line: (value) => citizenText('contact.line-name', { name: typeof value === 'string' ? value : '' }),
  };
}

function phoneQuestion(): Question {
  return {
    id: 'phone',
    ask: [citizenText('contact.phone')],
    skip: null,
    read: readPhone,
    line: (value) =>
      typeof value === 'string'
        ? citizenText('contact.line-phone', { phone: value })
        : citizenText('contact.line-no-phone'),
  };
}

function asked(known: Known): Ending {
  const { answers } = known;
  const { verdict, track, municipality } = handed(known);
  const chosen = answers['municipality'];
  const phone = answers['phone'];
  return {
    replies: [],
    commands: [
      {
        kind: 'ask-contact',
        region: regionOf(known),
        municipality: municipality ?? (typeof chosen === 'string' && chosen !== NOT_SURE ? chosen : null),
        name: answerText(answers, 'name'),
        phone: typeof phone === 'string' ? phone : null,
        verdict,
        track,
        consentVersion: CONSENT_VERSIONS.contact,
      },
    ],
  };
}

function refusedConsent(view: View): Ending {
  return { replies: [last(citizenText('contact.without-consent'), view)] };
}

function told(result: CommandResult, { answers, view }: Known): Ending {
  if (result.kind !== 'contact-asked') return { replies: [last(citizenText('contact.no-office'), view)] };
  const office = result.officeName ?? { text: citizenText('contact.the-office') };
  const phone = answerText(answers, 'phone') !== '';
  const text = citizenText(phone ? 'contact.asked' : 'contact.asked-no-phone', { number: result.number, office });
  return { replies: [{ texts: [text], options: [[menuOption()]], content: 'personal' }] };
}

function last(text: ReturnType<typeof citizenText>, { offices }: View): Reply {
  const phones = offices.flatMap((office) => officePhone(office));
  return {
    texts: phones.length > 0 ? [text, linesText(phones)] : [text],
    options: [[goOption(citizenText('go.help'), 'help'), menuOption()]],
    content: 'public',
  };
}
