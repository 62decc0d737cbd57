/** The head invites a colleague by a personal link. */
import type { StaffRole } from '../codes.ts';
import type { Dialog } from '../dialog.ts';
import { goOption } from '../options.ts';
import { handoutText } from './handout-texts.ts';
import { textOf } from './kept-answers.ts';
import { choiceQuestion, textQuestion } from './plain-questions.ts';
import { isFullName, LONGEST_NAME } from './full-name.ts';
import { keepDraft, onKind } from './refusal.ts';
import { ended, staffText } from './wording.ts';

const LONGEST_POSITION = 120;
const ROLES = ['specialist', 'head'] as const satisfies readonly StaffRole[];

/** Role, name, position, and the handout with the link. */
export const INVITE_STAFF: Dialog = {
  id: 'invite-staff',
  version: 1,
  audience: 'head',
  content: 'personal',
  open: () => ({ kind: 'ask' }),
  questions: () => [
    choiceQuestion({
      id: 'role',
      ask: staffText('invite-staff.role.ask'),
      choices: ROLES.map((role) => ({ id: role, label: staffText(`invite-staff.role.${role}`) })),
      line: (role) => staffText('invite-staff.role.line', { role: { text: staffText(`role.${role}`) } }),
    }),
    textQuestion({
      id: 'name',
      ask: staffText('invite-staff.name.ask'),
      longest: LONGEST_NAME,
      line: (name) => staffText('invite-staff.name.line', { name }),
      refuse: (name) => (isFullName(name) ? null : staffText('full-name-again')),
    }),
    textQuestion({
      id: 'position',
      ask: staffText('invite-staff.position.ask'),
      longest: LONGEST_POSITION,
      line: (position) => staffText('invite-staff.position.line', { position }),
    }),
  ],
  summary: () => [staffText('invite-staff.summary')],
  finish: ({ answers }) => ({
    replies: [],
    commands: [
      {
        kind: 'invite-staff',
        role: answers['role'] === 'head' ? 'head' : 'specialist',
        name: textOf(answers, 'name'),
        position: textOf(answers, 'position'),
      },
    ],
  }),
  onResult: onKind(
    'handout',
    ({ handout }, { answers }) => {
      const texts = [staffText('invite-staff.title', { name: textOf(answers, 'name') }), handoutText(handout)];
      return ended(texts, [[goOption(staffText('go.staff'), 'staff')]], [handout.qr, handout.sheet]);
    },
    (refusal) => keepDraft(refusal),
  ),
};
