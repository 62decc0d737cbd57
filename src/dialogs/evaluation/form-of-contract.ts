/** What every form about one contract shares: it opens the contract's file first and keeps who it is about. */
import type { CommandResult } from '../command.ts';
import type { Answers, Ending, Known, Opening } from '../dialog.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { contractOf, hold } from './held.ts';
import { keptOrEnded, type Refused } from './refusal.ts';
import { caseOption } from './wording.ts';

/** Opens the file of the contract named by the argument; what comes after a `~` is the form's own. */
export function openCase({ argument }: Pick<Known, 'argument'>): Opening {
  const contractId = contractIdOf(argument);
  return contractId === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'open-case', contractId }] };
}

/** The id of the contract in an argument. */
export function contractIdOf(argument: string | null): string | null {
  return readId(argument?.split('~')[0]);
}

/** What such a form does with its results. */
export interface FormOfContract {
  readonly known?: (known: Known) => Answers;
  readonly done: (result: Exclude<CommandResult, { kind: 'refused' }>, known: Known) => Ending;
}

/** Reads the file that was opened, then the result of what the form sent; a refusal that an answer can mend keeps the draft. */
export function onResultOfCase(form: FormOfContract): (result: CommandResult, known: Known) => Ending {
  return (result, known) => {
    if (result.kind === 'refused') return refusedForm(result, known);
    if (result.kind !== 'case') return form.done(result, known);
    return { replies: [], next: 'stay', answers: { ...hold(contractOf(result.card)), ...form.known?.(known) } };
  };
}

/** A refusal with the way back to the contract's file. */
export function refusedForm(refused: Refused, { argument }: Pick<Known, 'argument'>): Ending {
  const contractId = contractIdOf(argument);
  const opened = !refused.of.startsWith('open-') && contractId !== null;
  return keptOrEnded(refused, opened ? [[caseOption(contractId)]] : []);
}
