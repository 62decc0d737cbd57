/** What is wrong with MAX as a whole: told once when it begins and once when it is over, however many calls notice it. */
import type { Instant } from '../../casework/ports.ts';
import type { ChannelTrouble } from '../../delivery/channel.ts';
import { isTokenRefused } from './failures.ts';
import type { Answer } from './max-api.ts';

/** Hears of a trouble that begins (`true`) or is over. */
export type TellTrouble = (what: ChannelTrouble, begins: boolean) => void;

/** The troubles of now. */
export interface Troubles {
  begin(what: ChannelTrouble): void;
  end(what: ChannelTrouble): void;
  has(what: ChannelTrouble): boolean;
  /** Hears of each call what came of it: the token was refused, or taken; nobody answered, or somebody did. */
  heard(answer: Answer): void;
}

/** Out of reach for less passes by itself: a restart, a deployment there, a broken line. */
const LONG_MINUTES = 5;

/** `now` is the clock: how long nobody answers is measured between calls, of which the watchdog makes some even at night. */
export function createTroubles(tell: TellTrouble, now: () => Instant): Troubles {
  const open = new Set<ChannelTrouble>();
  let silentSince: number | null = null;
  const begin = (what: ChannelTrouble) => {
    if (open.has(what)) return;
    open.add(what);
    tell(what, true);
  };
  const end = (what: ChannelTrouble) => {
    if (open.delete(what)) tell(what, false);
  };
  const reached = (answered: boolean) => {
    if (answered) {
      silentSince = null;
      return end('out-of-reach');
    }
    const at = Date.parse(now());
    silentSince ??= at;
    if (at - silentSince >= LONG_MINUTES * 60_000) begin('out-of-reach');
  };
  return {
    begin,
    end,
    has: (what) => open.has(what),
    heard(answer) {
      const failure = answer.kind === 'failed' ? answer.failure : null;
      if (failure?.kind === 'stopped') return;
      if (failure === null) end('token-refused');
      else if (isTokenRefused(failure)) begin('token-refused');
      reached(failure === null || (failure.kind === 'answered' && failure.status < 500));
    },
  };
}
