/** The register for the department, as XLSX and CSV. Whoever of the office makes it, the head has it; its duties are done. */
import { addMonths, monthOf } from '../../../engine/day.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import { bringNextDate } from '../../case/plan-contract.ts';
import type { Wish } from '../wish.ts';
import { registerDrafts, writtenRegister } from './written-register.ts';

/** A register with nothing in it is made too, and says so. Refused: a month that has not begun. */
export async function makeRegister(turn: Turn, command: Wish<'make-register'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const office = actor.staff ? await stores.offices.find(actor.staff.officeId) : null;
  if (!office) return refused('make-register', 'not-allowed');
  if (command.month > monthOf(actor.today)) {
    const remedy = 'name a month that has begun';
    const fault = { path: 'month', problem: `${command.month} has not come`, remedy };
    return refused('make-register', 'faults', [fault]);
  }
  const written = await writtenRegister(deps, stores, office, command.month);
  const { register, contractIds, xlsx, csv } = written;
  const key = `register:${office.id}:${command.month}:${csv.hash}`;
  const drafts = await registerDrafts(deps, stores, office, written, actor.now, (personId) => `${key}:${personId}`);
  await stores.outbox.put(
    drafts.filter(({ personId }) => personId !== actor.person.id),
    actor.now,
  );
  await closeDuties(turn, command.month, contractIds);
  await recordEvent(
    turn,
    'register-made',
    { kind: 'office', id: office.id },
    { month: command.month, reports: register.rows.length },
  );
  return { of: 'make-register', kind: 'register', month: command.month, rows: register.rows.length, xlsx, csv };
}

/** The register's duty of each contract in it, of a report that came late too: its own month's register never had it. */
async function closeDuties(
  { deps, stores, actor }: Turn,
  month: string,
  contractIds: readonly string[],
): Promise<void> {
  const done = { at: actor.now, byStaffId: actor.staff?.id ?? null, words: null };
  for (const contractId of contractIds) {
    const duties = await stores.duties.ofContract(contractId);
    const owed = duties.filter(({ kind, dueOn }) => kind === 'register' && addMonths(monthOf(dueOn), -1) <= month);
    let closed = 0;
    for (const { dutyId } of owed) if (await stores.duties.markDone(dutyId, done)) closed += 1;
    if (closed === 0) continue;
    const contract = await stores.cases.find(contractId);
    if (contract) await bringNextDate(deps, stores, contract, actor.today);
  }
}
