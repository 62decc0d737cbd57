/** The register for the department, as XLSX and CSV. Whoever of the office makes it, the head has it; its duties are done. */
import { addMonths, dayIn, monthOf } from '../../../engine/day.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import type { FileRef } from '../../../dialogs/file-ref.ts';
import { registerNotice } from '../../../dialogs/notice/register-notice.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import { bringNextDate, lawOf } from '../../case/plan-contract.ts';
import type { Office, OutboxDraft } from '../../ports.ts';
import type { Register } from '../../paper/paper.ts';
import { keepMade } from '../paper/paper-file.ts';
import type { Wish } from '../wish.ts';
import { registerOf } from './register-rows.ts';

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
  const { register, contractIds } = await registerOf(stores, office, command.month);
  const xlsx = await keepMade(turn, await deps.documents.registerXlsx(register));
  const csv = await keepMade(turn, await deps.documents.registerCsv(register));
  await sendToHeads(turn, office, register, [xlsx, csv]);
  await closeDuties(turn, command.month, contractIds);
  await recordEvent(
    turn,
    'register-made',
    { kind: 'office', id: office.id },
    { month: command.month, reports: register.rows.length },
  );
  return { of: 'make-register', kind: 'register', month: command.month, rows: register.rows.length, xlsx, csv };
}

/** Heads other than the one who made it; the same register is sent once. */
async function sendToHeads(
  { deps, stores, actor }: Turn,
  office: Office,
  register: Register,
  files: readonly FileRef[],
): Promise<void> {
  const day = dayIn(addMonths(register.month, 1), lawOf(deps, office.region).policy.departmentDay);
  const heads = (await stores.offices.staffOf(office.id)).filter(
    (member) => member.active && member.role === 'head' && member.personId !== actor.person.id,
  );
  const drafts = heads.flatMap(({ personId }): OutboxDraft[] =>
    personId === null
      ? []
      : [
          {
            uniqueKey: `register:${office.id}:${register.month}:${files[1]?.hash ?? ''}:${personId}`,
            personId,
            addressId: null,
            kind: 'notice',
            reply: registerNotice({ month: register.month, rows: register.rows.length, day, files }),
            notBefore: actor.now,
            about: [],
          },
        ],
  );
  await stores.outbox.put(drafts, actor.now);
}

/** The register's duty of each contract in it. */
async function closeDuties(
  { deps, stores, actor }: Turn,
  month: string,
  contractIds: readonly string[],
): Promise<void> {
  const done = { at: actor.now, byStaffId: actor.staff?.id ?? null, words: null };
  for (const contractId of contractIds) {
    const duties = await stores.duties.ofContract(contractId);
    const duty = duties.find(({ kind, dueOn }) => kind === 'register' && addMonths(monthOf(dueOn), -1) === month);
    if (!duty || !(await stores.duties.markDone(duty.dutyId, done))) continue;
    const contract = await stores.cases.find(contractId);
    if (contract) await bringNextDate(deps, stores, contract, actor.today);
  }
}
