/**
 * An office whose people speak only through the chat: they see what was sent to them, press what is on their screen by its
 * Russian label, type, and send photos. The papers are real files, and long work is done while somebody waits for it.
 */
import { expect } from 'vitest';
import { instantAt } from '../../src/cli/turned-clock.ts';
import type { OutgoingFile, OutgoingMessage } from '../../src/delivery/channel.ts';
import type { Input } from '../../src/dialogs/dialog.ts';
import { createDocumentWriter } from '../../src/documents/document-writer.ts';
import { day, type Day } from '../../src/engine/day.ts';
import type { Law } from '../../src/engine/law.ts';
import { BRYANSK } from '../../src/law/regions/bryansk/index.ts';
import { staffedOffice } from './staffed-office.ts';
import { openTestOffice, type Phone, plain, type TestOffice } from './test-office.ts';
import { TEXTS } from './texts.ts';

/** A person at a phone. Everything that cannot be done on the screen as it is throws, and shows the screen. */
export interface Person {
  readonly name: string;
  /** Presses one button after the other: each by its label, or by a part that only one label on the screen has. */
  press(...labels: readonly string[]): Promise<void>;
  say(text: string): Promise<void>;
  photo(colour?: string): Promise<void>;
  /** Waits until the work that takes long is done and its news is there. */
  wait(): Promise<void>;
  /** Texts since the last look, oldest first. */
  heard(): string;
  /** Every text so far. */
  everything(): string;
  /** What stands there since the person last did something, with its buttons. */
  screen(): string;
  /** Whether a button like this is on the screen. */
  offers(label: string): boolean;
  /** Files on the screen, the newest last. */
  files(): readonly OutgoingFile[];
  /** The newest file of the screen; throws where there is none. */
  file(): OutgoingFile;
  /** Fails with the screen where the words are not on it. */
  sees(...words: readonly string[]): void;
  /** How often the person pressed, typed or sent something. */
  deeds(): number;
}

/** The office with its people. */
export interface ChatOffice {
  readonly office: TestOffice;
  readonly head: Person;
  readonly specialist: Person;
  person(name: string): Person;
  /** Turns the clock to the time of the day, plans and sends. The clock of the office is Bryansk's. */
  turnTo(on: Day | string, time?: string): Promise<void>;
  /** Errors of the workers fail here; then it closes. */
  close(): Promise<void>;
}

/** Opens it on a day; head and specialist are in. */
export async function openChatOffice(on: Day | string, bryansk: Law = BRYANSK): Promise<ChatOffice> {
  const { timeZone } = bryansk.region;
  const at = (to: Day | string, time: string) => instantAt(day(to), time, timeZone);
  const office = await openTestOffice(at(on, '08:00'), {
    documents: createDocumentWriter(TEXTS),
    laws: { bryansk },
  });
  await staffedOffice(office);
  const people = new Map<string, Person>();
  const person = (name: string): Person => {
    const known = people.get(name) ?? createPerson(office, office.phone(name));
    people.set(name, known);
    return known;
  };
  return {
    office,
    head: person('head'),
    specialist: person('specialist'),
    person,
    turnTo: async (to, time = '09:00') => {
      office.clock.turnTo(at(to, time));
      await office.tick();
    },
    close: async () => {
      expect(office.errors).toEqual([]);
      await office.close();
    },
  };
}

function createPerson(office: TestOffice, phone: Phone): Person {
  let shownFrom = 0;
  let heardTo = 0;
  let deeds = 0;
  const shown = () => phone.seen.slice(Math.min(shownFrom, phone.seen.length - 1));
  const screen = () => shown().map(asSeen).join('\n\n');
  const lost = (what: string) => new Error(`${phone.externalId}: ${what}; on the screen is:\n\n${screen()}`);
  const does = async (input: Input) => {
    deeds += 1;
    shownFrom = phone.seen.length;
    await phone.send(input);
    if (phone.seen.length === shownFrom) throw lost(`nothing was answered to ${JSON.stringify(input)}`);
  };
  const buttons = () =>
    shown()
      .toReversed()
      .flatMap((message) => message.buttons.flat().map(({ label, press }) => ({ label: plain(label), press })));
  const found = (label: string) => {
    const all = buttons();
    const exact = all.find((each) => each.label === label);
    if (exact) return [exact];
    const like = all.filter((each) => each.label.includes(label));
    // The same button under two messages is one button.
    return like.filter((each, at) => like.findIndex(({ press }) => press === each.press) === at);
  };
  return {
    name: phone.externalId,
    press: async (...labels) => {
      for (const label of labels) {
        const [button, ...more] = found(label);
        if (!button) throw lost(`no button «${label}»`);
        if (more.length > 0) throw lost(`«${label}» is on several buttons`);
        await does({ kind: 'press', payload: button.press });
      }
    },
    say: (text) => does({ kind: 'text', text }),
    photo: async (colour) => {
      deeds += 1;
      shownFrom = phone.seen.length;
      await phone.photo(colour);
    },
    wait: () => office.work(),
    heard: () => {
      const fresh = phone.seen.slice(heardTo).map((message) => plain(message.text));
      heardTo = phone.seen.length;
      return fresh.join('\n\n');
    },
    everything: () => phone.seen.map((message) => plain(message.text)).join('\n\n'),
    screen,
    offers: (label) => found(label).length > 0,
    files: () => shown().flatMap(({ files }) => files),
    file: () => {
      const file = shown()
        .flatMap(({ files }) => files)
        .at(-1);
      if (!file) throw lost('no file came');
      return file;
    },
    sees: (...words) => {
      const seen = screen();
      for (const each of words) if (!seen.includes(each)) throw lost(`the words «${each}» are not there`);
    },
    deeds: () => deeds,
  };
}

function asSeen({ text, files, buttons }: OutgoingMessage): string {
  return [
    plain(text),
    ...files.map(({ name }) => `📎 ${name}`),
    ...buttons.map((row) => row.map(({ label }) => `[ ${plain(label)} ]`).join(' ')),
  ].join('\n');
}
