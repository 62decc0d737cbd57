/** Members of a family and their incomes as `precheck` and `report` take them. */
import { z } from 'zod';
import { AGE_BANDS, type Member, RELATIONS } from '../../engine/member.ts';
import { INCOME_KINDS } from '../../law/federal/income-kinds.ts';
import {
  codeField,
  dayField,
  flagField,
  moneyOrNotSureField,
  monthField,
  optional,
  textField,
} from '../json-fields.ts';

/** Kinds of income by their codes. */
export const kindField = codeField(INCOME_KINDS.map(({ kind }) => kind));

const member = z.object({
  id: textField,
  relation: codeField(RELATIONS),
  birthDate: optional(dayField),
  ageBand: optional(codeField(AGE_BANDS)),
  fullTimeStudent: optional(flagField),
  married: optional(flagField),
  fullStateSupport: optional(flagField),
  imprisoned: optional(flagField),
  conscript: optional(flagField),
  incomes: optional(z.array(z.object({ month: monthField, kind: kindField, amount: moneyOrNotSureField }))),
});

/** The family as stated; who must be in it is for the engine to say. */
export const membersField = z.array(member);

/** A family without a fault, where nothing can be said of the one stated. */
const BLAMELESS = [{ id: 'a', relation: 'applicant', ageBand: 'adult' }] as const satisfies readonly Member[];

/**
 * The family for a look at its roles although other fields of its members are wrong: ids and relations as stated, ages set
 * aside. A family no role can be read of is given as one without a fault, so that nothing is said twice.
 */
export function readableFamily(members: unknown): readonly Member[] {
  if (!Array.isArray(members)) return BLAMELESS;
  const read = members.flatMap((each: unknown) => {
    const { data } = member.pick({ id: true, relation: true }).safeParse(each);
    return data === undefined ? [] : [{ ...data, ageBand: 'adult' } as const];
  });
  return read.length < members.length ? BLAMELESS : read;
}
