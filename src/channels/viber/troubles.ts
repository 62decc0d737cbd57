/** What is wrong with the channel as a whole, told once when it begins and once when it is over; single failures go to the log in codes. */
import type { Instant } from '../../casework/ports.ts';
import type { ChannelTrouble } from '../../delivery/channel.ts';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import { createPlatformTroubles, type PlatformTroubles, type TellTrouble } from '../../delivery/platform-troubles.ts';
import { redact, statusName, troubleOf } from './failures.ts';
import type { Failure, ViberMethod } from './viber-api.ts';

/** Keeps what is wrong now. */
export interface Troubles extends Pick<PlatformTroubles, 'begin' | 'end' | 'has'> {
  /** A call failed. */
  failed(failure: Failure, method: ViberMethod): void;
  /** A call was taken: the platform answers and believes the token. */
  worked(): void;
}

/** What telling needs. */
export interface TroublesDeps {
  readonly token: string;
  readonly log: ChannelLog;
  readonly now: () => Instant;
  readonly trouble: TellTrouble;
}

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
  const troubles = createPlatformTroubles((what, begins) => {
    if (begins) log.error({ trouble: what }, WHAT_TO_DO[what]);
    else log.info({ trouble: what }, 'viber: the trouble is over');
    trouble(what, begins);
  }, now);
  return {
    begin: (what) => troubles.begin(what),
    end: (what) => troubles.end(what),
    has: (what) => troubles.has(what),
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
      if (what !== null) troubles.begin(what);
      // A refusal is an answer too.
      const isAnswer = failure.kind === 'status' || (failure.kind === 'http' && failure.code === 429);
      troubles.heard(isAnswer ? 'answered' : 'silent');
    },
    worked: () => troubles.heard('taken'),
  };
}
