/** What is wrong with the channel as a whole, told once when it begins and once when it is over; single failures go to the log in codes. */
import type { Instant } from '../../casework/ports.ts';
import type { ChannelTrouble } from '../../delivery/channel.ts';
import { redact, statusName, troubleOf } from './failures.ts';
import type { ViberLog } from './log.ts';
import type { Failure, ViberMethod } from './viber-api.ts';

/** Keeps what is wrong now. */
export interface Troubles {
  /** A call failed. */
  failed(failure: Failure, method: ViberMethod): void;
  /** A call was taken: the platform answers and believes the token. */
  worked(): void;
  begin(what: ChannelTrouble): void;
  end(what: ChannelTrouble): void;
  has(what: ChannelTrouble): boolean;
}

/** What telling needs. */
export interface TroublesDeps {
  readonly token: string;
  readonly log: ViberLog;
  readonly now: () => Instant;
  readonly trouble: (what: ChannelTrouble, begins: boolean) => void;
}

/** A platform that has been silent for as long as this is out of reach; shorter silences are its own restarts. */
const SILENT_MS = 5 * 60 * 1000;

/** What to do, for the log; the administrator reads it in their own language where the alarm is shown. */
const WHAT_TO_DO: { readonly [what in ChannelTrouble]: string } = {
  'token-refused':
    'viber: the bot is refused; look whether VIBER_AUTH_TOKEN is the one of the bot and whether the bot is open at Viber. Messages wait until then',
  'webhook-lost':
    'viber: the platform has lost our address; it is being set again. If this comes back, another program uses the same bot',
  'webhook-refused':
    'viber: the webhook address is refused; PUBLIC_URL must be an https address that the internet reaches, with a certificate of a known authority. Nothing comes in until then',
  'out-of-reach': 'viber: the platform has not answered for five minutes; look at the way out of this machine',
};

/** Nothing is wrong at first. */
export function createTroubles({ token, log, now, trouble }: TroublesDeps): Troubles {
  const open = new Set<ChannelTrouble>();
  let silentSince: number | null = null;
  const begin = (what: ChannelTrouble) => {
    if (open.has(what)) return;
    open.add(what);
    log.error({ trouble: what }, WHAT_TO_DO[what]);
    trouble(what, true);
  };
  const end = (what: ChannelTrouble) => {
    if (!open.delete(what)) return;
    log.info({ trouble: what }, 'viber: the trouble is over');
    trouble(what, false);
  };
  return {
    begin,
    end,
    has: (what) => open.has(what),
    failed(failure, method) {
      if (failure.kind === 'stopped') return;
      const says =
        failure.kind === 'status'
          ? { status: failure.status, name: statusName(failure.status), says: redact(failure.says, token) }
          : failure.kind === 'http'
            ? { code: failure.code }
            : {};
      log.warn({ method, failure: failure.kind, ...says }, 'viber: a call failed');
      const what = troubleOf(failure);
      if (what !== null) begin(what);
      // A refusal is an answer too.
      if (failure.kind === 'status' || (failure.kind === 'http' && failure.code === 429)) {
        silentSince = null;
        return end('out-of-reach');
      }
      const at = Date.parse(now());
      silentSince ??= at;
      if (at - silentSince >= SILENT_MS) begin('out-of-reach');
    },
    worked() {
      silentSince = null;
      end('out-of-reach');
      end('token-refused');
    },
  };
}
