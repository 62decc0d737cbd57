/** The script of a demo family: scenes as data, played through the chat. */
import type { DutyKind } from '../../engine/duties.ts';
import type { FormMove } from '../../dialogs/press.ts';
import type { Day } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';

/** Who holds the phone. */
export type Who = 'family' | 'specialist' | 'head';

/** Whose newest link is followed: the operator's (`opora office`), or one that a member of staff made in the chat. */
export type LinkOf = 'operator' | 'head' | 'specialist';

/** One thing a person does on the phone. A button is found by what stands in its payload, so that words may change. */
export type Deed =
  | { readonly does: 'start'; readonly linkOf: LinkOf | null }
  | { readonly does: 'say'; readonly words: string | Text }
  /** Presses the choice with this id under the open question. */
  | { readonly does: 'choose'; readonly id: string }
  | { readonly does: 'move'; readonly move: FormMove }
  /** Presses "change" beside a line of the summary. */
  | { readonly does: 'change'; readonly question: string }
  /** Presses the newest button that opens the dialog; `about`: one whose argument ends so. */
  | { readonly does: 'open'; readonly dialog: string; readonly about?: string }
  /** Opens the earliest open duty of this kind; `number`: of a record or a window. Duties look alike on a screen, so its button is found by its id. */
  | { readonly does: 'open-duty'; readonly kind: DutyKind; readonly number?: number }
  /** Looks at the phone a minute later: what was being made has come. */
  | { readonly does: 'wait' }
  /** Sends a picture; another name is another picture. */
  | { readonly does: 'photo'; readonly name: string };

/** One scene. */
export interface Scene {
  /** The day in the office. */
  readonly on: Day;
  /** `HH:MM` of the office. */
  readonly at: string;
  readonly who: Who;
  readonly title: Text;
  readonly deeds: readonly Deed[];
  /** Really played too, but shown as its title alone. */
  readonly brief?: boolean;
  /** Files that come in it are laid into the folder of the demo. */
  readonly keepsFiles?: boolean;
}

/** One family with its office. Names are texts of `locales/…/demo.json` under `office`. */
export interface FamilyScript {
  readonly title: Text;
  readonly region: string;
  readonly municipality: string | null;
  /** Key of the texts about the office: name, address, phone, hours, head, specialist. */
  readonly office: 'bryansk' | 'irkutsk';
  /** In the order of time. */
  readonly scenes: readonly Scene[];
}
