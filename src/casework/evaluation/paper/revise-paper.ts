/** A mistake found after approval: the next revision, with its reason. What was signed stays as it was until the next is signed. */
import type { CommandResult } from '../../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import type { StoredPaper } from '../../ports.ts';
import { paperOfOffice } from '../case/held.ts';
import { dutyCard } from '../case/open-duty.ts';
import type { Wish } from '../wish.ts';
import { signer } from './paper-head.ts';
import { isIntact } from './seal.ts';

/** Opens the next revision as a draft with the old words and figures, to be prepared anew; answers with the case to prepare it from. */
export async function revisePaper(turn: Turn, command: Wish<'revise-paper'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const held = await paperOfOffice(turn, command.paperId);
  const duties = held ? await stores.duties.ofContract(held.contract.id) : [];
  const duty = duties.find((each) => each.key === held?.paper.key);
  if (!held || !duty) return refused('revise-paper', 'not-found');
  const { paper, staff } = held;
  const last = (await stores.papers.ofKey(paper.contractId, paper.key)).at(-1);
  if (paper.status !== 'approved' || last?.id !== paper.id) return refused('revise-paper', 'already-done');
  const faults = await reviseFaults(turn, paper, command.reason);
  if (faults.length > 0) return refused('revise-paper', 'faults', faults);
  const revision = paper.revision + 1;
  const next: StoredPaper = {
    ...paper,
    id: deps.newId.id(),
    revision,
    status: 'draft',
    value: { ...paper.value, specialist: signer(staff), revision, draft: true },
    revisionReason: command.reason.trim(),
    prepared: { at: actor.now, on: actor.today, byStaffId: staff.id },
    submitted: null,
    approved: null,
    remark: null,
    contentHash: null,
    file: null,
  };
  await stores.papers.add(next);
  await recordEvent(turn, 'paper-revised', { kind: 'paper', id: next.id }, { of: paper.kind, revision });
  return { of: 'revise-paper', kind: 'duty', card: await dutyCard(turn, { duty, contract: held.contract, staff }) };
}

async function reviseFaults({ deps }: Turn, paper: StoredPaper, reason: string) {
  const faults = [];
  if (reason.trim() === '')
    faults.push({ path: 'reason', problem: 'no reason', remedy: 'say what was found to be wrong' });
  if (!(await isIntact(deps, paper)))
    faults.push({ path: 'paper', problem: 'the paper is not what was signed', remedy: 'call the operator' });
  return faults;
}
