/** Takes what came in, one address strictly in order, several addresses at once; a message that fails is tried again and then set aside. */
import type { Deps } from '../deps.ts';
import type { InboxItem, Instant } from '../ports.ts';
import { receiveMessage } from './receive-message.ts';

/** What a worker is given beside the use cases' own. */
export interface InboxWorkerDeps extends Deps {
  /** Names this process in leases. */
  readonly processName: string;
  /** Called after every message dealt with: delivery sends its answers. */
  readonly onAnswered: (item: InboxItem) => void;
  readonly onError: (item: InboxItem, error: unknown) => void;
  /** Messages worked on at once. */
  readonly atOnce: number;
}

/** A worker of this process. */
export interface InboxWorker {
  /** Something came in. Never throws and never waits. */
  wake(): void;
  /** Waits until nothing is being worked on. */
  idle(): Promise<void>;
}

const LEASE_SECONDS = 120;
/** Seconds to the next try after the 1st, 2nd … failure; then the message is set aside and the person is told. */
const RETRY_SECONDS = [1, 10, 60];
/** A file that its platform has not finished is asked for again after this. */
const LATER_SECONDS = 5;

/** One worker of this process; start it with `wake`. */
export function createInboxWorker(deps: InboxWorkerDeps): InboxWorker {
  const receive = receiveMessage(deps);
  const running = new Set<Promise<void>>();
  // Something came in while every loop was busy: one of them may have looked just before it was there.
  let missed = false;
  const run = async (leave: () => void) => {
    for (;;) {
      missed = false;
      const now = deps.clock.now();
      const item = await deps.database.transaction((stores) =>
        stores.inbox.lease(deps.processName, now, plus(now, LEASE_SECONDS)),
      );
      if (item) {
        await work(deps, receive, item);
        deps.onAnswered(item);
      } else if (!missed) {
        // In the same breath as the last look, so that from here on a wake starts a loop of its own.
        leave();
        return;
      }
    }
  };
  const wake = () => {
    if (running.size >= deps.atOnce) {
      missed = true;
      return;
    }
    const leave = () => void running.delete(loop);
    const loop: Promise<void> = run(leave)
      // The database itself failed: the next wake or tick tries again.
      .catch((error: unknown) => deps.onError({ id: '', attempts: 0 } as InboxItem, error))
      .finally(leave);
    running.add(loop);
  };
  const idle = async () => {
    while (running.size > 0) await Promise.all(running);
  };
  return { wake, idle };
}

async function work(deps: InboxWorkerDeps, receive: ReturnType<typeof receiveMessage>, item: InboxItem): Promise<void> {
  const result = await receive(item).catch((error: unknown) => {
    deps.onError(item, error);
    return 'failed' as const;
  });
  if (result === 'done') return;
  const seconds = result === 'later' ? LATER_SECONDS : RETRY_SECONDS[item.attempts - 1];
  const now = deps.clock.now();
  await deps.database.transaction(async (stores) => {
    await stores.inbox.failed(
      item.id,
      result === 'later' ? 'file-not-ready' : 'talk-failed',
      seconds === undefined ? null : plus(now, seconds),
    );
    if (seconds !== undefined) return;
    const { person, address } = await stores.people.meet(item.channel, item.externalId, now);
    const apology = {
      uniqueKey: `apology:${item.id}`,
      personId: person.id,
      addressId: address.id,
      kind: 'answer' as const,
      reply: {
        texts: [{ key: 'core:went-wrong' }],
        options: [[{ label: { key: 'core:menu' }, press: 'g.menu' }]],
        content: 'public' as const,
      },
      notBefore: now,
      about: [],
    };
    await stores.outbox.put([apology], now);
  });
}

function plus(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
