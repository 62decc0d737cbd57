/**
 * The talk as values: what comes in, what goes out, and what a dialog is. Nothing here waits, saves or reads a clock.
 * A dialog is a list of questions computed from what is known, or a screen with none; `step.ts` runs both.
 */
import type { Day } from '../engine/day.ts';
import type { Text } from '../texts/text.ts';
import type { Command, CommandResult } from './command.ts';
import type { FileRef } from './file-ref.ts';
import type { View } from './view.ts';

/** Plain data that survives JSON unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a person did, as every channel translates it. */
export type Input =
  | { readonly kind: 'start'; readonly token: string | null }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'press'; readonly payload: string }
  | { readonly kind: 'file'; readonly file: FileRef; readonly caption: string | null }
  /** A file that could not be taken: too large, of a kind we do not keep, or gone from the platform. */
  | { readonly kind: 'file-refused'; readonly why: 'too-large' | 'wrong-type' | 'unreadable' }
  /** `own` is true only where the platform proves that it is the sender's own number. */
  | { readonly kind: 'contact'; readonly phone: string; readonly own: boolean }
  | { readonly kind: 'unsupported'; readonly what: 'sticker' | 'voice' | 'video' | 'location' | 'other' };

/** What the runner is called with: a person's input, or the result of a command that the last step asked for. */
export type Turn = Input | { readonly kind: 'result'; readonly result: CommandResult };

/** A button. `press` is at most 64 bytes of ASCII and carries no personal data: made by `press.ts` only. */
export interface Option {
  readonly label: Text;
  readonly press: string;
  /** Opens an address instead of pressing: for links only. */
  readonly url?: string;
}

/** What a reply is about; the channel policy decides by it what may go where (`CHANNEL_POLICY`). */
export type ContentKind = 'public' | 'personal';

/** One message to the person: paragraphs in order, rows of buttons, pictures and files. */
export interface Reply {
  readonly texts: readonly Text[];
  readonly options?: readonly (readonly Option[])[];
  readonly files?: readonly FileRef[];
  readonly content: ContentKind;
  /** A bare number typed under it is an answer of its own (a sum, a count): where choices are numbered they stand as `/1`. */
  readonly numbersTaken?: true;
}

/**
 * Answers by question id. Under `_` and the id stands what is gathered so far while a question is open (photos, several
 * kinds), or its answer before it was opened again: `ask` may show it. Other keys under `_` are the dialog's own.
 */
export interface Answers {
  readonly [question: string]: Json;
}

/** What reading an input gave. */
export type Reading =
  /** The answer is known; the next question follows. */
  | { readonly kind: 'answered'; readonly value: Json }
  /** Something was added and the question stays open (photos, several kinds of income). */
  | { readonly kind: 'added'; readonly value: Json; readonly say: readonly Text[] }
  /** It could not be read: say where, what and what to do; the question is asked again. */
  | { readonly kind: 'again'; readonly say: readonly Text[] };

/** A choice offered under a question; `id` is at most 40 ASCII characters. */
export interface Choice {
  readonly id: string;
  readonly label: Text;
}

/** One question, computed for this turn: closures over the answers so far are welcome. */
export interface Question {
  /** Stable within the dialog; the key of the answer. ASCII, at most 40 characters. */
  readonly id: string;
  readonly ask: readonly Text[];
  readonly choices?: readonly (readonly Choice[])[];
  /** Reads what the person did. A press on a choice of this question arrives as `{ kind: 'choice', id }`. */
  readonly read: (input: QuestionInput, current: Json | undefined) => Reading;
  /** Where present the person may skip, and this is the answer then. */
  readonly skip?: Json;
  /** True for a thing to look at (a result, a consent): the progress mark does not count it. */
  readonly uncounted?: boolean;
  /** Questions with the same word here count as one in the progress mark (three months of one income). */
  readonly group?: string;
  /** The line of the summary for this answer; absent lines are not shown. */
  readonly line?: (value: Json) => Text | null;
}

/** What a question reads: the person's input, with presses on its own choices already resolved. */
export type QuestionInput =
  | Exclude<Input, { kind: 'press' } | { kind: 'start' }>
  | { readonly kind: 'choice'; readonly id: string };

/** How a dialog opens: at its first open question (perhaps with answers known already), by running commands, or with a refusal in kind words. */
export type Opening =
  | { readonly kind: 'ask'; readonly answers?: Answers; readonly say?: readonly Text[] }
  | { readonly kind: 'run'; readonly commands: readonly Command[]; readonly answers?: Answers }
  | { readonly kind: 'say'; readonly replies: readonly Reply[] }
  | { readonly kind: 'go'; readonly to: DialogId; readonly argument?: string };

/** What a dialog does with a finished form or a command's result. */
export interface Ending {
  readonly replies: readonly Reply[];
  /** Words at the head of whatever is shown next: instead of a message of their own before a question that is asked again. */
  readonly say?: readonly Text[];
  readonly commands?: readonly Command[];
  /** Where to go next; absent: the dialog is over and the last reply should offer what to do next. `stay` waits for results or re-asks. */
  readonly next?: { readonly to: DialogId; readonly argument?: string } | 'stay' | 'menu';
  /** Replaces the answers where the dialog stays. A question whose answer is absent is asked again. */
  readonly answers?: Answers;
}

/** Who may open a dialog; commands check again, by the actor. */
export type Audience = 'anyone' | 'recipient' | 'partner' | 'staff' | 'head';

/** What a dialog may know in a turn. */
export interface Known {
  readonly answers: Answers;
  /** The argument the dialog was opened with: an opaque id, or null. */
  readonly argument: string | null;
  readonly view: View;
  readonly today: Day;
}

/** One dialog: a file, a line in `index.ts`, texts, three transcripts. */
export interface Dialog {
  /** A wish a person would say, kebab-case. */
  readonly id: DialogId;
  /** Raised whenever stored answers of the older shape would be misread; an older state restarts politely. */
  readonly version: number;
  readonly audience: Audience;
  readonly content: ContentKind;
  readonly open: (known: Omit<Known, 'answers'>) => Opening;
  /** The questions that are active now, in order; computed from the answers. Absent: a screen without questions. */
  readonly questions?: (known: Known) => readonly Question[];
  /** Head of the summary to check before sending; absent, or null for these answers: the form is finished with its last answer. */
  readonly summary?: (known: Known) => readonly Text[] | null;
  readonly finish?: (known: Known) => Ending;
  readonly onResult?: (result: CommandResult, known: Known) => Ending;
}

/** Kebab-case name of a dialog; the table in `index.ts` is the closed list and a test walks it. */
export type DialogId = string;

/** A form in progress. */
export interface OpenForm {
  readonly dialog: DialogId;
  readonly version: number;
  readonly argument: string | null;
  readonly answers: Answers;
  /** The open question, `summary`, or `waiting` for the result of a command. */
  readonly at: string;
  /** Questions answered, in the order they were: the way back. */
  readonly past: readonly string[];
  /** The day of the last answer: for a word of welcome after a pause, and for tidying up. */
  readonly touchedOn: Day;
}

/** All that is kept of a talk: plain JSON with the version of its shape. */
export interface DialogState {
  readonly v: 1;
  /** Counts the questions asked: a button of an earlier one is told from a fresh press. */
  readonly turn: number;
  readonly form: OpenForm | null;
  /** Forms left half-way, newest first, at most five; opening the same dialog with the same argument resumes. */
  readonly parked: readonly OpenForm[];
  /** Payloads of the choices offered last, in order; kept only where choices are made by typed numbers (`View.choosesByNumber`). */
  readonly offered?: readonly string[];
}

/** Result of a step. Commands run in order; each result comes back as a turn. */
export interface Stepped {
  readonly state: DialogState;
  readonly replies: readonly Reply[];
  readonly commands: readonly Command[];
}
