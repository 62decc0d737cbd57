import type { Text } from '../../texts/text.ts';
import type { Command, CommandResult } from '../command.ts';
import type { LinkState } from '../link-state.ts';
import type { Answers, Dialog, Ending, Known, Option, Question } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import { answerText } from '../read/answer-text.ts';
import { readChoice } from '../read/read-choice.ts';
import { askedMonths, monthArgument } from './asked-months.ts';
import { CONSENT_VERSIONS } from './consent.ts';
import { consentQuestion } from './consent-question.ts';
import { citizenText, linesText } from './wording.ts';

/** Letters of the Russian keyboard that look like those of a code. */
const LOOK_ALIKES: { readonly [letter: string]: string } = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};

/** Joins by a personal link or a typed code. It is looked at first, and spent only when the person goes on. */
export const JOIN_DIALOG: Dialog = {
  id: 'join',
  version: 1,
  audience: 'anyone',
  content: 'personal',
  open: ({ argument }) =>
    argument === null ? { kind: 'ask' } : { kind: 'run', commands: [{ kind: 'look-at-link', token: argument }] },
  questions: ({ answers, argument }) => {
    const found = foundLink(answers);
    if (found?.state === 'recipient') return [consentQuestion('personal-data', { office: found.officeName })];
    if (found?.state === 'staff' || found?.state === 'partner') return [seatQuestion(found)];
    if (found?.state === 'channel') return [channelQuestion(found)];
    return argument === null || answers['_again'] === true ? [codeQuestion()] : [];
  },
  finish: (known) => next(known),
  onResult: (result, known) => {
    if (result.kind === 'link') return told(result, known);
    return result.of === 'open-source' && result.kind === 'done' ? welcomed(known) : failed({ state: 'unknown' });
  },
};

/** A link that can be spent, as the talk remembers it between the look and the consent. */
type Found = Extract<LinkState, { state: 'recipient' | 'staff' | 'partner' | 'channel' }>;

function foundLink(answers: Answers): Found | null {
  const found = answers['_link'] as Found | undefined;
  return found ?? null;
}

function isFound(link: LinkState): link is Found {
  return ['recipient', 'staff', 'partner', 'channel'].includes(link.state);
}

function codeQuestion(): Question {
  return {
    id: 'code',
    uncounted: true,
    ask: [citizenText('join.code')],
    choices: [[{ id: 'none', label: citizenText('join.no-code') }]],
    read: (input) => {
      if (input.kind === 'choice') return { kind: 'answered', value: 'none' };
      const code = input.kind === 'text' ? codeIn(input.text) : null;
      if (code !== null) return { kind: 'answered', value: code };
      return { kind: 'again', say: input.kind === 'text' ? [citizenText('join.not-a-code')] : [] };
    },
  };
}

/** Eight letters and digits, whatever the keyboard, spaces and hyphens; null for anything else. */
function codeIn(text: string): string | null {
  const code = text
    .toUpperCase()
    .replace(/[\s–—-]/g, '')
    .replace(/[А-Я]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  return /^[A-Z0-9]{8}$/.test(code) ? code : null;
}

function seatQuestion(found: Extract<Found, { state: 'staff' | 'partner' }>): Question {
  const facts = { name: found.name, office: found.officeName };
  return {
    id: 'consent',
    uncounted: true,
    ask: [citizenText(found.state === 'staff' ? `join.staff-${found.role}` : 'join.partner', facts)],
    choices: [
      [
        { id: 'yes', label: citizenText('join.staff-yes') },
        { id: 'no', label: citizenText('join.staff-no') },
      ],
    ],
    read: readChoice,
  };
}

/** What is opened here, what this chat brings with it, and a warning: whoever begs a code from a person wants their contract. */
function channelQuestion({ channels, moves }: Extract<Found, { state: 'channel' }>): Question {
  const names = channels.map((channel): Text => ({ key: `core:channel.${channel}` }));
  const brought = moves.map((thing) => citizenText(`join.channel-moves-${thing}`));
  return {
    id: 'consent',
    uncounted: true,
    ask: [
      citizenText('join.channel', { channels: { list: names } }),
      ...(brought.length > 0 ? [linesText([citizenText('join.channel-moves'), ...brought])] : []),
      citizenText('join.channel-yours'),
    ],
    choices: [
      [{ id: 'yes', label: citizenText('join.channel-yes') }],
      [{ id: 'no', label: citizenText('join.channel-no') }],
    ],
    read: readChoice,
  };
}

function next({ answers, argument }: Known): Ending {
  const { code, consent } = answers;
  const token = typeof code === 'string' ? code : (argument ?? '');
  const found = foundLink(answers);
  if (found === null)
    return token === 'none' || token === ''
      ? { replies: [{ texts: [citizenText('join.how-to-get')], options: ways(), content: 'public' }] }
      : { replies: [], commands: [{ kind: 'look-at-link', token }] };
  if (consent !== 'yes')
    return { replies: [{ texts: [citizenText(`join.declined-${found.state}`)], options: ways(), content: 'public' }] };
  // The code must outlive the question it was typed into.
  const spend = answerText(answers, '_token') || token;
  return { replies: [], commands: [joinCommand(found, spend)] };
}

function joinCommand({ state }: Found, token: string): Command {
  switch (state) {
    case 'staff':
      return { kind: 'join-staff', token };
    case 'partner':
      return { kind: 'join-partner', token };
    case 'channel':
      return { kind: 'join-channel', token };
    case 'recipient':
      return { kind: 'join-contract', token, consentVersion: CONSENT_VERSIONS['personal-data'] };
  }
}

function told({ link, joined, of }: Extract<CommandResult, { kind: 'link' }>, known: Known): Ending {
  if (joined && of === 'join-partner') return partnerEnding();
  if (joined) return joinedEnding(of === 'join-staff', known);
  if (of !== 'look-at-link') return failed(link);
  if (link.state === 'channel-refused') return ended(citizenText(`join.channel-${link.why}`));
  const { code } = known.answers;
  const token = typeof code === 'string' ? code : (known.argument ?? '');
  if (link.state === 'source')
    return { replies: [], commands: [{ kind: 'open-source', token }], answers: { _office: link.officeName } };
  if (!isFound(link)) return failed(link);
  return { replies: [], next: 'stay', answers: { _link: { ...link }, _token: token } };
}

/** A public link: whoever is new goes straight to the pre-check, whose replies are public and may go anywhere. */
function welcomed({ answers, view }: Known): Ending {
  const say = [citizenText('join.source', { office: answerText(answers, '_office') })];
  const { staff, partner } = view.person;
  const isKnown = view.contracts.length > 0 || staff !== null || partner !== null;
  return isKnown ? { replies: [], next: 'menu' } : { replies: [], say, next: { to: 'pre-check' } };
}

function partnerEnding(): Ending {
  const options = [[goOption(citizenText('go.my-links'), 'my-links'), menuOption()]];
  return { replies: [{ texts: [citizenText('join.partner-joined')], options, content: 'public' }] };
}

function joinedEnding(staff: boolean, { view }: Known): Ending {
  if (staff)
    return {
      replies: [
        {
          texts: [citizenText('join.staff-joined')],
          options: [[goOption(citizenText('go.work'), 'work')]],
          content: 'personal',
        },
      ],
    };
  const [first] = askedMonths(view.contracts);
  const confirm: Option[][] = first
    ? [[goOption(citizenText('go.confirm', { month: { month: first.month } }), 'confirm-month', monthArgument(first))]]
    : [];
  return {
    replies: [
      {
        texts: [citizenText(first ? 'join.joined-asked' : 'join.joined')],
        options: [...confirm, [goOption(citizenText('go.my-contract'), 'my-contract'), menuOption()]],
        content: 'personal',
      },
    ],
  };
}

/** Why the link or code does not work; a mistyped code is asked again at once. */
function failed(link: LinkState): Ending {
  if (link.state === 'locked') return ended(citizenText('join.locked', { count: link.minutes }));
  if (link.state === 'unknown')
    return { replies: [], say: [citizenText('join.unknown')], next: 'stay', answers: { _again: true } };
  return ended(citizenText(`join.${link.state === 'spent' ? 'spent' : 'expired'}`));
}

function ended(text: ReturnType<typeof citizenText>): Ending {
  return { replies: [{ texts: [text], options: ways(), content: 'public' }] };
}

function ways(): Option[][] {
  return [
    [goOption(citizenText('go.pre-check'), 'pre-check')],
    [goOption(citizenText('go.help'), 'help'), menuOption()],
  ];
}
