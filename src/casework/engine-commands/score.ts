import { z } from 'zod';
import { PROOF_KINDS, TRACKS } from '../../engine/law.ts';
import { type IncomeAnswer, scoreSubmission } from '../../engine/submission-score.ts';
import { REGIONS } from '../../law/index.ts';
import { codeField, dayField, flagField, moneyField, monthField, optional } from '../json-fields.ts';
import { engineCommand } from './engine-command.ts';
import { kindField } from './family-fields.ts';

/** No list of proofs says the same as an empty one. */
const proofs = optional(z.array(codeField(PROOF_KINDS))).transform((given) => given ?? []);
const earlier = z.object({ month: monthField, income: moneyField, fact: codeField(['yes', 'no']) });
const listed = z.array(z.object({ kind: kindField, amount: moneyField }));
const answered = codeField(['none', 'given-to-office']);

/** A list of incomes, or one of two words. Chosen by what stands there, so that a fault in the list is told where it is. */
const items: z.ZodType<IncomeAnswer> = z.unknown().transform((value, context): IncomeAnswer => {
  const read = (Array.isArray(value) ? listed : answered).safeParse(value);
  if (read.success) return read.data;
  // Every field of both forms brings its own problem and remedy, so the issues pass on as they are.
  for (const { path, message, ...rest } of read.error.issues) {
    context.addIssue({ code: 'custom', message, path, params: 'params' in rest ? rest.params : {} });
  }
  return z.NEVER;
});

/** `score`: points of a monthly submission and what to do with it (`design/interfaces.md`, `score`). */
export const score = engineCommand({
  fields: z.object({
    region: codeField(REGIONS),
    track: codeField(TRACKS),
    month: monthField,
    submittedOn: dayField,
    citizenDay: dayField,
    dueOn: dayField,
    asked: z.array(codeField(['fact', 'income'])),
    fact: optional(
      z.object({
        state: codeField(['yes', 'no', 'better', 'worse', 'given-to-office', 'unknown']),
        proofs,
      }),
    ),
    income: optional(z.object({ items, proofs })),
    earlier: optional(z.array(earlier)),
    sameFileAsEarlier: optional(flagField),
  }),
  region: ({ region }) => region,
  run: scoreSubmission,
});
