/** The demo office of `start`: the families of the demo played up to this minute, so that today is an interesting day. */
import type { Deps } from '../../casework/deps.ts';
import type { Staff, Stores } from '../../casework/ports.ts';
import type { Config } from '../../config.ts';
import type { OpenDatabase } from '../../db/client.ts';
import { systemClock } from '../../db/system-clock.ts';
import { type Opora, startOpora } from '../../main.ts';
import type { Text } from '../../texts/text.ts';
import { createTurnedClock, instantAt } from '../turned-clock.ts';
import { bryanskFamilyToday } from './bryansk-family.ts';
import { irkutskFamilyToday } from './irkutsk-family.ts';
import { demoText } from './deeds.ts';
import { demoWords } from './demo-words.ts';
import { type Audience, type Played, playFamilies } from './player.ts';

/** `begun`: a start died while it made the demo. `declined`: the operator has started with `--empty`. */
export type DemoMark = 'begun' | 'made' | 'declined';

/** Where a database stands. */
export interface DemoState {
  readonly mark: DemoMark | null;
  readonly offices: number;
}

const KEY = 'demo';
const MARKS: readonly string[] = ['begun', 'made', 'declined'] satisfies DemoMark[];

/** Reads the mark and counts the offices. */
export function readDemoState(database: OpenDatabase): Promise<DemoState> {
  return database.transaction(async ({ settings, offices }) => {
    const stored = await settings.read(KEY);
    const mark = stored !== null && MARKS.includes(stored) ? (stored as DemoMark) : null;
    return { mark, offices: (await offices.all()).length };
  });
}

/** Keeps the mark. */
export function writeDemoMark(database: OpenDatabase, mark: DemoMark): Promise<void> {
  return database.transaction(({ settings }: Stores) => settings.write(KEY, mark));
}

const SILENT: Audience = { scene: async () => {}, messages: () => {}, came: () => {} };

/** Makes the demo offices in an empty database, which stays open. Nobody outside is spoken to. */
export async function makeDemoOffices(config: Config, laws: Deps['laws'], database: OpenDatabase): Promise<void> {
  await writeDemoMark(database, 'begun');
  const now = systemClock.now();
  const zone = 'Europe/Moscow';
  const today = systemClock.today(zone);
  const scripts = [bryanskFamilyToday(today), irkutskFamilyToday(today)];
  const first = scripts.flatMap(({ scenes }) => scenes.map(({ on }) => on)).sort()[0] ?? today;
  const clock = createTurnedClock(instantAt(first, '00:00', zone));
  const words = demoWords();
  const quiet: Config = {
    ...config,
    host: '127.0.0.1',
    port: 0,
    telegram: null,
    channelPolicy: 'open',
    logLevel: 'error',
  };
  const opora: Opora = await startOpora(quiet, { laws, clock, schedule: false, database: keptOpen(database) });
  try {
    const [bryansk] = await playFamilies({ opora, clock, words, audience: SILENT }, scripts, now);
    if (bryansk) await addSpecialist(opora, bryansk, words);
  } finally {
    await opora.close();
  }
  await writeDemoMark(database, 'made');
}

/** A specialist takes the contracts over from the head: a seat to look from. */
function addSpecialist({ deps }: Opora, { office, script }: Played, words: (text: Text) => string): Promise<void> {
  const specialist: Staff = {
    id: deps.newId.id(),
    officeId: office.id,
    personId: null,
    name: words(demoText(`office.${script.office}.specialist`)),
    position: words(demoText('office.specialist-position')),
    role: 'specialist',
    phone: null,
    active: true,
  };
  return deps.database.transaction(async ({ offices, cases }) => {
    const [head] = await offices.staffOf(office.id);
    await offices.addStaff(specialist);
    if (head) await cases.handOver(head.id, specialist.id);
  });
}

function keptOpen(database: OpenDatabase): OpenDatabase {
  return { ...database, close: async () => {} };
}
