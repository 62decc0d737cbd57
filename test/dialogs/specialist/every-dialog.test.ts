/** What holds for every dialog of staff: it is personal, it never strands, and each refusal is told in both languages. */
import { describe, expect, it } from 'vitest';
import type { CommandKind, CommandResult } from '../../../src/dialogs/command.ts';
import type { Dialog, Ending, Known, Reply } from '../../../src/dialogs/dialog.ts';
import { SPECIALIST_DIALOGS } from '../../../src/dialogs/specialist/index.ts';
import { day } from '../../../src/engine/day.ts';
import { LANGUAGES } from '../../../src/texts/locales.ts';
import { staffResult } from '../../support/staff-view.ts';
import { TEXTS } from '../../support/texts.ts';
import { viewOf } from '../../support/views.ts';

const TODAY = day('2026-11-30');
const WHYS = ['not-allowed', 'not-found', 'changed-meanwhile', 'faults', 'already-done'] as const;

/** The command whose result each dialog waits for last, and named answers it must be able to show. */
const WAITS: { readonly [dialog: string]: readonly [CommandKind, ...string[]] } = {
  queue: ['list-queue', 'queue', 'queue-first-page', 'queue-empty'],
  submission: ['open-submission', 'submission', 'submission-next', 'submission-bare', 'submission-returned-before'],
  accept: ['accept-submission', 'accepted', 'accepted-last'],
  return: ['return-submission', 'returned', 'returned-last', 'submission-corrected'],
  deadlines: ['list-deadlines', 'deadlines-today', 'deadlines-week', 'deadlines-overdue', 'deadlines-overdue-empty'],
  'duty-done': ['mark-duty-done'],
  contracts: ['list-contracts', 'contracts', 'contracts-found', 'contracts-none'],
  contract: ['open-contract', 'contract', 'contract-new'],
  'new-contract': ['register-contract', 'contract-registered', 'contract-registered-irkutsk'],
  'recipient-link': ['make-recipient-link', 'handout'],
  'pause-reminders': ['pause-reminders'],
  'contact-requests': ['list-contact-requests', 'contact-requests', 'contact-requests-empty'],
  'contact-request-done': ['close-contact-request'],
  office: ['list-staff', 'staff'],
  staff: ['list-staff', 'staff'],
  'invite-staff': ['invite-staff', 'staff-handout'],
  'dismiss-staff': ['dismiss-staff'],
  'new-source': ['make-source', 'source-handout', 'places'],
  'invite-partner': ['invite-partner', 'partner-handout'],
  sources: ['list-sources', 'sources', 'sources-empty'],
};

const ANSWERS = { until: '2026-12-07', name: 'Белов Олег', number: '1/2026', _colleague: 'Белов Олег', _contracts: 21 };

function known(dialog: Dialog): Known {
  const argument = dialog.id === 'accept' || dialog.id === 'return' ? 'submission000001~1' : 'thing00000000001';
  return { answers: ANSWERS, argument, view: viewOf({ of: 'head' }, TODAY), today: TODAY };
}

/** Reads the replies in both languages; the person can go on from the last, or the form stays, or another dialog opens. */
function check({ replies, next }: Ending, where: string): void {
  for (const reply of replies) checkReply(reply, where);
  const buttons = (replies.at(-1)?.options ?? []).flat().length;
  expect(next !== undefined || buttons > 0, `stranded: ${where}`).toBe(true);
}

function checkReply(reply: Reply, where: string): void {
  expect(reply.content, where).toBe('personal');
  for (const language of LANGUAGES) {
    const words = [...reply.texts, ...(reply.options ?? []).flat().map(({ label }) => label)];
    const read = words.map((text) => TEXTS.render(language, text)).join('\n');
    expect(read, where).not.toMatch(/\{\{|undefined|\[object|NaN/);
  }
}

describe.each(SPECIALIST_DIALOGS.map((dialog) => [dialog.id, dialog] as const))('%s', (id, dialog) => {
  it('is personal and for staff only', () => {
    expect(dialog.content).toBe('personal');
    expect(['staff', 'head']).toContain(dialog.audience);
  });

  it('opens without its argument in kind words', () => {
    const opening = dialog.open({ ...known(dialog), argument: null });
    if (opening.kind === 'say') for (const reply of opening.replies) checkReply(reply, `${id} opened`);
    else expect(['ask', 'run']).toContain(opening.kind);
  });

  it('takes no argument that would not fit a button', () => {
    const opening = dialog.open({ ...known(dialog), argument: 'x'.repeat(64) });
    const about = opening.kind === 'run' ? JSON.stringify(opening.commands) : '';
    expect(about).not.toContain('xxxx');
    if (dialog.audience === 'staff' && (WAITS[id]?.length ?? 0) === 1) expect(opening.kind).toBe('say');
  });

  const [of = null, ...names] = WAITS[id] ?? [];
  it.runIf(of !== null).each(WHYS)('tells that it was refused: %s', (why) => {
    const faults = why === 'faults' ? [{ path: 'measures[0].name', problem: 'p', remedy: 'r' }] : [];
    const result: CommandResult = { of: of ?? 'list-queue', kind: 'refused', why, faults };
    check(dialog.onResult?.(result, known(dialog)) ?? { replies: [] }, `${id} ${why}`);
  });

  it.runIf(names.length > 0).each(names)('shows %s in both languages', (name) => {
    check(dialog.onResult?.(staffResult(name, TODAY), known(dialog)) ?? { replies: [] }, `${id} ${name}`);
  });

  it('waits for what the table above says', () => {
    expect(dialog.onResult !== undefined).toBe(of !== null);
  });
});
