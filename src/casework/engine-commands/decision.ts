import { z } from 'zod';
import { proposeDecision } from '../../engine/decision.ts';
import { TRACKS } from '../../engine/law.ts';
import { monitoringFaults } from '../../engine/monitoring-records.ts';
import { placeFaults } from '../../engine/place.ts';
import { REGIONS } from '../../law/index.ts';
import { codeField, dayField, moneyField, optional, numberField, orNull, textField } from '../json-fields.ts';
import { policyFields } from '../policy-fields.ts';
import { engineCommand } from './engine-command.ts';

/** `decision`: whether a new contract is advisable (`design/interfaces.md`, `decision`). */
export const decision = engineCommand({
  fields: z.object({
    region: codeField(REGIONS),
    municipality: optional(textField),
    track: codeField(TRACKS),
    endsOn: dayField,
    decidedOn: dayField,
    report: orNull(z.object({ verdict: codeField(['effective', 'ineffective']) })),
    monitoring: z.array(
      z.object({
        number: numberField,
        fact: optional(codeField(['confirmed', 'not-confirmed', 'no-answer'])),
        conditions: optional(codeField(['better', 'worse', 'no-answer'])),
        hardship: optional(codeField(['overcome', 'partly', 'not-overcome'])),
      }),
    ),
    incomeWindows: z.array(
      z.object({
        numbers: z.array(numberField),
        ownIncome: optional(moneyField),
        perCapitaIncome: moneyField,
        totalIncome: optional(moneyField),
        countedMembers: optional(numberField),
      }),
    ),
    policy: optional(policyFields),
  }),
  region: ({ region }) => region,
  run: proposeDecision,
  further: ({ municipality, track, monitoring, incomeWindows }, _raw, law) => [
    ...(law === null ? [] : placeFaults(law, { region: law.region.code, municipality })),
    ...(track === undefined ? [] : monitoringFaults(monitoring ?? [], incomeWindows ?? [], track)),
  ],
});
