import type { CommandResult } from '../../../dialogs/command.ts';
import { recordEvent, type Turn } from '../../actor.ts';
import type { Job, Staff } from '../../ports.ts';

type Of = Extract<CommandResult, { kind: 'job-started' }>['of'];

/** Work for the background, asked for by the actor: they are answered at once and told of the progress. */
export async function startJob(
  turn: Turn,
  of: Of,
  staff: Staff,
  job: Pick<Job, 'kind' | 'contractId' | 'month' | 'total'>,
): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const id = deps.newId.id();
  await stores.jobs.add({
    id,
    ...job,
    officeId: staff.officeId,
    askedBy: { personId: actor.person.id, staffId: staff.id },
    askedAt: actor.now,
  });
  await recordEvent(turn, of, { kind: 'job', id }, { pieces: job.total });
  return { of, kind: 'job-started', jobId: id, papers: job.total };
}
