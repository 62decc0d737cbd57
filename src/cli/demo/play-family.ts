/** Plays one family from the pre-check to the decision in a data folder of its own, on a clock that is turned. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { addDays, month } from '../../engine/day.ts';
import { REGIONS, lawFor } from '../../law/index.ts';
import { startOpora } from '../../main.ts';
import { createTurnedClock, instantAt } from '../turned-clock.ts';
import { demoWords } from './demo-words.ts';
import { bryanskFamily } from './bryansk-family.ts';
import { irkutskFamily } from './irkutsk-family.ts';
import { lastPage, sentRows } from './last-page.ts';
import { playFamilies } from './player.ts';
import { printingAudience, titleLines } from './show-family.ts';

/** The families of the demo. Their months lie where the law has its values, so that every figure is of a law in force. */
export const FAMILIES = {
  bryansk: bryanskFamily(month('2025-02')),
  irkutsk: irkutskFamily(month('2025-03')),
} as const;
/** Name of a family. */
export type FamilyName = keyof typeof FAMILIES;

/** Plays and prints it, the page of what was sent last. The data folder is removed at the end, however the end comes. */
export async function playFamily(name: FamilyName, write: (line: string) => void): Promise<void> {
  const script = FAMILIES[name];
  const dataDir = mkdtempSync(join(tmpdir(), 'opora-demo-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const words = demoWords();
  const laws = Object.fromEntries(REGIONS.flatMap((region) => [[region, law(region)]]));
  const [first, last] = [script.scenes[0], script.scenes.at(-1)];
  if (!first || !last) throw new Error('a script without scenes');
  const { timeZone } = law(script.region).region;
  const clock = createTurnedClock(instantAt(first.on, '08:00', timeZone));
  const opora = await startOpora(configOf(dataDir), { laws, clock, schedule: false });
  try {
    for (const line of titleLines(words, script.title)) write(line);
    const audience = printingAudience({ opora, words, write });
    const until = instantAt(addDays(last.on, 1), '13:00', timeZone);
    const [played] = await playFamilies({ opora, clock, words, audience }, [script], until);
    if (played) for (const line of lastPage(opora, played, await sentRows(opora, played), words)) write(line);
  } finally {
    await opora.close();
  }
}

function law(region: string) {
  const found = lawFor(region);
  if (found === null) throw new Error(`no law of ${region}`);
  return found;
}

/** Nothing of the environment: the demo is the same everywhere and speaks to nobody. */
function configOf(dataDir: string): Config {
  return {
    databaseUrl: null,
    dataDir,
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost:3000',
    region: 'bryansk',
    channelPolicy: 'open',
    telegram: null,
    max: null,
    viber: null,
    vk: null,
    logLevel: 'error',
  };
}
