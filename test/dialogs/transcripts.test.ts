import { describe, expect, it } from 'vitest';
import { DIALOGS } from '../../src/dialogs/index.ts';
import { play, readTranscript, recorded, transcriptNames } from '../support/transcript.ts';

const NAMES = transcriptNames();

describe('golden transcripts (npm run golden rewrites them)', () => {
  it.each(NAMES)('%s reads as recorded', (name) => {
    const played = play(readTranscript(name));
    expect(played).toBe(recorded(name, played));
  });

  const covered = new Set(NAMES.flatMap((name) => readTranscript(name).covers));
  it.each(Object.keys(DIALOGS))('%s has its main way, a refusal and a resume', (id) => {
    const ways = (['main', 'refusal', 'resume'] as const).filter((way) => !covered.has(`${id}:${way}`));
    expect(ways).toEqual([]);
  });

  it('covers no dialog that is not in the table', () => {
    const ids = [...covered].map((each) => each.split(':')[0] ?? '');
    expect(ids.filter((id) => !Object.hasOwn(DIALOGS, id))).toEqual([]);
  });
});
