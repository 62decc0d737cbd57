/** Plays scripts through the real product: every word goes in as from the web chat, and what is read is what was sent. */
import { lawOf } from '../../casework/case/plan-contract.ts';
import { addOffice } from '../../casework/office/add-office.ts';
import type { Instant, MessageKind, Office, WebMessage } from '../../casework/ports.ts';
import type { Opora } from '../../main.ts';
import type { Text } from '../../texts/text.ts';
import { instantAt, type TurnedClock } from '../turned-clock.ts';
import { createDayTurner } from './day-turner.ts';
import { demoText } from './deeds.ts';
import { createPhone, type Phone } from './phone.ts';
import type { FamilyScript, LinkOf, Scene, Who } from './script.ts';

/** A family being played. */
export interface Played {
  readonly script: FamilyScript;
  readonly office: Office;
  readonly phones: { readonly [who in Who]: Phone };
  /** Token of the head's first link. */
  readonly operatorToken: string;
}

/** A message that came by itself. */
export interface Came {
  readonly message: WebMessage;
  readonly kind: MessageKind;
}

/** What the audience sees. */
export interface Audience {
  scene(played: Played, scene: Scene): Promise<void>;
  /** Messages of one phone, own words included, in order. */
  messages(played: Played, who: Who, scene: Scene, messages: readonly WebMessage[]): void;
  /** What came by itself, between the scenes. */
  came(played: Played, who: Who, messages: readonly Came[]): void;
}

/** What a player is made of. */
export interface Stage {
  readonly opora: Opora;
  readonly clock: TurnedClock;
  readonly words: (text: Text) => string;
  readonly audience: Audience;
}

const PEOPLE = ['family', 'specialist', 'head'] as const satisfies readonly Who[];

/** Plays the scenes of all families in the order of time up to `until`, with what falls due between them. Leaves the clock at `until`. */
export async function playFamilies(stage: Stage, scripts: readonly FamilyScript[], until: Instant): Promise<Played[]> {
  const families = new Map<FamilyScript, Played>();
  const turnTo = createDayTurner(stage.opora, stage.clock);
  const ticked = async () => {
    for (const played of families.values())
      for (const who of PEOPLE) {
        const messages = await played.phones[who].look();
        if (messages.length > 0) stage.audience.came(played, who, await withKinds(stage, played.phones[who], messages));
      }
  };
  for (const { script, scene, at } of scenesInOrder(stage, scripts)) {
    if (at > until) break;
    await turnTo(at, ticked);
    const played = families.get(script) ?? (await openOffice(stage, script));
    families.set(script, played);
    await playScene(stage, played, scene);
  }
  await turnTo(until, ticked);
  return [...families.values()];
}

/** Opens the office of a script, as `opora office` does. */
async function openOffice({ opora, words }: Stage, script: FamilyScript): Promise<Played> {
  const about = (name: string) => words(demoText(`office.${script.office}.${name}`));
  const { office, handout } = await addOffice(opora.deps, {
    region: script.region,
    municipality: script.municipality,
    name: about('name'),
    address: about('address'),
    phone: about('phone'),
    hours: about('hours'),
    headName: about('head'),
    headPosition: words(demoText('office.head-position')),
    language: 'ru',
    isDemo: true,
  });
  const phones = Object.fromEntries(PEOPLE.map((who) => [who, createPhone(opora, words)])) as Played['phones'];
  return { script, office, phones, operatorToken: new URL(handout.url).searchParams.get('start') ?? '' };
}

function scenesInOrder({ opora }: Stage, scripts: readonly FamilyScript[]) {
  return scripts
    .flatMap((script) => {
      const { timeZone } = lawOf(opora.deps, script.region).region;
      return script.scenes.map((scene) => ({ script, scene, at: instantAt(scene.on, scene.at, timeZone) }));
    })
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

async function playScene({ audience }: Stage, played: Played, scene: Scene): Promise<void> {
  await audience.scene(played, scene);
  const phone = played.phones[scene.who];
  for (const deed of scene.deeds) {
    const token = deed.does === 'start' && deed.linkOf !== null ? tokenOf(played, deed.linkOf) : null;
    try {
      audience.messages(played, scene.who, scene, await phone.act(deed, token));
    } catch (error) {
      const where = `${played.script.office}, ${scene.on}, ${scene.who}, ${JSON.stringify(deed)}`;
      throw new Error(`the demo cannot go on: ${where}`, { cause: error });
    }
  }
}

/** The newest of the outbox are those just read, in the same order. */
async function withKinds({ opora }: Stage, phone: Phone, messages: readonly WebMessage[]): Promise<Came[]> {
  const personId = await phone.person();
  const sent = await opora.deps.database.transaction(({ outbox }) =>
    outbox.history({ personId, take: messages.length }),
  );
  const kinds = sent.map(({ kind }) => kind).reverse();
  return messages.map((message, index) => ({ message, kind: kinds[index] ?? 'notice' }));
}

function tokenOf({ phones, operatorToken }: Played, linkOf: LinkOf): string {
  return linkOf === 'operator' ? operatorToken : phones[linkOf].linkShown();
}
