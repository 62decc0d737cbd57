import { z } from 'zod';
import { householdFaults } from '../../engine/household.ts';
import { TRACKS } from '../../engine/law.ts';
import { placeFaults } from '../../engine/place.ts';
import { reportEffect } from '../../engine/report.ts';
import { REGIONS } from '../../law/index.ts';
import { codeField, dayField, moneyField, monthField, optional, orNull, textField } from '../json-fields.ts';
import { policyFields } from '../policy-fields.ts';
import { engineCommand, LATEST } from './engine-command.ts';
import { membersField, readableFamily } from './family-fields.ts';

/** `report`: figures and proposal of form 2 (`design/interfaces.md`, `report`). */
export const report = engineCommand({
  fields: z.object({
    region: codeField(REGIONS),
    municipality: optional(textField),
    track: codeField(TRACKS),
    endsOn: dayField,
    reportOn: dayField,
    before: z.object({
      perCapitaIncome: orNull(moneyField),
      averageMonthlyIncome: optional(moneyField),
      on: optional(dayField),
    }),
    signedOn: optional(dayField),
    after: z.object({
      members: membersField,
      othersIncome: optional(z.array(z.object({ month: monthField, amount: moneyField }))),
    }),
    business: optional(z.array(z.object({ month: monthField, amount: moneyField }))),
    livingConditions: codeField(['better', 'worse', 'same']),
    result: codeField(['reached', 'partly', 'not-reached']),
    policy: optional(policyFields),
  }),
  region: ({ region }) => region,
  run: reportEffect,
  further: ({ municipality, reportOn = LATEST, after }, raw, law) => [
    ...(law === null ? [] : placeFaults(law, { region: law.region.code, municipality })),
    ...(after === undefined
      ? householdFaults(readableFamily(membersOf(raw['after'])), LATEST, 'after.members', 'any-age')
      : householdFaults(after.members, reportOn, 'after.members', 'birth-date')),
  ],
});

function membersOf(after: unknown): unknown {
  return typeof after === 'object' && after !== null && 'members' in after ? after.members : null;
}
