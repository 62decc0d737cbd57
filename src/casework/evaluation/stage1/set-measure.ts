import type { CommandResult } from '../../../dialogs/command.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../../actor.ts';
import type { Wish } from '../wish.ts';
import { measureLine } from './conclusion-card.ts';

/** The specialist marks a measure with a note. A paper that is approved keeps the marks it was made of. */
export async function setMeasure(turn: Turn, command: Wish<'set-measure'>): Promise<CommandResult> {
  const { stores } = turn;
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('set-measure', 'not-found');
  const { status } = command;
  const note = command.note?.trim() || null;
  if (!(await stores.cases.changeMeasure(held.contract.id, command.measureId, { status, note })))
    return refused('set-measure', 'not-found');
  await recordEvent(turn, 'measure-marked', { kind: 'measure', id: command.measureId }, { status });
  const contract = await stores.cases.find(held.contract.id);
  return { of: 'set-measure', kind: 'measures', measures: (contract ?? held.contract).measures.map(measureLine) };
}
