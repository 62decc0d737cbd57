/** One JSON file an operator lays into `DATA_DIR/law` (`docs/law-overlay.md`): its form, and how it is read. */
import { z } from 'zod';
import { type Citation, type Territory, TRACKS } from '../engine/law.ts';
import { accept, type Fault, type Outcome, refuse } from '../engine/outcome.ts';
import { REGIONS } from '../law/index.ts';
import {
  closedObject,
  codeField,
  dayField,
  flagField,
  moneyField,
  optional,
  orNull,
  textField,
  wholeNumberField,
} from './json-fields.ts';
import { policyFields } from './policy-fields.ts';
import { shapeFaults } from './shape-faults.ts';

/** A file as it was read: its name as the operator knows it, and what JSON it holds. */
export interface LawFile {
  readonly name: string;
  readonly content: unknown;
}

const TERRITORIES = ['whole', 'north', 'other'] as const satisfies readonly Territory[];
const points = wholeNumberField(0, 100);
const months = orNull(wholeNumberField(0, 120));

const cite: z.ZodType<Citation> = closedObject({
  act: orNull(textField),
  source: textField,
  link: optional(textField),
  verified: optional(flagField),
}).transform(({ act, source, link, verified }) => ({ act, source, link: link ?? null, verified: verified ?? true }));

/** What every row carries: its citation, and whether it takes the place of the row that stands there already. */
const row = { cite, replaces: optional(flagField) };

const minimum = closedObject({
  ...row,
  since: dayField,
  territory: optional(codeField(TERRITORIES)),
  value: orNull(
    closedObject({
      'per-capita': orNull(moneyField),
      'able-bodied': orNull(moneyField),
      pensioner: orNull(moneyField),
      child: orNull(moneyField),
    }),
  ),
});

const transfers = closedObject({
  ...row,
  year: wholeNumberField(2000, 2199),
  free: z.array(dayField),
  worked: z.array(dayField),
});

const track = closedObject({
  ...row,
  track: codeField(TRACKS),
  since: dayField,
  value: orNull(
    closedObject({
      minMonths: months,
      maxMonths: months,
      payment: closedObject({
        kind: codeField(['monthly', 'one-off']),
        maxAmount: orNull(moneyField),
        of: orNull(codeField(['per-capita', 'able-bodied', 'pensioner', 'child'])),
      }),
      askedMonthly: z.array(codeField(['fact', 'income'])),
      repeatAfterMonths: months,
    }),
  ),
});

const proof = closedObject({
  registry: points,
  'employer-answer': points,
  'home-survey': points,
  certificate: points,
  'certified-copy': points,
  copy: points,
  screenshot: points,
  words: points,
  none: points,
  'not-needed': points,
});

const scoreWeights = closedObject({
  ...row,
  since: dayField,
  value: closedObject({
    complete: closedObject({ all: points, part: points, none: points }),
    proof,
    provenPassFrom: points,
    onTime: closedObject({ citizenDay: points, officeDay: points, late: points }),
    consistent: closedObject({ pass: points, warn: points }),
    acceptFrom: points,
  }),
});

const document = closedObject({
  region: codeField([...REGIONS, 'all']),
  minima: optional(z.array(minimum)),
  transfers: optional(z.array(transfers)),
  policy: optional(policyFields),
  incomeKinds: optional(
    z.array(closedObject({ ...row, kind: textField, since: dayField, counted: orNull(flagField) })),
  ),
  tracks: optional(z.array(track)),
  categories: optional(z.array(closedObject({ cite, code: textField }))),
  municipalities: optional(
    z.array(
      closedObject({
        replaces: row.replaces,
        code: textField,
        name: textField,
        territory: codeField(TERRITORIES),
        territoryVerified: flagField,
        plannedContracts2021: optional(wholeNumberField(0, 1_000_000)),
      }),
    ),
  ),
  noIncomeTest: optional(
    z.array(
      closedObject({
        ...row,
        since: dayField,
        value: orNull(closedObject({ category: textField, track: codeField(TRACKS) })),
      }),
    ),
  ),
  scoreWeights: optional(z.array(scoreWeights)),
});

/** A file in its form, days and money read. */
export type LawDocument = z.infer<typeof document> & { readonly name: string };

/** All files, or every fault of their form at once; the path of a fault begins with the name of its file. */
export function readLawFiles(files: readonly LawFile[]): Outcome<readonly LawDocument[]> {
  const documents: LawDocument[] = [];
  const faults: Fault[] = [];
  for (const { name, content } of files) {
    const read = document.safeParse(content);
    if (read.success) documents.push({ ...read.data, name });
    else faults.push(...shapeFaults(read.error).map((found) => ({ ...found, path: `${name}: ${found.path}` })));
  }
  return faults.length === 0 ? accept(documents) : refuse(faults);
}
