/** To those who keep the product running: a channel as a whole is in trouble, or works again. Says nothing about a person. */
import type { ChannelKind } from '../codes.ts';
import type { Reply } from '../dialog.ts';
import { menuOption } from '../options.ts';
import { channelName } from './reach-notice.ts';

/** Why a channel does not work; the first four are found by the channel itself (`delivery/channel.ts`). */
export type AlarmCause = 'token-refused' | 'webhook-lost' | 'webhook-refused' | 'out-of-reach' | 'many-failures';

/** `cause` null: it is over. */
export interface AlarmNews {
  readonly channel: ChannelKind;
  readonly cause: AlarmCause | null;
}

/** One short message. */
export function channelAlarm({ channel, cause }: AlarmNews): Reply {
  const name = channelName(channel);
  return {
    texts: [
      cause === null
        ? { key: 'channels:alarm.over', facts: { channel: name } }
        : {
            key: 'channels:alarm.begins',
            facts: { channel: name, cause: { text: { key: `channels:alarm.cause.${cause}` } } },
          },
    ],
    options: [[menuOption()]],
    content: 'public',
  };
}
