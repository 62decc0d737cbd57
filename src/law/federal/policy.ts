import type { Policy } from '../../engine/law.ts';

/** Default reading of every open question (`domain.md`, "Time" and "Per-capita income"); a region or an operator may choose another. */
export const DEFAULT_POLICY = {
  lastMonth: 'by-date',
  monitoringMonths: 'calendar',
  monitorAfterStop: false,
  extension: 'days',
  departmentDay: 10,
  minimumRow: 'territory',
  minimumAfter: 'last-income-month',
} as const satisfies Policy;
