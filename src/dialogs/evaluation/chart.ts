/** A picture of the case: income a head by month against the subsistence minimum. */
import type { Dialog } from '../dialog.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { ended } from '../specialist/wording.ts';
import { onResultOf, refusedEnding } from './refusal.ts';
import { caseOption, evaluationText, papersRow } from './wording.ts';

/** Argument: the id of the contract. */
export const CHART: Dialog = {
  id: 'chart',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const contractId = readId(argument);
    return contractId === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'draw-chart', contractId }] };
  },
  onResult: onResultOf(
    'picture',
    ({ file }, { argument }) => ended([evaluationText('chart.done')], [backRow(argument), papersRow()], [file]),
    (refusal, { argument }) => refusedEnding(refusal, [backRow(argument)]),
  ),
};

function backRow(argument: string | null) {
  return argument === null ? [] : [caseOption(argument)];
}
