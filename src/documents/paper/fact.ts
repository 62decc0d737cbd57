/** The fact that forms 3 and 4 speak of, by track (domain.md, "Monthly submission"). Training is evaluated as job search. */
import type { Track } from '../../engine/law.ts';
import type { Piece } from './block.ts';
import { say, sayPieces } from './words.ts';

/** Which registration was found; null where it is not known or not this track's. */
export type Registration = 'entrepreneur' | 'self-employed' | null;

/** The fact in the words of the form; in form 4 of `business` the registration found is underlined, as the form asks. */
export function factPieces(track: Exclude<Track, 'hardship'>, registered?: { readonly as: Registration }): Piece[] {
  switch (track) {
    case 'job-search':
    case 'training':
      return [say('fact.job-search')];
    case 'household-farm':
      return [say('fact.household-farm')];
    case 'business':
      return [...businessFact(registered?.as ?? null), ...(registered ? [' ', say('fact.underline')] : [])];
  }
}

/** The fact of `hardship`: whether the home survey found life better or worse; `choice` is in the genitive. */
export function hardshipFact(choice: readonly Piece[]): Piece[] {
  return sayPieces('fact.hardship', {}, { choice });
}

function businessFact(as: Registration): Piece[] {
  const [entrepreneur, payer] = [say('fact.entrepreneur'), say('fact.payer')];
  return sayPieces(
    'fact.business',
    {},
    {
      entrepreneur: [as === 'entrepreneur' ? { underlined: entrepreneur } : entrepreneur],
      payer: [as === 'self-employed' ? { underlined: payer } : payer],
    },
  );
}
