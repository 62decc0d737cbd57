/** To the specialist: messages to a recipient go another way now, or reach nobody. */
import type { ChannelKind } from '../codes.ts';
import type { Reply } from '../dialog.ts';
import { goPress } from '../press.ts';

/** What changed on the way to a recipient. */
export interface ReachNews {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  /** The channel the recipient wished for. */
  readonly lost: ChannelKind;
  /** The channel that is used instead; null: nobody is reached. */
  readonly now: ChannelKind | null;
  /** `policy`: our own rules do not let us write there; `silent`: the platform does not, until the person writes. */
  readonly why: 'unreachable' | 'policy' | 'silent';
}

/** One short message with the way to the contract. */
export function reachNotice({ contractId, contractNumber, recipientName, lost, now, why }: ReachNews): Reply {
  return {
    texts: [
      {
        key: `notices:reach.${now === null ? 'nobody' : 'moved'}-${why}`,
        facts: {
          name: recipientName,
          contract: contractNumber,
          lost: channelName(lost),
          now: now === null ? '' : channelName(now),
        },
      },
    ],
    options: [[{ label: { key: 'notices:nudge.open-contract' }, press: goPress('contract', contractId) }]],
    content: 'personal',
  };
}

/** How a channel is called in a sentence. */
export function channelName(channel: ChannelKind): { readonly text: { readonly key: string } } {
  return { text: { key: `channels:name.${channel}` } };
}
