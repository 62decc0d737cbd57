import { measure, type RoundPlan, type Speed } from '../rounds.ts';
import { bareGrammyTalker, preparePeople } from './bare-grammy.ts';
import { type BenchDatabase, countDuring, openEmbedded, openServer, serverVersion } from './databases.ts';
import { oporaTalker, type Talker } from './opora.ts';
import { nextUpdate } from './person.ts';
import type { Statements } from './statements.ts';

/** People who write at one moment; each waits for the answer before writing again. */
export const PEOPLE = Array.from({ length: 8 }, (_, at) => 1001 + at);
/** One pre-check from the first question to the result, so that a count covers every kind of turn. */
const BATCHES = 12;

/** Turns a second on one kind of database. */
export interface ChatBench {
  readonly database: string;
  readonly speeds: readonly Speed[];
  /** Statements of one turn of the product, on the average, rounded; the bare bot says exactly these. */
  readonly perTurn: Statements;
}

/** On the embedded database always, on a server where its address is given. */
export async function benchChat(plan: RoundPlan, serverUrl: string | null): Promise<ChatBench[]> {
  const embedded = await benchOn('PGlite 0.5 on disk, in this process', plan, openEmbedded);
  if (serverUrl === null) return [embedded];
  const name = `PostgreSQL ${await serverVersion(serverUrl)} on this machine`;
  return [embedded, await benchOn(name, plan, (each) => openServer(serverUrl, each))];
}

async function benchOn(
  database: string,
  plan: RoundPlan,
  open: (name: string) => Promise<BenchDatabase>,
): Promise<ChatBench> {
  const [ours, theirs] = [await open('opora'), await open('grammy')];
  try {
    const opora = oporaTalker(ours.product, ours.dataDir);
    await talk(opora, BATCHES);
    const perTurn = perTurnOf(await countDuring(ours, () => talk(opora, BATCHES)));
    await preparePeople(theirs.client, PEOPLE);
    const grammy = bareGrammyTalker(theirs.client, perTurn);
    await talk(grammy, 1);
    const same = perTurnOf(await countDuring(theirs, () => talk(grammy, BATCHES)));
    if (JSON.stringify(same) !== JSON.stringify(perTurn))
      throw new Error(`not the same work: ${JSON.stringify({ opora: perTurn, grammy: same })}`);
    const speeds = await measure(
      [
        { name: 'opora', work: () => batch(opora) },
        { name: 'grammY and the same SQL', work: () => batch(grammy) },
      ],
      plan,
    );
    const turns = speeds.map(({ name, perSecond }) => ({ name, perSecond: perSecond.map((n) => n * PEOPLE.length) }));
    return { database, speeds: turns, perTurn };
  } finally {
    await ours.close();
    await theirs.close();
  }
}

async function talk(talker: Talker, batches: number): Promise<void> {
  for (let at = 0; at < batches; at += 1) await batch(talker);
}

function batch(talker: Talker): Promise<void> {
  return talker.answer(PEOPLE.map((person) => nextUpdate(person, talker.shown(person))));
}

function perTurnOf(counts: Statements): Statements {
  const turns = BATCHES * PEOPLE.length;
  const each = (count: number) => Math.round(count / turns);
  const { begin, commit, read, write, other } = counts;
  return { begin: each(begin), commit: each(commit), read: each(read), write: each(write), other: each(other) };
}
