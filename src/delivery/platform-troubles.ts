/** What is wrong with a platform as a whole: told once when it begins and once when it is over, however many calls notice it. */
import type { Instant } from '../casework/ports.ts';
import type { ChannelTrouble } from './channel.ts';

/** Hears of a trouble that begins (`true`) or is over. */
export type TellTrouble = (what: ChannelTrouble, begins: boolean) => void;

/** What one call says of the platform: it took the call and so the token; it refused the token; it refused something else; nobody answered. */
export type CallSays = 'taken' | 'token-refused' | 'answered' | 'silent';

/** The troubles of now. */
export interface PlatformTroubles {
  begin(what: ChannelTrouble): void;
  end(what: ChannelTrouble): void;
  has(what: ChannelTrouble): boolean;
  /** Hears what each call says; null: nothing, we stopped it ourselves. */
  heard(says: CallSays | null): void;
}

/** Out of reach for less passes by itself: a restart or a deployment there, a broken line. */
const LONG_MINUTES = 5;

/** Nothing is wrong at first. How long nobody answers is measured by `now` from call to call: a watchdog or polling makes some even at night. */
export function createPlatformTroubles(tell: TellTrouble, now: () => Instant): PlatformTroubles {
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
  return {
    begin,
    end,
    has: (what) => open.has(what),
    heard(says) {
      if (says === null) return;
      if (says === 'silent') {
        const at = Date.parse(now());
        silentSince ??= at;
        if (at - silentSince >= LONG_MINUTES * 60_000) begin('out-of-reach');
        return;
      }
      silentSince = null;
      end('out-of-reach');
      if (says === 'taken') end('token-refused');
      if (says === 'token-refused') begin('token-refused');
    },
  };
}
