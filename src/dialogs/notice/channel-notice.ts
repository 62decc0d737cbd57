/** What a chat is told when the person's channels change elsewhere. */
import type { ChannelKind } from '../codes.ts';
import type { Reply } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';

/** To the chats a person had before: a new one was linked, and what to do if it was not them. */
export function channelLinked(channel: ChannelKind): Reply {
  return {
    texts: [{ key: 'notices:channel.linked', facts: { channel: { text: { key: `core:channel.${channel}` } } } }],
    options: [[goOption({ key: 'citizen:go.my-channels' }, 'my-channels'), menuOption()]],
    content: 'personal',
  };
}

/** To the chat that was removed. */
export function channelRemoved(): Reply {
  return { texts: [{ key: 'notices:channel.removed' }], options: [[menuOption()]], content: 'personal' };
}
