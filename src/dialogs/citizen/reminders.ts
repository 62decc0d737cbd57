import type { Dialog } from '../dialog.ts';
import { menuOption } from '../options.ts';
import { readChoice } from '../read/read-choice.ts';
import { citizenText } from './wording.ts';

/** Stops reminders, or asks for them again. */
export const REMINDERS: Dialog = {
  id: 'reminders',
  version: 1,
  audience: 'anyone',
  content: 'personal',
  open: () => ({ kind: 'ask' }),
  questions: ({ view }) => {
    const on = view.person.remindersOn;
    return [
      {
        id: 'wish',
        uncounted: true,
        ask: [citizenText(on ? 'reminders.are-on' : 'reminders.are-off')],
        choices: [
          [
            on
              ? { id: 'stop', label: citizenText('reminders.stop') }
              : { id: 'resume', label: citizenText('reminders.resume') },
          ],
          [{ id: 'leave', label: { key: 'core:menu' } }],
        ],
        read: readChoice,
      },
    ];
  },
  finish: ({ answers }) => {
    if (answers['wish'] === 'stop') return { replies: [], commands: [{ kind: 'stop-reminders' }] };
    return answers['wish'] === 'resume'
      ? { replies: [], commands: [{ kind: 'resume-reminders' }] }
      : { replies: [], next: 'menu' };
  },
  onResult: (_result, { answers }) => ({
    replies: [
      {
        texts: [citizenText(answers['wish'] === 'stop' ? 'reminders.stopped' : 'reminders.resumed')],
        options: [[menuOption()]],
        content: 'personal',
      },
    ],
  }),
};
