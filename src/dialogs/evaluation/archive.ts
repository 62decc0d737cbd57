/** All papers and proofs of one contract as an archive; it comes as a message when it is ready. */
import type { Dialog } from '../dialog.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { ended } from '../specialist/wording.ts';
import { onResultOf, refusedEnding } from './refusal.ts';
import { caseOption, evaluationText, papersRow } from './wording.ts';

/** Argument: the id of the contract. */
export const ARCHIVE: Dialog = {
  id: 'archive',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const contractId = readId(argument);
    return contractId === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'make-archive', contractId }] };
  },
  onResult: onResultOf(
    'job-started',
    ({ papers }, { argument }) =>
      ended([evaluationText('archive.started', { count: papers })], [backRow(argument), papersRow()]),
    (refusal, { argument }) => refusedEnding(refusal, [backRow(argument)]),
  ),
};

function backRow(argument: string | null) {
  return argument === null ? [] : [caseOption(argument)];
}
