import type { ListedCode } from '../../engine/law.ts';
import { unverified } from '../citation.ts';

/** Codes of the circumstances a family may name (`design/interfaces.md`, `precheck`); "not sure" is an answer, not a circumstance. */
export const CIRCUMSTANCE_CODES = [
  'disability',
  'loss-of-breadwinner',
  'unemployment',
  'loss-of-property',
  'full-time-study',
  'long-treatment',
  'care',
  'other',
] as const;

const CITE = unverified(
  'Федеральный закон от 17.07.1999 № 178-ФЗ, статья 7',
  'закон говорит о причинах, не зависящих от граждан, и не перечисляет их; список ответов взят по примеру закона Иркутской области',
);

/** Circumstances outside the family's control where the region has no list of its own: the federal wording. */
export const FEDERAL_CIRCUMSTANCES: readonly ListedCode[] = CIRCUMSTANCE_CODES.map((code) => ({ code, cite: CITE }));
