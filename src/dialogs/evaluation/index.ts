/** Dialogs of the three-stage evaluation: a file and a line here for each. */
import type { Dialog } from '../dialog.ts';
import { ARCHIVE } from './archive.ts';
import { CASE } from './case.ts';
import { CHART } from './chart.ts';
import { CONCLUDE } from './conclude.ts';
import { DECIDE } from './decide.ts';
import { DUTY } from './duty.ts';
import { EXTENSION } from './extension.ts';
import { FAMILY } from './family.ts';
import { FIGURE } from './figure.ts';
import { INQUIRY } from './inquiry.ts';
import { INQUIRY_ANSWER } from './inquiry-answer.ts';
import { MEASURES } from './measures.ts';
import { OFFICE_ARCHIVE } from './office-archive.ts';
import { PAPER } from './paper.ts';
import { PAPERS } from './papers.ts';
import { RECORD } from './record.ts';
import { RECORDS_MONTH } from './records-month.ts';
import { REGISTER } from './register.ts';
import { REPORT } from './report.ts';
import { STOP } from './stop.ts';
import { SURVEY } from './survey.ts';
import { TEMPLATES } from './templates.ts';
import { WINDOW } from './window.ts';

/** Every dialog of the evaluation; those of the head carry their audience. */
export const EVALUATION_DIALOGS: readonly Dialog[] = [
  PAPERS,
  DUTY,
  CASE,
  MEASURES,
  CONCLUDE,
  EXTENSION,
  STOP,
  RECORD,
  RECORDS_MONTH,
  INQUIRY,
  INQUIRY_ANSWER,
  SURVEY,
  FIGURE,
  FAMILY,
  WINDOW,
  REPORT,
  DECIDE,
  PAPER,
  CHART,
  REGISTER,
  ARCHIVE,
  OFFICE_ARCHIVE,
  TEMPLATES,
];
