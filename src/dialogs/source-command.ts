/** Wishes about public links and where people come from, and what came of them. */
import type { FileRef } from './file-ref.ts';

/** What a public link stands for: a place of a campaign, a partner organisation, the office itself, a specialist. */
export type SourceKind = 'place' | 'partner' | 'office' | 'specialist';

/** How far a person got who came by a public link, in this order. */
export const SOURCE_STEPS = [
  'opened',
  'pre-check-begun',
  'pre-check-finished',
  'likely-eligible',
  'contact-asked',
  'contract',
] as const;
/** One of them. */
export type SourceStep = (typeof SOURCE_STEPS)[number];

/** Organisations that hand out links. */
export const PARTNER_KINDS = ['kindergarten', 'school', 'clinic', 'employment', 'charity', 'other'] as const;
/** One of them. */
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** As a partner sees it: `few` is fewer than five, none included. They know whom they gave the link to, so a small number could point at a person. */
export type VeiledCount = number | 'few';

/** Casework checks again who may have each. */
export type SourceCommand =
  // anyone
  /** Counts the person as come by this public link, the first time only. */
  | { readonly kind: 'open-source'; readonly token: string }
  /** Spends a partner's invitation. */
  | { readonly kind: 'join-partner'; readonly token: string }
  // staff
  | { readonly kind: 'list-places' }
  | { readonly kind: 'make-source'; readonly sourceKind: Exclude<SourceKind, 'partner'>; readonly name: string | null }
  | { readonly kind: 'invite-partner'; readonly partnerKind: PartnerKind; readonly name: string }
  // head
  | { readonly kind: 'list-sources'; readonly page: number }
  // partner
  | { readonly kind: 'list-own-sources'; readonly page: number }
  | { readonly kind: 'make-own-source'; readonly name: string | null };

/** A public link in the shapes it is handed over in. */
export interface SourceHandout {
  readonly name: string;
  readonly url: string;
  readonly png: FileRef;
  readonly svg: FileRef;
  /** A page to print and hang up. */
  readonly sheet: FileRef;
}

/** One source with its counts: people, each once per step. */
export interface SourceLine {
  readonly sourceId: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly counts: { readonly [step in SourceStep]: number };
}

/** The same as a partner may see it. */
export interface OwnSourceLine {
  readonly sourceId: string;
  readonly name: string;
  readonly counts: { readonly [step in SourceStep]: VeiledCount };
}

/** What came of them. */
export type SourceResult =
  | {
      readonly of: 'list-places';
      readonly kind: 'places';
      readonly lines: readonly { readonly sourceId: string; readonly name: string }[];
    }
  | { readonly of: 'make-source' | 'make-own-source'; readonly kind: 'source-handout'; readonly handout: SourceHandout }
  | {
      readonly of: 'list-sources';
      readonly kind: 'sources';
      readonly lines: readonly SourceLine[];
      readonly totals: SourceLine['counts'];
      readonly page: number;
      readonly pages: number;
    }
  | {
      readonly of: 'list-own-sources';
      readonly kind: 'own-sources';
      readonly lines: readonly OwnSourceLine[];
      readonly page: number;
      readonly pages: number;
    };
