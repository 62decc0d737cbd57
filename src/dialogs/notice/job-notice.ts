/** What is told of work in the background, to whoever asked for it. That it began is the answer of the dialog. */
import type { Reply } from '../dialog.ts';
import { leftRecordOptions, leftRecordTexts } from '../evaluation/left-records.ts';
import type { LeftRecord } from '../evaluation-command.ts';
import type { FileRef } from '../file-ref.ts';
import { goPress } from '../press.ts';

/** Where the work stands. */
export type JobNews =
  /** Whole per cent, 1–99. */
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'archive'; readonly file: FileRef }
  | {
      readonly kind: 'records';
      readonly of: 'prepare-records' | 'approve-records';
      readonly count: number;
      /** Records that a person has to look at. */
      readonly left: readonly LeftRecord[];
    }
  | { readonly kind: 'failed' };

/** One short message. */
export function jobNotice(news: JobNews): Reply {
  switch (news.kind) {
    case 'progress':
      return { texts: [{ key: 'notices:job.progress', facts: { percent: news.percent } }], content: 'personal' };
    case 'archive':
      return { texts: [{ key: 'notices:job.done' }], files: [news.file], content: 'personal' };
    case 'records':
      return {
        texts: [
          { key: `notices:job.${news.of}`, facts: { count: news.count, left: news.left.length } },
          ...leftRecordTexts(news.left),
        ],
        options: [...leftRecordOptions(news.left), [{ label: { key: 'notices:job.work' }, press: goPress('papers') }]],
        content: 'personal',
      };
    case 'failed':
      return { texts: [{ key: 'notices:job.failed' }], content: 'personal' };
  }
}
