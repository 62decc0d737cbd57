/** Turns the clock over months: ticks at nine and at noon of each office on the days on which something is due, and skips the others. */
import type { Instant, Office } from '../../casework/ports.ts';
import type { Day } from '../../engine/day.ts';
import type { Opora } from '../../main.ts';
import { instantAt, minutesAfter, type TurnedClock } from '../turned-clock.ts';

const TICKS = ['09:00', '12:00'];
/** More contracts than a demo has. */
const ALL = 100;

/** Turns the clock to `target`, calling `ticked` after each tick on the way. */
export type DayTurner = (target: Instant, ticked: () => Promise<void>) => Promise<void>;

/** One turner of one running product. */
export function createDayTurner(opora: Opora, clock: TurnedClock): DayTurner {
  /** Moments still to be ticked at, ascending. */
  let waiting: Instant[] = [];
  const plan = (offices: readonly Office[], dayOf: (office: Office) => Day) => {
    const moments = offices.flatMap((office) => TICKS.map((time) => instantAt(dayOf(office), time, office.timeZone)));
    waiting = [...new Set([...waiting, ...moments])].filter((moment) => moment > clock.now()).sort();
  };
  const planNext = async () => {
    const { offices, due, queued } = await whatWaits(opora);
    if (due === null || offices.length === 0) return;
    // What came up in the middle of a day is seen by the tick of the next minute.
    const overdue = offices.some((office) => clock.today(office.timeZone) >= due);
    if (overdue) waiting = [minutesAfter(clock.now(), 1), ...waiting];
    else plan(offices, () => due);
    if (queued > 0) plan(offices, (office) => clock.today(office.timeZone));
  };
  return async (target, ticked) => {
    for (;;) {
      if (waiting.length === 0) await planNext();
      const [moment, ...later] = waiting;
      if (moment === undefined || moment >= target) break;
      waiting = later;
      clock.turnTo(moment);
      await opora.tick();
      await ticked();
    }
    clock.turnTo(target);
    // The scene that follows may bring something nearer.
    waiting = waiting.filter((moment) => moment > target);
  };
}

interface Waits {
  readonly offices: readonly Office[];
  /** The earliest next date of all contracts. */
  readonly due: Day | null;
  readonly queued: number;
}

function whatWaits({ deps }: Opora): Promise<Waits> {
  return deps.database.transaction(async ({ offices: officeStore, cases, outbox }) => {
    const offices = await officeStore.all();
    const dates: Day[] = [];
    for (const office of offices) {
      const { lines } = await cases.search(office.id, null, 0, ALL);
      dates.push(...lines.flatMap(({ nextDate }) => (nextDate === null ? [] : [nextDate])));
    }
    return { offices, due: dates.sort()[0] ?? null, queued: await outbox.queued() };
  });
}
