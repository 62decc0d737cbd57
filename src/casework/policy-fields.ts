import { z } from 'zod';
import type { Policy } from '../engine/law.ts';
import { closedObject, codeField, flagField, optional, wholeNumberField } from './json-fields.ts';

/** Readings an operator or a caller may choose over those of the region; an unknown key is refused (`domain.md`, policy keys). */
export const policyFields = closedObject({
  lastMonth: optional(codeField(['by-date', 'calendar'])),
  monitoringMonths: optional(codeField(['calendar', 'anniversary'])),
  monitorAfterStop: optional(flagField),
  extension: optional(codeField(['days', 'months'])),
  departmentDay: optional(wholeNumberField(1, 28)),
  minimumRow: optional(codeField(['territory', 'whole'])),
  minimumAfter: optional(codeField(['last-income-month', 'report-day', 'signing'])),
} satisfies { readonly [key in keyof Policy]: z.ZodType<Policy[key] | undefined> });
