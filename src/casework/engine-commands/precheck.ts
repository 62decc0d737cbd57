import { z } from 'zod';
import { TRACKS } from '../../engine/law.ts';
import { preCheck } from '../../engine/pre-check.ts';
import { preCheckFaults } from '../../engine/pre-check-input.ts';
import { CIRCUMSTANCE_CODES } from '../../law/federal/circumstances.ts';
import { REGIONS } from '../../law/index.ts';
import { codeField, dayField, moneyOrNotSureField, monthField, optional, textField } from '../json-fields.ts';
import { policyFields } from '../policy-fields.ts';
import { engineCommand, LATEST } from './engine-command.ts';
import { membersField, readableFamily } from './family-fields.ts';

/** `precheck`: would this family probably be granted a contract (`design/interfaces.md`, `precheck`). */
export const precheck = engineCommand({
  fields: z.object({
    region: codeField(REGIONS),
    municipality: optional(textField),
    applicationDate: dayField,
    track: codeField([...TRACKS, 'not-sure']),
    circumstances: z.array(codeField([...CIRCUMSTANCE_CODES, 'not-sure'])),
    categories: optional(z.array(textField)),
    members: membersField,
    householdIncome: optional(z.array(z.object({ month: monthField, amount: moneyOrNotSureField }))),
    policy: optional(policyFields),
  }),
  region: ({ region }) => region,
  run: preCheck,
  further: ({ applicationDate = LATEST, track = 'not-sure', members, ...right }, raw, law) =>
    law === null
      ? []
      : preCheckFaults(law, {
          region: law.region.code,
          municipality: right.municipality,
          applicationDate,
          track,
          circumstances: [],
          categories: right.categories,
          members: members ?? readableFamily(raw['members']),
        }),
});
