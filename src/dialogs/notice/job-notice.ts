/** What is told of work in the background, to whoever asked for it. */
import type { Reply } from '../dialog.ts';
import type { FileRef } from '../file-ref.ts';

/** Where the work stands. */
export type JobNews =
  | { readonly kind: 'started'; readonly count: number }
  /** Whole per cent, 1–99. */
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly file: FileRef }
  | { readonly kind: 'failed' };

/** One short message. */
export function jobNotice(news: JobNews): Reply {
  switch (news.kind) {
    case 'started':
      return { texts: [{ key: 'notices:job.started', facts: { count: news.count } }], content: 'personal' };
    case 'progress':
      return { texts: [{ key: 'notices:job.progress', facts: { percent: news.percent } }], content: 'personal' };
    case 'done':
      return { texts: [{ key: 'notices:job.done' }], files: [news.file], content: 'personal' };
    case 'failed':
      return { texts: [{ key: 'notices:job.failed' }], content: 'personal' };
  }
}
