/** The demo offices of `start`: cases made through the use cases up to this minute, so that today is an interesting day. */
import type { Deps } from '../../casework/deps.ts';
import type { Instant, MadeFile, Stores } from '../../casework/ports.ts';
import type { Config } from '../../config.ts';
import type { OpenDatabase } from '../../db/client.ts';
import { systemClock } from '../../db/system-clock.ts';
import { addMonths, type Day, firstDay, monthOf } from '../../engine/day.ts';
import { type Opora, startOpora } from '../../main.ts';
import { createTurnedClock, instantAt, type TurnedClock } from '../turned-clock.ts';
import { demoWords } from './demo-words.ts';
import { samplePicture } from './sample-picture.ts';
import { openSeedOffice } from './seed-office.ts';
import { bryanskPlan, irkutskPlan, MONTHS_BACK } from './seed-plan.ts';

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

const ZONE = 'Europe/Moscow';

/** Makes the demo offices in an empty database, which stays open. Nobody outside is spoken to. */
export async function makeDemoOffices(config: Config, laws: Deps['laws'], database: OpenDatabase): Promise<void> {
  await writeDemoMark(database, 'begun');
  const now = systemClock.now();
  const today = systemClock.today(ZONE);
  const clock = createTurnedClock(instantAt(firstDay(addMonths(monthOf(today), -MONTHS_BACK)), '00:00', ZONE));
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
    await playSeed(withoutWaste(opora.deps), clock, today, now);
    await opora.tick();
  } finally {
    await opora.close();
  }
  await writeDemoMark(database, 'made');
}

/** The past of all cases in the order of time, then what is done at this moment. */
async function playSeed(deps: Deps, clock: TurnedClock, today: Day, now: Instant): Promise<void> {
  const words = demoWords();
  const bryansk = await openSeedOffice(deps, words, { name: 'bryansk', region: 'bryansk', municipality: null });
  const irkutsk = await openSeedOffice(deps, words, { name: 'irkutsk', region: 'irkutsk', municipality: 'katangsky' });
  const plans = [
    { it: bryansk, plan: bryanskPlan(bryansk, today) },
    { it: irkutsk, plan: irkutskPlan(irkutsk, today) },
  ];
  const past = plans.flatMap(({ it, plan }) =>
    plan.past.map(({ on, at, run }) => ({ at: instantAt(on, at, it.office.timeZone), run })),
  );
  for (const { at, run } of past.toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))) {
    clock.turnTo(at);
    await run();
  }
  clock.turnTo(now);
  for (const { plan } of plans) for (const run of plan.now) await run();
}

/**
 * What is written to be thrown away is not written: sheets and pictures of links that are spent at once, and drafts, which are
 * written anew whenever one is opened. Signed papers, registers and letters are the real ones.
 */
function withoutWaste(deps: Deps): Deps {
  const { documents } = deps;
  const picture = samplePicture('link');
  const draft: MadeFile = { bytes: picture, name: 'draft.png', mediaType: 'image/png' };
  return {
    ...deps,
    documents: {
      ...documents,
      linkSheet: async () => picture,
      qrPicture: async () => picture,
      paper: async (paper, options) => (paper.draft ? draft : documents.paper(paper, options)),
    },
  };
}

function keptOpen(database: OpenDatabase): OpenDatabase {
  return { ...database, close: async () => {} };
}
