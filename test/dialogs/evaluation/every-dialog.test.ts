/** What holds for every dialog of the evaluation: it is personal, it never strands, and whatever comes is told in both languages. */
import { describe, expect, it } from 'vitest';
import type { Command, CommandResult } from '../../../src/dialogs/command.ts';
import type { Answers, Dialog, Ending, Known, Reply } from '../../../src/dialogs/dialog.ts';
import { EVALUATION_DIALOGS } from '../../../src/dialogs/evaluation/index.ts';
import { day } from '../../../src/engine/day.ts';
import { LANGUAGES } from '../../../src/texts/locales.ts';
import { evaluationResult } from '../../support/evaluation-view.ts';
import { staffResult } from '../../support/staff-view.ts';
import { TEXTS } from '../../support/texts.ts';
import { CONTRACT_ID, viewOf } from '../../support/views.ts';

const TODAY = day('2026-12-07');
const WHYS = ['not-allowed', 'not-found', 'changed-meanwhile', 'faults', 'already-done'] as const;
/** Every line a fault may point at, and one that nobody knows. */
const PATHS = ['measures[0]', 'figures.2026-10.own', 'confirmedBy', 'papers', 'members[1].birthDate', 'nobody-knows'];

type Kind = Command['kind'];

/** The commands each dialog waits for, and named answers it must be able to show. */
const WAITS: { readonly [dialog: string]: readonly [readonly Kind[], ...string[]] } = {
  papers: [['list-work'], 'work', 'work-head', 'work-empty'],
  duty: [
    ['open-duty'],
    'conclusion',
    'conclusion-unmarked',
    'conclusion-all',
    'conclusion-none',
    'conclusion-submitted',
    'monitoring',
    'monitoring-silent',
    'monitoring-asked',
    'monitoring-answered',
    'monitoring-hardship',
    'monitoring-business',
    'monitoring-window',
    'window',
    'window-missing',
    'report',
    'report-missing',
    'report-business',
    'report-approved',
    'decision',
    'decision-gaps',
    'decision-hardship',
    'register',
  ],
  case: [['open-case'], 'case', 'case-new'],
  measures: [
    ['open-duty', 'set-measure'],
    'conclusion',
    'conclusion-unmarked',
    'conclusion-submitted',
    'measures-done',
  ],
  conclude: [['open-duty', 'prepare-conclusion'], 'conclusion', 'conclusion-unmarked', 'conclusion-prepared'],
  extension: [
    ['open-contract', 'ask-extension', 'record-commission'],
    'staff:contract',
    'extended',
    'extension-refused',
  ],
  stop: [['open-case', 'stop-contract'], 'case-new', 'stopped', 'stopped-49'],
  record: [['open-duty', 'keep-record'], 'monitoring', 'monitoring-hardship', 'monitoring-open', 'record-kept'],
  'records-month': [
    ['prepare-records', 'submit-records', 'approve-records'],
    'records-prepared',
    'records-none',
    'records-submitted',
    'records-started',
    'records-approved',
  ],
  inquiry: [['open-case', 'make-inquiry'], 'case', 'letter-made'],
  'inquiry-answer': [['open-case', 'file-inquiry-answer'], 'case', 'letter-answered', 'letter-answered-otherwise'],
  survey: [['open-case', 'keep-survey'], 'case-new', 'surveyed'],
  figure: [['open-duty', 'keep-figure'], 'report-missing', 'window-missing', 'monitoring', 'conclusion'],
  family: [['open-duty', 'keep-household'], 'report', 'conclusion'],
  window: [['prepare-window'], 'window-prepared'],
  report: [['open-duty', 'prepare-report'], 'report', 'report-missing', 'report-prepared'],
  decide: [['open-duty', 'prepare-decision'], 'decision', 'decision-prepared'],
  paper: [
    ['open-paper', 'submit-paper', 'approve-paper', 'return-paper', 'revise-paper'],
    'conclusion-paper',
    'report-paper',
    'report-paper-head',
    'report-paper-approved',
    'report-paper-broken',
    'report-paper-returned',
    'record-paper',
    'window-paper',
    'decision-paper',
    'letter-paper',
    'report-submitted',
    'report-approved-paper',
    'record-approved',
    'report-returned',
    'report-to-revise',
  ],
  chart: [['draw-chart'], 'chart'],
  register: [['make-register'], 'register-made', 'register-empty'],
  archive: [['make-archive'], 'archive-started'],
  'office-archive': [['make-office-archive'], 'office-archive-started'],
  templates: [['list-templates', 'put-template', 'remove-template'], 'templates', 'templates-none', 'template-put'],
};

/** Dialogs that can be opened with nothing to be about. */
const ABOUT_NOTHING = ['papers', 'records-month', 'register', 'office-archive', 'templates'];

function known(dialog: Dialog, answers: Answers = {}, argument: string | null = `${CONTRACT_ID}~2026-11`): Known {
  const about = ABOUT_NOTHING.includes(dialog.id) ? null : argument;
  return { answers, argument: about, view: viewOf({ of: 'head' }, TODAY), today: TODAY };
}

/** Reads the replies in both languages; the person can go on from the last, or the form stays, or another dialog opens. */
function check(dialog: Dialog, { replies, next, commands, answers }: Ending, where: string): void {
  for (const reply of replies) checkReply(reply, where);
  const buttons = (replies.at(-1)?.options ?? []).flat().length;
  expect(next !== undefined || (commands?.length ?? 0) > 0 || buttons > 0, `stranded: ${where}`).toBe(true);
  if (answers !== undefined) expect(JSON.parse(JSON.stringify(answers)), `${where}: not plain data`).toEqual(answers);
  if (next !== 'stay') return;
  const questions = dialog.questions?.(known(dialog, answers ?? {})) ?? [];
  expect(questions.length, `${where}: nothing is asked`).toBeGreaterThan(0);
  for (const question of questions) {
    const labels = (question.choices ?? []).flat().map(({ label }) => label);
    checkReply({ texts: [...question.ask, ...labels], content: 'personal' }, `${where} ${question.id}`);
    expect(question.id.length).toBeLessThanOrEqual(40);
    for (const { id } of (question.choices ?? []).flat()) expect(id).toMatch(/^[\x21-\x7e]{1,40}$/);
  }
}

function checkReply(reply: Reply, where: string): void {
  expect(reply.content, where).toBe('personal');
  for (const language of LANGUAGES) {
    const words = [...reply.texts, ...(reply.options ?? []).flat().map(({ label }) => label)];
    const read = words.map((text) => TEXTS.render(language, text)).join('\n');
    expect(read, where).not.toMatch(/\{\{|undefined|null|\[object|NaN|[^.]\.\.(?!\.)/);
  }
}

describe.each(EVALUATION_DIALOGS.map((dialog) => [dialog.id, dialog] as const))('%s', (id, dialog) => {
  const [commands, ...names] = WAITS[id] ?? [[]];

  it('is personal and for staff only', () => {
    expect(dialog.content).toBe('personal');
    expect(dialog.audience).toBe(id === 'office-archive' || id === 'templates' ? 'head' : 'staff');
  });

  it('opens without its argument in kind words, or where it is about nothing', () => {
    const opening = dialog.open({ ...known(dialog), argument: null });
    expect(opening.kind === 'say').toBe(!ABOUT_NOTHING.includes(id));
    if (opening.kind === 'say') for (const reply of opening.replies) checkReply(reply, `${id} opened`);
  });

  it.each(['x'.repeat(64), `${'x'.repeat(40)}~2026-11`, 'день', '../..', `${CONTRACT_ID}~`])(
    'takes no argument that would not fit a button: %s',
    (argument) => {
      const opening = dialog.open({ ...known(dialog), argument });
      const about = opening.kind === 'run' ? JSON.stringify(opening.commands) : '';
      expect(about).not.toMatch(/xxxx|день|\.\./);
    },
  );

  it('is in the table above, with every command it runs', () => {
    expect(commands.length).toBeGreaterThan(0);
    const opening = dialog.open(known(dialog));
    if (opening.kind === 'run') expect(commands).toContain(opening.commands[0]?.kind);
  });

  it.each(commands.flatMap((of) => WHYS.map((why) => [of, why] as const)))(
    'tells that %s was refused: %s',
    (of, why) => {
      const faults = why === 'faults' ? PATHS.map((path) => ({ path, problem: 'п.', remedy: 'р.' })) : [];
      const result: CommandResult = { of, kind: 'refused', why, faults };
      const held = names.map((name) => begun(dialog, name)).find((answers) => answers !== null) ?? {};
      const ending = dialog.onResult?.(result, known(dialog, held)) ?? { replies: [] };
      check(
        dialog,
        ending.next === 'stay' ? { ...ending, answers: ending.answers ?? held } : ending,
        `${id} ${of} ${why}`,
      );
    },
  );

  it.runIf(names.length > 0).each(names)('shows %s in both languages', (name) => {
    const held = names.map((each) => begun(dialog, each)).find((answers) => answers !== null) ?? {};
    const ending = dialog.onResult?.(resultNamed(name), known(dialog, held)) ?? { replies: [] };
    check(dialog, ending, `${id} ${name}`);
  });

  it('asks nothing where what it is about could not be opened', () => {
    for (const of of commands.filter((kind) => kind.startsWith('open-')))
      for (const why of WHYS) {
        const ending = dialog.onResult?.({ of, kind: 'refused', why, faults: [] }, known(dialog));
        expect(ending?.next, `${id} ${of} ${why}`).toBeUndefined();
      }
  });

  it('is not led into a dead end by a result of another kind', () => {
    const stranger = staffResult('queue', TODAY);
    check(dialog, dialog.onResult?.(stranger, known(dialog)) ?? { replies: [] }, `${id} stranger`);
  });
});

/** An answer of the evaluation, or one of the staff's own: `staff:contract`. */
function resultNamed(name: string): CommandResult {
  return name.startsWith('staff:') ? staffResult(name.slice('staff:'.length), TODAY) : evaluationResult(name, TODAY);
}

/** What the form keeps once this answer has opened it; null where it does not begin with it. */
function begun(dialog: Dialog, name: string): Answers | null {
  const argument = name === 'case' ? `inquiry000000001~${CONTRACT_ID}` : `${CONTRACT_ID}~2026-11`;
  const ending = dialog.onResult?.(resultNamed(name), known(dialog, {}, argument));
  return ending?.next === 'stay' ? (ending.answers ?? null) : null;
}
