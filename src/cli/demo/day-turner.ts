/** Turns the clock over months: ticks at nine of each office on the days on which something is due, and skips the others. */
import type { Instant, Office } from '../../casework/ports.ts';
import { addDays, type Day } from '../../engine/day.ts';
import type { Opora } from '../../main.ts';
import { instantAt, minutesAfter, type TurnedClock } from '../turned-clock.ts';

const TICK = '09:00';
/** More contracts than a demo has. */
const ALL = 100;

/** Turns the clock to `target`, calling `ticked` after each tick on the way. */
export type DayTurner = (target: Instant, ticked: () => Promise<void>) => Promise<void>;

/** One turner of one running product. */
export function createDayTurner(opora: Opora, clock: TurnedClock): DayTurner {
  /** Moments still to be ticked at, ascending. */
  let waiting: Instant[] = [];
  const add = (moments: readonly Instant[]) => {
    waiting = [...new Set([...waiting, ...moments])].filter((moment) => moment > clock.now()).sort();
  };
  const planNext = async () => {
    const { offices, queued } = await whatWaits(opora);
    const first = offices.flatMap(({ due }) => (due === null ? [] : [due])).sort()[0];
    const morning = ({ office }: Waiting, day: Day) => instantAt(day, TICK, office.timeZone);
    const today = ({ office }: Waiting) => clock.today(office.timeZone);
    // What came up in the middle of a day is seen by the tick of the next minute.
    if (offices.some((each) => each.due !== null && each.due <= today(each))) add([minutesAfter(clock.now(), 1)]);
    else if (first !== undefined) add(offices.filter(({ due }) => due === first).map((each) => morning(each, first)));
    // The tick of another office may have planned what waits for the morning of this one.
    if (queued > 0) add(offices.flatMap((each) => [0, 1].map((days) => morning(each, addDays(today(each), days)))));
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

interface Waiting {
  readonly office: Office;
  /** The earliest next date of its contracts. */
  readonly due: Day | null;
}

function whatWaits({ deps }: Opora): Promise<{ readonly offices: readonly Waiting[]; readonly queued: number }> {
  return deps.database.transaction(async ({ offices: officeStore, cases, outbox }) => {
    const offices: Waiting[] = [];
    for (const office of await officeStore.all()) {
      const { lines } = await cases.search(office.id, null, 0, ALL);
      const dates = lines.flatMap(({ nextDate }) => (nextDate === null ? [] : [nextDate])).sort();
      offices.push({ office, due: dates[0] ?? null });
    }
    return { offices, queued: await outbox.queued() };
  });
}
