/** Refusals of commands in kind words: what happened and what to do. */
import type { Text } from '../../texts/text.ts';
import type { CommandKind, CommandResult } from '../command.ts';
import type { Ending, Known, Option } from '../dialog.ts';
import { ended, lines, staffText } from './wording.ts';

type Refused = Extract<CommandResult, { kind: 'refused' }>;

/** Refusals that deserve words of their own; all others have a general text for each `why`. */
const OWN_WORDS: { readonly [of in CommandKind]?: { readonly [why in Refused['why']]?: string } } = {
  'open-submission': { 'not-found': 'submission-gone' },
  'accept-submission': {
    'not-found': 'submission-gone',
    'changed-meanwhile': 'submission-changed',
    'already-done': 'submission-decided',
  },
  'return-submission': {
    'not-found': 'submission-gone',
    'changed-meanwhile': 'submission-changed',
    'already-done': 'submission-decided',
  },
  'mark-duty-done': { 'not-found': 'duty-gone', 'already-done': 'duty-done' },
  'open-contract': { 'not-found': 'contract-gone' },
  'make-recipient-link': { 'not-found': 'contract-gone' },
  'register-contract': { 'changed-meanwhile': 'not-saved' },
  'invite-staff': { 'changed-meanwhile': 'not-saved' },
  'pause-reminders': { 'not-found': 'contract-gone' },
  'close-contact-request': { 'not-found': 'request-gone' },
  'dismiss-staff': { 'not-found': 'staff-gone', 'not-allowed': 'own-access' },
};

/** Lines of a form that a fault can point at, by the first word of its path. */
const FAULT_LINES: readonly string[] = [
  'number',
  'recipientName',
  'track',
  'municipality',
  'startsOn',
  'endsOn',
  'household',
  'perCapitaIncomeBefore',
  'averageMonthlyIncomeBefore',
  'measures',
  'until',
  'words',
  'name',
  'position',
];

/** What happened, and what to do; for faults each line to change. */
export function refusalTexts(refused: Refused): readonly Text[] {
  const own = OWN_WORDS[refused.of]?.[refused.why];
  const first = staffText(`refused.${own ?? refused.why}`);
  return refused.why === 'faults' && own === undefined ? [first, lines(faultLines(refused))] : [first];
}

/** The dialog ends with the refusal and these ways on. */
export function refusedEnding(refused: Refused, rows?: readonly (readonly Option[])[]): Ending {
  return ended(refusalTexts(refused), rows);
}

/**
 * Reads the result a dialog waits for. A refusal goes to `refused` (default: told, and the dialog ends); any other kind
 * cannot come, and is told as "try again" rather than being a dead end.
 */
export function onKind<Kind extends CommandResult['kind']>(
  kind: Kind,
  show: (result: Extract<CommandResult, { kind: Kind }>, known: Known) => Ending,
  refused: (refusal: Refused, known: Known) => Ending = (refusal) => refusedEnding(refusal),
): (result: CommandResult, known: Known) => Ending {
  return (result, known) => {
    if (isOfKind(result, kind)) return show(result, known);
    return result.kind === 'refused' ? refused(result, known) : ended([staffText('refused.changed-meanwhile')]);
  };
}

/** The draft survives a refusal: the words come first, then the summary or the open question again. */
export function keepDraft(refused: Refused): Ending {
  const kept = refused.why === 'faults' ? [] : [staffText('refused.draft-kept')];
  return { replies: [{ texts: [...refusalTexts(refused), ...kept], content: 'personal' }], next: 'stay' };
}

function isOfKind<Kind extends CommandResult['kind']>(
  result: CommandResult,
  kind: Kind,
): result is Extract<CommandResult, { kind: Kind }> {
  return result.kind === kind;
}

function faultLines({ faults }: Refused): readonly Text[] {
  const roots = faults.map(({ path }) => path.split(/[.[]/)[0] ?? '').map((root) => known(root));
  return [...new Set(roots)].map((root) => staffText(`fault.${root}`));
}

function known(root: string): string {
  return FAULT_LINES.includes(root) ? root : 'other';
}
