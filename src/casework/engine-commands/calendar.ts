import { z } from 'zod';
import { contractCalendar } from '../../engine/contract-calendar.ts';
import { termFaults } from '../../engine/contract-end.ts';
import { TRACKS } from '../../engine/law.ts';
import { effectivePolicy } from '../../engine/policy.ts';
import { REGIONS } from '../../law/index.ts';
import { codeField, dayField, flagField, optional } from '../json-fields.ts';
import { policyFields } from '../policy-fields.ts';
import { engineCommand } from './engine-command.ts';

/** `calendar`: every date of a contract from its start to the decision (`design/interfaces.md`, `calendar`). */
export const calendar = engineCommand({
  fields: z.object({
    region: codeField(REGIONS),
    track: codeField(TRACKS),
    startsOn: dayField,
    endsOn: dayField,
    extendedTo: optional(dayField),
    stoppedOn: optional(dayField),
    stoppedUnderPoint49: optional(flagField),
    policy: optional(policyFields),
  }),
  region: ({ region }) => region,
  run: contractCalendar,
  further: (right, _raw, law) => (law === null ? [] : termFaults(right, effectivePolicy(law, right.policy))),
});
