/** The household of a new contract: the recipient first, then others one by one, by relation and age only. */
import { type Day, parseDay } from '../../engine/day.ts';
import { AGE_BANDS, type AgeBand, RELATIONS, type Relation } from '../../engine/member.ts';
import type { Text } from '../../texts/text.ts';
import type { HouseholdMemberDraft } from '../command.ts';
import type { Choice, Known, Question, QuestionInput, Reading } from '../dialog.ts';
import { choiceRows } from '../read/read-choice.ts';
import { readDay } from '../read/read-day.ts';
import { type Gathered, gatheredMembers, membersJson, mayStudy } from './household-draft.ts';
import { ageBandText, relationText } from './law-words.ts';
import { lines, staffText } from './wording.ts';

const MOST_MEMBERS = 20;
const DONE = 'done';
const REMOVE = 'remove';
const STUDENT = 'student';
const NOT_STUDENT = 'not-student';
const OTHERS = RELATIONS.filter((relation) => relation !== 'applicant');

/** The answer is the list of members; what is being added is kept beside it while the question is open. */
export function householdQuestion({ answers, today }: Pick<Known, 'answers' | 'today'>): Question {
  const gathered = gatheredMembers(answers['_household']);
  return {
    id: 'household',
    ask: askTexts(gathered),
    choices: choicesOf(gathered),
    read: (input, current) => read(input, gatheredMembers(current), today),
    line: (value) => staffText('new-contract.household.line', { count: gatheredMembers(value).members.length }),
  };
}

function askTexts({ members, adding, born }: Gathered): readonly Text[] {
  const so = members.length === 0 ? [] : [lines(members.map((member, index) => memberText(member, index + 1)))];
  if (adding === null) return [...so, staffText('new-contract.household.ask-more', { count: members.length })];
  if (born !== null) return [...so, staffText('new-contract.household.ask-student', relationFact(adding))];
  return adding === 'applicant'
    ? [staffText('new-contract.household.ask-applicant')]
    : [...so, staffText('new-contract.household.ask-age', relationFact(adding))];
}

function choicesOf({ members, adding, born }: Gathered): readonly (readonly Choice[])[] {
  if (adding === null) {
    const relations = OTHERS.map((relation) => ({ id: relation, label: relationText(relation) }));
    const last = [{ id: DONE, label: staffText('new-contract.household.done') }];
    return [
      ...(members.length < MOST_MEMBERS ? choiceRows(relations, 2) : []),
      [...last, { id: REMOVE, label: staffText('new-contract.household.remove') }],
    ];
  }
  return born === null
    ? [AGE_BANDS.map((band) => ({ id: band, label: ageBandText(band) }))]
    : [[STUDENT, NOT_STUDENT].map((id) => ({ id, label: staffText(`new-contract.household.${id}`) }))];
}

function read(input: QuestionInput, gathered: Gathered, today: Day): Reading {
  if (gathered.adding === null) return readNext(input, gathered);
  if (gathered.born === null) return readAge(input, gathered, gathered.adding, today);
  if (input.kind !== 'choice') return { kind: 'again', say: [{ key: 'core:choose-below' }] };
  return added(gathered, { relation: gathered.adding, ...gathered.born, fullTimeStudent: input.id === STUDENT });
}

/** Whom to add, or the end of the list. */
function readNext(input: QuestionInput, gathered: Gathered): Reading {
  if (input.kind !== 'choice') return { kind: 'again', say: [staffText('new-contract.household.again')] };
  if (input.id === DONE) return { kind: 'answered', value: membersJson(gathered).members };
  if (input.id === REMOVE) {
    const members = gathered.members.slice(0, -1);
    return {
      kind: 'added',
      value: membersJson({ members, adding: members.length === 0 ? 'applicant' : null, born: null }),
      say: [],
    };
  }
  const adding = OTHERS.find((relation) => relation === input.id) ?? 'other';
  return { kind: 'added', value: membersJson({ ...gathered, adding }), say: [] };
}

/** A birth date or an age band; those who may be full-time students are asked about it next. */
function readAge(input: QuestionInput, gathered: Gathered, adding: Relation, today: Day): Reading {
  const band = input.kind === 'choice' ? (AGE_BANDS.find((each) => each === input.id) ?? null) : null;
  const reading = band === null ? readDay(input, { notAfter: today }) : null;
  if (reading !== null && reading.kind !== 'answered') return reading;
  const birthDate = reading === null ? null : parseDay(reading.value);
  const born = { birthDate, ageBand: band };
  if (mayStudy(adding, born, today))
    return { kind: 'added', value: membersJson({ ...gathered, adding, born }), say: [] };
  return added(gathered, { relation: adding, ...born, fullTimeStudent: false });
}

function added(gathered: Gathered, member: HouseholdMemberDraft): Reading {
  const members = [...gathered.members, member];
  return { kind: 'added', value: membersJson({ members, adding: null, born: null }), say: [] };
}

function memberText({ relation, birthDate, ageBand, fullTimeStudent }: HouseholdMemberDraft, place: number): Text {
  const age =
    birthDate === null ? bandText(ageBand) : staffText('new-contract.household.born', { day: { day: birthDate } });
  const facts = { place, relation: { text: relationText(relation) }, age: { text: age } };
  return staffText(fullTimeStudent ? 'new-contract.household.member-student' : 'new-contract.household.member', facts);
}

function bandText(band: AgeBand | null): Text {
  return ageBandText(band ?? 'adult');
}

function relationFact(relation: Relation) {
  return { relation: { text: relationText(relation) } };
}
