/** Refusals of the evaluation's commands in kind words: what happened and what to do. */
import type { Text } from '../../texts/text.ts';
import type { CommandKind, CommandResult } from '../command.ts';
import type { Ending, Known, Option } from '../dialog.ts';
import { onKind, refusalTexts } from '../specialist/refusal.ts';
import { ended, lines } from '../specialist/wording.ts';
import { evaluationText, papersRow } from './wording.ts';

/** A command that was not carried out. */
export type Refused = Extract<CommandResult, { kind: 'refused' }>;

/** Refusals that deserve words of their own; all others have the general ones of staff. */
const OWN_WORDS: { readonly [of in CommandKind]?: { readonly [why in Refused['why']]?: string } } = {
  'open-duty': { 'not-found': 'duty-gone' },
  'open-paper': { 'not-found': 'paper-gone' },
  'open-case': { 'not-found': 'contract-gone' },
  'submit-paper': {
    'already-done': 'paper-moved-on',
    'changed-meanwhile': 'paper-moved-on',
    'not-allowed': 'not-yours',
  },
  'approve-paper': {
    'already-done': 'paper-moved-on',
    'changed-meanwhile': 'paper-moved-on',
    'not-allowed': 'own-paper',
  },
  'return-paper': {
    'not-allowed': 'own-paper',
    'already-done': 'paper-moved-on',
    'changed-meanwhile': 'paper-moved-on',
  },
  'revise-paper': { 'already-done': 'revision-open', 'changed-meanwhile': 'paper-moved-on' },
  'prepare-conclusion': { 'already-done': 'paper-fixed', 'not-found': 'duty-gone' },
  'prepare-report': { 'already-done': 'paper-fixed', 'not-found': 'duty-gone' },
  'prepare-decision': { 'already-done': 'paper-fixed', 'not-found': 'duty-gone' },
  'prepare-window': { 'already-done': 'paper-fixed', 'not-found': 'duty-gone' },
  'keep-record': { 'already-done': 'paper-fixed', 'not-found': 'duty-gone' },
  'ask-extension': { 'already-done': 'extension-asked' },
  'record-commission': { 'already-done': 'stopped-already', 'not-found': 'contract-gone' },
  'stop-contract': { 'already-done': 'stopped-already' },
  'file-inquiry-answer': { 'already-done': 'answer-filed', 'not-found': 'inquiry-gone' },
  'remove-template': { 'not-found': 'template-gone', 'already-done': 'template-gone' },
};

/** Lines of a form that a fault can point at, by the first word of its path. */
const FAULT_LINES: readonly string[] = [
  'measures',
  'cause',
  'causeWords',
  'effect',
  'preparedOn',
  'satOn',
  'extendedTo',
  'stoppedOn',
  'reason',
  'amount',
  'words',
  'month',
  'incomeKind',
  'on',
  'members',
  'livingConditions',
  'whyAgainst',
  'figures',
  'after',
  'fact',
  'conditions',
  'hardship',
  'checkedOn',
  'confirmedBy',
  'paperWords',
  'registeredAs',
  'otherSupport',
  'decidedOn',
  'addressee',
  'findings',
  'files',
  'remark',
  'window',
  'record',
  'paper',
  'papers',
];

/** What happened, and what to do; for faults each line to change, of a template each placeholder by name and place. */
export function refusedTexts(refused: Refused): readonly Text[] {
  const own = OWN_WORDS[refused.of]?.[refused.why];
  if (own !== undefined) return [evaluationText(`refused.${own}`)];
  if (refused.why !== 'faults') return refusalTexts(refused);
  if (refused.of === 'put-template') return [evaluationText('refused.template'), lines(placeholderLines(refused))];
  return [evaluationText('refused.faults'), lines(faultLines(refused))];
}

/** The dialog ends with the refusal and these ways on. */
export function refusedEnding(refused: Refused, rows: readonly (readonly Option[])[] = []): Ending {
  return ended(refusedTexts(refused), [...rows, papersRow()]);
}

/** The draft survives a refusal that another answer can mend; any other ends the form, and so does one before anything was asked. */
export function keptOrEnded(refused: Refused, rows: readonly (readonly Option[])[] = []): Ending {
  if (refused.why !== 'faults' || refused.of.startsWith('open-')) return refusedEnding(refused, rows);
  return { replies: [{ texts: refusedTexts(refused), content: 'personal' }], next: 'stay' };
}

/** `onKind` of the staff's dialogs with the refusals of the evaluation. */
export function onResultOf<Kind extends CommandResult['kind']>(
  kind: Kind,
  show: (result: Extract<CommandResult, { kind: Kind }>, known: Known) => Ending,
  refused: (refusal: Refused, known: Known) => Ending = (refusal) => refusedEnding(refusal),
): (result: CommandResult, known: Known) => Ending {
  return onKind(kind, show, refused);
}

function faultLines({ faults }: Refused): readonly Text[] {
  const roots = faults.map(({ path }) => path.split(/[.[]/)[0] ?? '');
  const known = roots.map((root) => (FAULT_LINES.includes(root) ? root : 'other'));
  return [...new Set(known)].map((root) => evaluationText(`fault.${root}`));
}

/** A wrong field of a template: place, name and remedy come in the words of whoever looked through the file. */
function placeholderLines({ faults }: Refused): readonly Text[] {
  return faults.map(({ path, problem, remedy }) =>
    evaluationText('refused.placeholder', { place: path, problem, remedy }),
  );
}
