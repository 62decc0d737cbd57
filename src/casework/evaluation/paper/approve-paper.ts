/** The second signature: the paper is fixed with its figures, its file and a seal; its duty is done and the recipient is told. */
import type { CommandResult } from '../../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import { bringNextDate } from '../../case/plan-contract.ts';
import type { StoredPaper } from '../../ports.ts';
import { type HeldPaper, paperOfOffice } from '../case/held.ts';
import type { Wish } from '../wish.ts';
import { mayDecide } from './paper-card.ts';
import { paperFile } from './paper-file.ts';
import { signer } from './paper-head.ts';
import { paperResult } from './paper-result.ts';
import { contentHash } from './seal.ts';
import { tellRecipient } from './tell-recipient.ts';

/** Only a head of the office, and never the one who prepared it. */
export async function approvePaper(turn: Turn, command: Wish<'approve-paper'>): Promise<CommandResult> {
  const held = await paperOfOffice(turn, command.paperId);
  if (!held) return refused('approve-paper', 'not-found');
  if (!(await maySignSecond(turn, held))) return refused('approve-paper', 'not-allowed');
  const paper = await approve(turn, held);
  return paper ? paperResult(turn, 'approve-paper', { ...held, paper }) : refused('approve-paper', 'already-done');
}

/** Another member of staff, and another person behind it. */
export async function maySignSecond({ stores, actor }: Turn, { paper, staff }: HeldPaper): Promise<boolean> {
  if (!mayDecide(staff, paper)) return false;
  const preparer = await stores.offices.findStaff(paper.prepared.byStaffId);
  return preparer?.personId !== actor.person.id;
}

/** The approved paper; null where it does not wait for the head any more. */
export async function approve(turn: Turn, held: HeldPaper): Promise<StoredPaper | null> {
  const { deps, stores, actor } = turn;
  const { staff, contract } = held;
  if (held.paper.status !== 'submitted') return null;
  const value = { ...held.paper.value, head: signer(staff), draft: false };
  const signed = { ...held.paper, value };
  const paper: StoredPaper = {
    ...signed,
    status: 'approved',
    approved: { at: actor.now, on: actor.today, byStaffId: staff.id },
    remark: null,
    contentHash: contentHash(deps, signed),
    file: await paperFile(turn, contract.officeId, value),
  };
  if (!(await stores.papers.replace(paper, ['submitted']))) return null;
  await supersedeOlder(turn, paper);
  await closeDuties(turn, paper);
  await bringNextDate(deps, stores, contract, actor.today);
  await recordEvent(
    turn,
    'paper-approved',
    { kind: 'paper', id: paper.id },
    { of: paper.kind, revision: paper.revision, hash: paper.contentHash },
  );
  await tellRecipient(turn, { ...held, paper });
  return paper;
}

async function supersedeOlder({ stores }: Turn, paper: StoredPaper): Promise<void> {
  for (const older of await stores.papers.ofKey(paper.contractId, paper.key))
    if (older.revision < paper.revision && older.status !== 'superseded') await stores.papers.supersede(older.id);
}

async function closeDuties({ stores, actor }: Turn, paper: StoredPaper): Promise<void> {
  const done = { at: actor.now, byStaffId: paper.prepared.byStaffId, words: null };
  for (const duty of await stores.duties.ofContract(paper.contractId))
    if (paper.answers.includes(duty.key)) await stores.duties.markDone(duty.dutyId, done);
}
