import type { Law } from '../../engine/law.ts';
import { unverified } from '../citation.ts';
import { FEDERAL_BASES } from './bases.ts';

const BY_ANALOGY = unverified(null, 'порядок оценки применён по аналогии: собственный порядок региона не найден');

/** Citations for a region whose own evaluation order was not found: it does not cite the order of another region as its own. */
export const BASES_BY_ANALOGY = {
  ...FEDERAL_BASES,
  conclusion: BY_ANALOGY,
  extension: BY_ANALOGY,
  report: BY_ANALOGY,
  'department-register': BY_ANALOGY,
  monitoring: BY_ANALOGY,
  'income-windows': BY_ANALOGY,
  decision: BY_ANALOGY,
  stop: BY_ANALOGY,
} as const satisfies Law['bases'];
