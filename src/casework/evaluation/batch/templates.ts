/** An office's own DOCX in place of ours: checked when it is put in, so that a wrong placeholder is found before a paper needs it. */
import type { CommandResult } from '../../../dialogs/command.ts';
import type { TemplateLine } from '../../../dialogs/evaluation-card.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import type { Wish } from '../wish.ts';

/** Those of the actor's office. */
export async function listTemplates(turn: Turn): Promise<CommandResult> {
  return turn.actor.staff ? templates(turn, 'list-templates') : refused('list-templates', 'not-allowed');
}

/** Only the head. Refused with every wrong placeholder by name and place. */
export async function putTemplate(turn: Turn, command: Wish<'put-template'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  if (actor.staff?.role !== 'head') return refused('put-template', 'not-allowed');
  const bytes = await deps.files.read(command.file.hash);
  if (!bytes) return refused('put-template', 'not-found');
  const faults = await deps.documents.checkTemplate(command.paperKind, bytes);
  if (faults.length > 0) return refused('put-template', 'faults', faults);
  await stores.templates.put({
    officeId: actor.staff.officeId,
    paperKind: command.paperKind,
    file: command.file,
    putOn: actor.today,
    byStaffId: actor.staff.id,
  });
  await recordEvent(
    turn,
    'template-put',
    { kind: 'office', id: actor.staff.officeId },
    { paper: command.paperKind, hash: command.file.hash },
  );
  return templates(turn, 'put-template');
}

/** Only the head: from now on papers of the kind are ours again. Signed ones stay as they are. */
export async function removeTemplate(turn: Turn, command: Wish<'remove-template'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  if (actor.staff?.role !== 'head') return refused('remove-template', 'not-allowed');
  if (!(await stores.templates.remove(actor.staff.officeId, command.paperKind)))
    return refused('remove-template', 'not-found');
  await recordEvent(
    turn,
    'template-removed',
    { kind: 'office', id: actor.staff.officeId },
    { paper: command.paperKind },
  );
  return { of: 'remove-template', kind: 'done' };
}

async function templates({ stores, actor }: Turn, of: 'list-templates' | 'put-template'): Promise<CommandResult> {
  const lines: TemplateLine[] = [];
  for (const { paperKind, file, putOn, byStaffId } of await stores.templates.ofOffice(actor.staff?.officeId ?? ''))
    lines.push({ paperKind, file, putOn, by: (await stores.offices.findStaff(byStaffId))?.name ?? '' });
  return { of, kind: 'templates', lines };
}
