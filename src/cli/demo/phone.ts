/** A phone in a person's hand: what they do goes in as the page of the web chat sends it, what they read is its transcript. */
import type { WebMessage } from '../../casework/ports.ts';
import type { DutyKind } from '../../engine/duties.ts';
import type { Input } from '../../dialogs/dialog.ts';
import { goPress, readPress } from '../../dialogs/press.ts';
import type { Opora } from '../../main.ts';
import type { Text } from '../../texts/text.ts';
import { samplePicture } from './sample-picture.ts';
import type { Deed } from './script.ts';

/** One phone. */
export interface Phone {
  /** Address in the web chat. */
  readonly externalId: string;
  /** Does it and waits for the answers. Own words first, then what came. Throws where there is no such button. */
  act(deed: Deed, token: string | null): Promise<readonly WebMessage[]>;
  /** What came since it was last looked at. */
  look(): Promise<readonly WebMessage[]>;
  /** Id of the person behind the address; null before the first word. */
  person(): Promise<string | null>;
  /** Token of the newest link that was shown. Throws where none was. */
  linkShown(): string;
}

const MOST_MESSAGES = 300;

/** A new phone that has never talked to us. */
export function createPhone(opora: Opora, words: (text: Text) => string): Phone {
  const { deps } = opora;
  const externalId = deps.hash(deps.newId.token());
  const shown: WebMessage[] = [];
  let seq = 0;
  let personId: string | null = null;
  const look = async () => {
    const fresh = await deps.database.transaction(({ webChat }) => webChat.after(externalId, seq, MOST_MESSAGES));
    seq = fresh.at(-1)?.seq ?? seq;
    shown.push(...fresh.filter(({ from }) => from === 'opora'));
    return fresh;
  };
  return {
    externalId,
    look,
    async person() {
      if (seq === 0 && personId === null) return null;
      const meet = () => deps.database.transaction(({ people }) => people.meet('web', externalId, deps.clock.now()));
      personId ??= (await meet()).person.id;
      return personId;
    },
    linkShown: () => tokenIn(shown),
    async act(deed, token) {
      if (deed.does === 'wait') {
        await opora.tick();
        return look();
      }
      const { input, text, files = [] } = await doneWith({ opora, externalId, shown, words }, deed, token);
      const eventKey = `${externalId.slice(0, 24)}.${deps.newId.id()}`;
      const at = deps.clock.now();
      await deps.database.transaction(async ({ webChat, inbox }) => {
        if (text !== null)
          await webChat.append(externalId, `in.${eventKey}`, { from: 'person', text, buttons: [], files, at });
        await inbox.receive({ channel: 'web', eventKey, externalId, input, at });
      });
      opora.worker.wake();
      await opora.settle();
      return look();
    },
  };
}

interface Done {
  readonly input: Input;
  /** How it stands in the transcript; null: not at all. */
  readonly text: string | null;
  readonly files?: WebMessage['files'];
}

interface Held {
  readonly opora: Opora;
  readonly externalId: string;
  /** What we said so far. */
  readonly shown: readonly WebMessage[];
  readonly words: (text: Text) => string;
}

async function doneWith(
  { opora, externalId, shown, words }: Held,
  deed: Exclude<Deed, { does: 'wait' }>,
  token: string | null,
): Promise<Done> {
  switch (deed.does) {
    case 'start':
      return { input: { kind: 'start', token }, text: null };
    case 'say': {
      const text = typeof deed.words === 'string' ? deed.words : words(deed.words);
      return { input: { kind: 'text', text }, text };
    }
    case 'photo': {
      const file = await opora.deps.files.keep(samplePicture(`${externalId} ${deed.name}`), `${deed.name}.png`);
      if ('refused' in file) throw new Error(`the picture ${deed.name} was refused: ${file.refused}`);
      return { input: { kind: 'file', file, caption: null }, text: '', files: [file] };
    }
    case 'choose':
      return pressed(shown, deed.id, (press) => chosen(press) === deed.id);
    case 'move':
      return pressed(shown, deed.move, (press) => moved(press) === deed.move);
    case 'change':
      return pressed(shown, deed.question, (press) => changed(press) === deed.question);
    case 'open-duty': {
      const payload = goPress('duty', await openDuty(opora, externalId, deed.kind, deed.number));
      return pressed(shown, `${deed.kind} ${deed.number ?? ''}`, (press) => press === payload);
    }
    case 'open':
      return pressed(shown, deed.dialog, (press) => opens(press, deed.dialog, deed.about));
  }
}

/** Id of the earliest undone duty of the kind among the contracts of the office of this phone's owner. */
async function openDuty({ deps }: Opora, externalId: string, kind: DutyKind, number?: number): Promise<string> {
  return deps.database.transaction(async (stores) => {
    const { person } = await stores.people.meet('web', externalId, deps.clock.now());
    const staff = await stores.offices.staffOfPerson(person.id);
    const { lines } = await stores.cases.search(staff?.officeId ?? '', null, 0, 1);
    const duties = lines[0] ? await stores.duties.ofContract(lines[0].id) : [];
    const found = duties.find(
      (duty) => duty.kind === kind && !duty.done && (number === undefined || duty.number === number),
    );
    if (!found) throw new Error(`no open duty ${kind} ${number ?? ''}`);
    return found.dutyId;
  });
}

function pressed(shown: readonly WebMessage[], wanted: string, fits: (press: string) => boolean): Done {
  const button = findButton(shown, fits);
  if (!button) throw new Error(`no button ${wanted} on the phone; it shows:\n${screen(shown)}`);
  return { input: { kind: 'press', payload: button.press }, text: button.label };
}

function findButton(shown: readonly WebMessage[], fits: (press: string) => boolean) {
  for (const message of shown.toReversed()) {
    const button = message.buttons.flat().find(({ press }) => fits(press));
    if (button) return button;
  }
  return null;
}

function chosen(payload: string): string | null {
  const press = readPress(payload);
  return press?.kind === 'choice' ? press.id : null;
}

function moved(payload: string): string | null {
  const press = readPress(payload);
  return press?.kind === 'move' ? press.move : null;
}

function changed(payload: string): string | null {
  const press = readPress(payload);
  return press?.kind === 'change' ? press.question : null;
}

function opens(payload: string, dialog: string, about: string | undefined): boolean {
  const press = readPress(payload);
  if (press?.kind !== 'go' || press.dialog !== dialog) return false;
  return about === undefined || (press.argument ?? '').endsWith(about);
}

function tokenIn(shown: readonly WebMessage[]): string {
  for (const { text } of shown.toReversed()) {
    const token = /\?start=([A-Za-z0-9_-]+)/.exec(text)?.[1];
    if (token) return token;
  }
  throw new Error('no link was shown on the phone');
}

function screen(shown: readonly WebMessage[]): string {
  return shown
    .slice(-2)
    .map(
      ({ text, buttons }) =>
        `${text}\n${buttons
          .flat()
          .map(({ label, press }) => `[${label}: ${press}]`)
          .join(' ')}`,
    )
    .join('\n');
}
