/** Archives are made in the background: the asker is answered at once and told of the progress. */
import { firstDay, lastDay, monthOf } from '../../../engine/day.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import { contractOfOffice, refused, type Turn } from '../../actor.ts';
import type { Wish } from '../wish.ts';
import { caseFiles } from './archive-entries.ts';
import { startJob } from './start-job.ts';

/** Papers and proofs of one contract. Refused with `faults` where there is nothing yet. */
export async function makeArchive(turn: Turn, command: Wish<'make-archive'>): Promise<CommandResult> {
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('make-archive', 'not-found');
  const total = (await caseFiles(turn.stores, held.contract)).length;
  const of = { kind: 'contract-archive', contractId: held.contract.id, month: null } as const;
  if (total === 0) return refused('make-archive', 'faults', [NOTHING_YET]);
  return startJob(turn, 'make-archive', held.staff, { ...of, total });
}

/** Approved papers of the whole office that bear a day of the month. Only the head. */
export async function makeOfficeArchive(turn: Turn, command: Wish<'make-office-archive'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  if (actor.staff?.role !== 'head') return refused('make-office-archive', 'not-allowed');
  const { month } = command;
  if (month > monthOf(actor.today)) return refused('make-office-archive', 'faults', [NOTHING_YET]);
  const days = { officeId: actor.staff.officeId, from: firstDay(month), to: lastDay(month), kind: null };
  const total = await stores.papers.countApproved(days);
  if (total === 0) return refused('make-office-archive', 'faults', [NOTHING_YET]);
  return startJob(turn, 'make-office-archive', actor.staff, { kind: 'office-archive', contractId: null, month, total });
}

const NOTHING_YET = { path: 'papers', problem: 'there is no paper yet', remedy: 'have one approved first' };
