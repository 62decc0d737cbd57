/** The card a form is about, kept among its answers, so that every question can show the figures it rests on. */
import type { Day } from '../../engine/day.ts';
import type { Answers, Json } from '../dialog.ts';
import type { CaseFileCard, DutyCard, InquiryLine } from '../evaluation-card.ts';
import type { PaperCard } from '../paper-card.ts';

const HELD = '_held';

/** What a form about a whole contract keeps of it. */
export interface HeldContract {
  readonly kind: 'contract';
  readonly contractId: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Only where the form is about an extension. */
  readonly latestExtensionEndsOn: Day | null;
  readonly extensionAsked: boolean;
}

/** What a form about a letter keeps of it. */
interface HeldLetter {
  readonly kind: 'letter';
  readonly recipientName: string;
  readonly contractNumber: string;
  readonly inquiry: InquiryLine;
}

/** Papers have kinds of their own: kept under a name, so that a conclusion is not taken for the duty of one. */
interface HeldPaper {
  readonly kind: 'paper';
  readonly card: PaperCard;
}

/** Keeps the card as plain data. Versions of a form that keep another shape must raise the dialog's version. */
export function hold(card: DutyCard | HeldContract): Answers {
  return { [HELD]: plain(card) };
}

/** Keeps a paper. */
export function holdPaper(card: PaperCard): Answers {
  return { [HELD]: plain({ kind: 'paper', card } satisfies HeldPaper) };
}

/** Keeps a letter with whose it is. */
export function holdLetter(letter: Omit<HeldLetter, 'kind'>): Answers {
  return { [HELD]: plain({ kind: 'letter', ...letter } satisfies HeldLetter) };
}

/** What a form about a contract needs of its file. */
export function contractOf(card: CaseFileCard): HeldContract {
  const { contractId, contractNumber, recipientName, startsOn, endsOn, extensionAskedOn } = card;
  return {
    kind: 'contract',
    contractId,
    contractNumber,
    recipientName,
    startsOn,
    endsOn,
    latestExtensionEndsOn: null,
    extensionAsked: extensionAskedOn !== null,
  };
}

/** The duty the form is about; null where it keeps none of this kind. */
export function heldDuty<Kind extends DutyCard['kind']>(
  answers: Answers,
  kind: Kind,
): Extract<DutyCard, { kind: Kind }> | null {
  return held<Extract<DutyCard, { kind: Kind }>>(answers, kind);
}

/** The duty the form is about, of whatever kind. */
export function heldAnyDuty(answers: Answers): DutyCard | null {
  const kinds = ['conclusion', 'monitoring', 'income-window', 'report', 'decision', 'register'] as const;
  return kinds.map((kind) => heldDuty(answers, kind)).find((card) => card !== null) ?? null;
}

/** The contract the form is about. */
export function heldContract(answers: Answers): HeldContract | null {
  return held<HeldContract>(answers, 'contract');
}

/** The paper the form is about. */
export function heldPaper(answers: Answers): PaperCard | null {
  return held<HeldPaper>(answers, 'paper')?.card ?? null;
}

/** The letter the form is about. */
export function heldLetter(answers: Answers): HeldLetter | null {
  return held<HeldLetter>(answers, 'letter');
}

function held<Card>(answers: Answers, kind: string): Card | null {
  const value: unknown = answers[HELD];
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind ? (value as Card) : null;
}

/** Facts that are not there are left out, as JSON does: state must come back the same. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
