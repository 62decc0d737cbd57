import { day } from '../../engine/day.ts';
import type { Dated, ScoreWeights } from '../../engine/law.ts';
import { unverified } from '../citation.ts';

/** Points of the score of a submission (`domain.md`, "Monthly submission and its score"). A setting of the product, no act sets them. */
export const SCORE_WEIGHTS = [
  {
    since: day('2020-01-01'),
    value: {
      complete: { all: 40, part: 20, none: 0 },
      proof: {
        registry: 40,
        'employer-answer': 40,
        'home-survey': 40,
        certificate: 35,
        'certified-copy': 35,
        copy: 25,
        screenshot: 15,
        words: 5,
        none: 0,
        'not-needed': 40,
      },
      provenPassFrom: 25,
      onTime: { citizenDay: 10, officeDay: 5, late: 0 },
      consistent: { pass: 10, warn: 0 },
      acceptFrom: 70,
    },
    cite: unverified(null, 'настройка программы; правовой акт баллов не задаёт'),
  },
] as const satisfies readonly Dated<ScoreWeights>[];
