import type { Law } from '../engine/law.ts';
import { BRYANSK } from './regions/bryansk/index.ts';
import { IRKUTSK } from './regions/irkutsk/index.ts';
import { NOVOSIBIRSK } from './regions/novosibirsk/index.ts';

/** Regions of the product, in the order they are offered. */
export const REGIONS = ['bryansk', 'irkutsk', 'novosibirsk'] as const;
/** Code of a region. */
export type RegionCode = (typeof REGIONS)[number];

/** Checked laws that stand in place of the built-in ones, by region: what an operator added in `DATA_DIR/law`. */
export type LawOverlay = { readonly [region: string]: Law };

const BUILT_IN: { readonly [region in RegionCode]: Law } = {
  bryansk: BRYANSK,
  irkutsk: IRKUTSK,
  novosibirsk: NOVOSIBIRSK,
};

/** All law of the region, with what the operator added; `null` for a region that is not known. */
export function lawFor(region: string, overlay: LawOverlay = {}): Law | null {
  if (!isRegion(region)) return null;
  return overlay[region] ?? BUILT_IN[region];
}

function isRegion(code: string): code is RegionCode {
  return REGIONS.some((region) => region === code);
}
