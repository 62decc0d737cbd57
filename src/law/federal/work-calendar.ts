import { day } from '../../engine/day.ts';
import type { WorkCalendar } from '../../engine/law.ts';
import { seen } from '../citation.ts';
import { DAY_TRANSFERS } from './day-transfers.ts';

/** Holidays of the labour code and the government's yearly transfers (`domain.md`, "Working days"). */
export const WORK_CALENDAR = {
  holidays: {
    since: day('2013-01-01'),
    value: [
      '01-01',
      '01-02',
      '01-03',
      '01-04',
      '01-05',
      '01-06',
      '01-07',
      '01-08',
      '02-23',
      '03-08',
      '05-01',
      '05-09',
      '06-12',
      '11-04',
    ],
    cite: seen('Трудовой кодекс РФ, статья 112', 'перечень нерабочих праздничных дней'),
  },
  transfers: DAY_TRANSFERS,
} as const satisfies WorkCalendar;
