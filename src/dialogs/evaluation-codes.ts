/** Closed lists of codes of the three-stage evaluation that cards, commands, papers and ports share (order 693, forms 1–4). */

/** Forms 1 to 4; `inquiry` is the office's own letter to an employer or the tax service. */
export type PaperKind = 'conclusion' | 'report' | 'monitoring' | 'decision' | 'inquiry';
export const PAPER_KINDS = [
  'conclusion',
  'report',
  'monitoring',
  'decision',
  'inquiry',
] as const satisfies readonly PaperKind[];

/** `revisionReason` of a record prepared anew only to print the figures of its window: no mistake was found. */
export const WINDOW_ADDED = 'window-added';

/** Where a paper stands. `superseded`: its next revision is approved, or its duty fell away before anyone signed. */
export type PaperStatus = 'draft' | 'submitted' | 'approved' | 'returned' | 'superseded';

/** How the fact of a record was confirmed (form 4). */
export type ConfirmedBy =
  | 'employer-inquiry'
  | 'tax-inquiry'
  | 'certified-copy'
  | 'official-app'
  | 'papers'
  | 'home-survey';

/** What a figure says: the recipient's own income, that of the other counted members together, income from business. */
export type FigureItem = 'own' | 'household' | 'business';

/** Where a figure that staff entered was read. */
export type FigureSource = 'hand' | 'paper' | 'registry';

/** Whom the office asks. */
export type InquiryTo = 'employer' | 'tax-service';

/** What an inquiry brought: `other` leaves the record open. */
export type InquiryAnswer = 'confirms' | 'denies' | 'other';

/** What can be done with a paper now by the one who looks at it. */
export type PaperStep = 'submit' | 'approve' | 'return' | 'revise';
