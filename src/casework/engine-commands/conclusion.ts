import { z } from 'zod';
import { concludeContract } from '../../engine/conclusion.ts';
import { REGIONS } from '../../law/index.ts';
import { codeField, dayField, optional, textField } from '../json-fields.ts';
import { policyFields } from '../policy-fields.ts';
import { engineCommand } from './engine-command.ts';

/** `conclusion`: the outcome of form 1 (`design/interfaces.md`, `conclusion`). Without `region` the default region's law is asked. */
export const conclusion = engineCommand({
  fields: z.object({
    region: optional(codeField(REGIONS)),
    startsOn: dayField,
    endsOn: dayField,
    measures: z.array(z.object({ name: textField, status: codeField(['done', 'partly', 'not-done']) })),
    cause: optional(codeField(['valid', 'not-valid'])),
    effect: optional(codeField(['none', 'cannot-be-assessed'])),
    policy: optional(policyFields),
  }),
  region: ({ region }) => region ?? null,
  run: concludeContract,
});
