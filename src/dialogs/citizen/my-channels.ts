import type { ChannelLine } from '../channel-command.ts';
import type { CommandResult } from '../command.ts';
import type { Answers, Choice, Dialog, Ending, Known, Option, Question } from '../dialog.ts';
import type { Text } from '../../texts/text.ts';
import { goOption, menuOption } from '../options.ts';
import { answerText } from '../read/answer-text.ts';
import { readChoice } from '../read/read-choice.ts';
import type { View } from '../view.ts';
import { citizenText, linesText } from './wording.ts';

/** The channels a person talks to us in: which is the main one, a code for a further one, one removed. */
export const MY_CHANNELS: Dialog = {
  id: 'my-channels',
  version: 1,
  audience: 'anyone',
  content: 'personal',
  open: () => ({ kind: 'run', commands: [{ kind: 'list-channels' }] }),
  questions: ({ answers }) => {
    const lines = keptLines(answers);
    const line = lines.find(({ addressId }) => addressId === answers['which']);
    return [
      whichQuestion(lines),
      ...(line ? [whatQuestion(line)] : []),
      ...(line && answers['what'] === 'remove' ? [sureQuestion(line)] : []),
    ];
  },
  finish: (known) => ending(known),
  onResult: (result, known) => told(result, known),
};

/** As they were when the list was shown; the commands look again. */
function keptLines(answers: Answers): readonly ChannelLine[] {
  return (answers['_lines'] as readonly ChannelLine[] | undefined) ?? [];
}

function channelText({ channel }: Pick<ChannelLine, 'channel'>): Text {
  return { key: `core:channel.${channel}` };
}

function whichQuestion(lines: readonly ChannelLine[]): Question {
  const others = lines.filter((line) => lines.length > 1 || !line.here);
  const choices = others.map((line): Choice[] => [{ id: line.addressId, label: nameOf(line) }]);
  return {
    id: 'which',
    uncounted: true,
    ask: [
      linesText([citizenText('channels.title'), ...lines.map(lineText)]),
      citizenText(lines.some(({ main }) => main) ? 'channels.main-chosen' : 'channels.last-used'),
    ],
    choices: [
      ...choices,
      [{ id: 'link', label: citizenText('channels.link') }],
      [{ id: 'code', label: citizenText('go.join') }],
      [{ id: 'leave', label: { key: 'core:menu' } }],
    ],
    read: readChoice,
  };
}

/** Two chats of one kind are told apart by when they were used. */
function nameOf(line: ChannelLine): Text {
  return citizenText('channels.name', { channel: { text: channelText(line) }, day: { day: line.lastUsedOn } });
}

function lineText(line: ChannelLine): Text {
  const state = line.here ? 'here' : line.reachable ? 'open' : 'blocked';
  const facts = { channel: { text: channelText(line) }, day: { day: line.lastUsedOn } };
  return citizenText(`channels.line-${state}${line.main ? '-main' : ''}`, facts);
}

function whatQuestion(line: ChannelLine): Question {
  const row = (id: string, label: Text): Choice[] => [{ id, label }];
  return {
    id: 'what',
    uncounted: true,
    ask: [nameOf(line), ...(line.here ? [citizenText('channels.here-stays')] : [])],
    choices: [
      ...(line.main || !line.reachable ? [] : [row('main', citizenText('channels.make-main'))]),
      ...(line.here ? [] : [row('remove', citizenText('channels.remove'))]),
      row('leave', { key: 'core:menu' }),
    ],
    read: readChoice,
  };
}

function sureQuestion(line: ChannelLine): Question {
  return {
    id: 'sure',
    uncounted: true,
    ask: [citizenText('channels.remove-means', { channel: { text: channelText(line) } })],
    choices: [
      [{ id: 'yes', label: citizenText('channels.remove-yes') }],
      [{ id: 'no', label: citizenText('channels.remove-no') }],
    ],
    read: readChoice,
  };
}

function ending({ answers }: Known): Ending {
  const { which, what, sure } = answers;
  if (which === 'link') return { replies: [], commands: [{ kind: 'ask-channel-code' }] };
  if (which === 'code') return { replies: [], next: { to: 'join' } };
  const addressId = answerText(answers, 'which');
  if (what === 'main') return { replies: [], commands: [{ kind: 'make-main-channel', addressId }] };
  if (what === 'remove' && sure === 'yes') return { replies: [], commands: [{ kind: 'remove-channel', addressId }] };
  return { replies: [], next: 'menu' };
}

function told(result: CommandResult, { answers, view }: Known): Ending {
  if (result.kind === 'channels')
    return { replies: [], next: 'stay', answers: { _lines: result.lines.map((line) => ({ ...line })) } };
  if (result.kind === 'channel-code') return codeEnding(result, view);
  if (result.kind === 'too-many-codes') return last(citizenText('channels.too-many', { count: result.minutes }));
  if (result.kind !== 'done') return last(citizenText('channels.changed'));
  return last(citizenText(answers['what'] === 'main' ? 'channels.main-done' : 'channels.removed'));
}

/** The code to type, and a button for each channel that an address opens: the others are listed where the web chat is opened. */
function codeEnding(
  { code, minutes, links }: Extract<CommandResult, { kind: 'channel-code' }>,
  { channel: here }: View,
): Ending {
  const opened = links.filter(({ channel, url }) => (channel !== here || channel === 'web') && isWebAddress(url));
  const options = opened.map(({ channel, url }): Option[] => [
    {
      ...goOption(citizenText('channels.open', { channel: { text: { key: `core:channel.${channel}` } } }), 'menu'),
      url,
    },
  ]);
  return {
    replies: [
      {
        texts: [
          citizenText(options.length > 0 ? 'channels.how' : 'channels.how-typed'),
          citizenText('channels.code', { code }),
          citizenText('channels.code-expires', { count: minutes }),
        ],
        options: [...options, [menuOption()]],
        content: 'personal',
      },
    ],
  };
}

/** Messengers refuse buttons with addresses of an application of another. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//.test(url);
}

function last(text: Text): Ending {
  const options = [[goOption(citizenText('go.my-channels'), 'my-channels'), menuOption()]];
  return { replies: [{ texts: [text], options, content: 'personal' }] };
}
