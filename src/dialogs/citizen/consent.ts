/** Versions of the consent texts in `locales/…/citizen.json`, `consent.*`: raised with every change of their words. */
import type { ConsentKind } from '../codes.ts';

/** A consent is kept with the version the person read (152-FZ, article 9). */
export const CONSENT_VERSIONS: { readonly [kind in ConsentKind]: string } = {
  'personal-data': '2026-11-22',
  contact: '2026-11-22',
};
