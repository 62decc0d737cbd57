/** Closed lists of codes that views and commands share. */
/** State of the fact as the recipient tells it (interfaces.md, `score`). */
export type FactState = 'yes' | 'no' | 'better' | 'worse' | 'given-to-office' | 'unknown';

/** Why a submission goes back; the citizen reads a ready text for each, and the specialist's own words with it. */
export type ReturnReason =
  | 'unreadable-photo'
  | 'wrong-month'
  | 'wrong-paper'
  | 'amount-differs'
  | 'something-missing'
  | 'other';
export const RETURN_REASONS = [
  'unreadable-photo',
  'wrong-month',
  'wrong-paper',
  'amount-differs',
  'something-missing',
  'other',
] as const satisfies readonly ReturnReason[];

/** Which deadlines a list shows. */
export type DeadlineSpan = 'today' | 'week' | 'overdue';

/** The ways a person can talk to us. */
export type ChannelKind = 'web' | 'telegram' | 'max' | 'viber' | 'vk';
/** Who signs: the specialist assigned to the track, and the head of the office. */
export type StaffRole = 'specialist' | 'head';
/** What a person consents to, each a step and a text of its own (152-FZ art. 9). */
export type ConsentKind = 'personal-data' | 'contact';
