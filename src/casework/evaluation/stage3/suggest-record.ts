/** How a record would be kept by what has come in: the answer to the office's own letter first, then the recipient's accepted word. */
import type { Month } from '../../../engine/day.ts';
import type { ConfirmedBy } from '../../../dialogs/evaluation-codes.ts';
import type { InquiryLine, MonitoringCard, SurveyLine } from '../../../dialogs/evaluation-card.ts';
import { acceptedItem } from '../../case/submission-figures.ts';
import { strongestProof } from '../../case/strongest-proof.ts';
import type { Contract, DocumentWriter, Submission } from '../../ports.ts';

type Suggestion = NonNullable<MonitoringCard['suggestion']>;

/** What a suggestion is made from. */
export interface Evidence {
  readonly contract: Pick<Contract, 'track'>;
  readonly month: Month | null;
  readonly submissions: readonly Submission[];
  /** Of that month. */
  readonly inquiries: readonly InquiryLine[];
  /** Of that month. */
  readonly surveys: readonly SurveyLine[];
  /** Of own business, where the case knows it. */
  readonly registeredAs: 'entrepreneur' | 'self-employed' | null;
}

/** Null where nothing was accepted or answered: then somebody has to ask. */
export function suggestRecord(documents: Pick<DocumentWriter, 'proofName'>, evidence: Evidence): Suggestion | null {
  return fromInquiry(evidence) ?? fromSubmission(documents, evidence);
}

function fromInquiry({ contract, inquiries }: Evidence): Suggestion | null {
  if (contract.track === 'hardship') return null;
  const answered = inquiries.findLast((inquiry) => inquiry.answer && inquiry.answer.what !== 'other');
  if (!answered?.answer) return null;
  return {
    fact: answered.answer.what === 'confirms' ? 'confirmed' : 'not-confirmed',
    conditions: null,
    confirmedBy: answered.to === 'employer' ? 'employer-inquiry' : 'tax-inquiry',
    paperWords: answered.answer.words,
  };
}

function fromSubmission(documents: Pick<DocumentWriter, 'proofName'>, evidence: Evidence): Suggestion | null {
  const { contract, month, submissions, surveys, registeredAs } = evidence;
  const submission = submissions.find((each) => each.month === month);
  const accepted = submission && acceptedItem(submission, 'fact');
  const state = accepted?.answers.fact?.state;
  if (!accepted || state === undefined || state === 'unknown' || state === 'given-to-office') return null;
  const proof = strongestProof(accepted.answers.proofs, 'fact');
  const hardship = contract.track === 'hardship';
  const confirmedBy = hardship && surveys.length > 0 ? 'home-survey' : methodOf(contract, registeredAs, proof);
  return {
    fact: hardship ? null : state === 'yes' ? 'confirmed' : 'not-confirmed',
    conditions: state === 'better' || state === 'worse' ? state : null,
    confirmedBy,
    paperWords: confirmedBy === 'papers' && proof !== null && proof !== 'words' ? documents.proofName(proof) : null,
  };
}

/**
 * A certified copy is named by the form. A certificate of the self-employed is the one of the official app (domain.md, proofs); an
 * entrepreneur has no such app, so the certificate is a paper the recipient gave.
 */
function methodOf(
  { track }: Pick<Contract, 'track'>,
  registeredAs: Evidence['registeredAs'],
  proof: ReturnType<typeof strongestProof>,
): ConfirmedBy {
  if (proof === 'certified-copy') return 'certified-copy';
  const selfEmployed = track === 'household-farm' || (track === 'business' && registeredAs !== 'entrepreneur');
  return selfEmployed && proof === 'certificate' ? 'official-app' : 'papers';
}
