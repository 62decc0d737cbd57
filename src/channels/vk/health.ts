/** Whether the platform can be worked with: tells the operator of calls that fail, in codes, and of each trouble once at both ends. */
import type { Instant } from '../../casework/ports.ts';
import type { ChannelTrouble } from '../../delivery/channel.ts';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import { type CallSays, createPlatformTroubles, type TellTrouble } from '../../delivery/platform-troubles.ts';
import { isTokenRefused, redact, resultOf } from './failures.ts';
import type { Failure, HearOfCall } from './vk-api.ts';

/** What the health of the channel is told to. */
export interface HealthDeps {
  readonly token: string;
  readonly log: ChannelLog;
  readonly now: () => Instant;
  /** Called once when a trouble begins and once when it is over. */
  readonly trouble: TellTrouble;
}

/** The health of one channel. */
export interface Health {
  readonly heard: HearOfCall;
  /** Begins or ends a trouble; saying the same again changes nothing. */
  set(what: ChannelTrouble, holds: boolean): void;
  has(what: ChannelTrouble): boolean;
}

const REMEDIES: { readonly [why: string]: string } = {
  'vk-token-refused':
    'vk: the token is refused; make a new one in the community (Manage, API usage) and put it into VK_GROUP_TOKEN. Nothing goes out until then',
  'vk-right-missing':
    'vk: the token lacks a right, or the address of this server is not allowed; make a token with messages, photos, docs and manage and put it into VK_GROUP_TOKEN',
  'vk-bot-abilities-off':
    'vk: the abilities of bots are switched off; switch them on in the community (Manage, Messages, Bot settings). Messages with buttons wait until then',
};

/** Healthy until told otherwise. */
export function createHealth({ token, log, now, trouble }: HealthDeps): Health {
  const troubles = createPlatformTroubles(trouble, now);
  const told = new Set<string>();
  const tell = (doing: string, failure: Failure) => {
    const result = resultOf(failure);
    // The rule of the platform, not a fault: it holds for everybody who is silent.
    if (result.kind === 'window-closed') return;
    const why = 'why' in result ? result.why : '';
    const remedy = REMEDIES[why];
    if (remedy === undefined) {
      const says =
        failure.kind === 'answered'
          ? { code: failure.code, says: redact(failure.description, token) }
          : failure.kind === 'status'
            ? { status: failure.status }
            : {};
      return log.warn({ doing, failure: failure.kind, ...says }, 'vk: a call failed');
    }
    // Said once: it fails each time until a person has mended it. A refused token is one trouble, a right is missing for one method.
    const about = isTokenRefused(failure) ? '' : `${doing} ${why}`;
    if (told.has(about)) return;
    told.add(about);
    log.error({ doing }, remedy);
  };
  return {
    set: (what, holds) => (holds ? troubles.begin(what) : troubles.end(what)),
    has: (what) => troubles.has(what),
    heard(doing, failure) {
      if (failure?.kind === 'stopped') return;
      if (failure !== null) tell(doing, failure);
      else for (const about of told) if (about === '' || about.startsWith(`${doing} `)) told.delete(about);
      troubles.heard(callSays(failure));
    },
  };
}

/** A server in front of the API that fails is as good as none. */
function callSays(failure: Failure | null): CallSays {
  if (failure === null) return 'taken';
  if (isTokenRefused(failure)) return 'token-refused';
  return failure.kind === 'no-answer' || (failure.kind === 'status' && failure.status >= 500) ? 'silent' : 'answered';
}
