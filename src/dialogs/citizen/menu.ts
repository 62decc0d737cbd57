import type { Day } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Dialog, Option, Reply } from '../dialog.ts';
import { goOption } from '../options.ts';
import type { View } from '../view.ts';
import { type AskedMonth, askedMonths, monthArgument } from './asked-months.ts';
import { citizenText, linesText } from './wording.ts';

/** The argument with which the menu says what all this is. */
export const WELCOME = 'welcome';

/** More months than this are not listed at once: they come up when the first are sent. */
const MOST_MONTHS = 3;

/** What a person can do here now, what is waited for first. */
export const MENU_DIALOG: Dialog = {
  id: 'menu',
  version: 1,
  audience: 'anyone',
  content: 'public',
  open: ({ argument, view, today }) => ({ kind: 'say', replies: [menu(view, today, argument === WELCOME)] }),
};

function menu(view: View, today: Day, welcome: boolean): Reply {
  const { staff } = view.person;
  if (view.contracts.length > 0) return recipientMenu(view, today);
  if (staff)
    return {
      texts: [citizenText('menu.staff', { office: staff.officeName })],
      options: [
        [workOption()],
        ...partnerRow(view),
        [preCheckOption(), helpOption()],
        [channelsOption(), languageOption()],
      ],
      content: 'personal',
    };
  const { partner } = view.person;
  if (partner)
    return {
      texts: [citizenText('menu.partner', { name: partner.name })],
      options: [...partnerRow(view), [preCheckOption(), helpOption()], [channelsOption(), languageOption()]],
      content: 'public',
    };
  return {
    texts: [...(welcome ? [citizenText('menu.welcome')] : []), citizenText('menu.newcomer')],
    options: [
      [preCheckOption()],
      [goOption(citizenText('go.join'), 'join')],
      [helpOption(), languageOption()],
      ...(view.person.consents.length > 0 ? [[privacyOption()]] : []),
    ],
    content: 'public',
  };
}

function recipientMenu(view: View, today: Day): Reply {
  const months = askedMonths(view.contracts);
  const shown = months.slice(0, MOST_MONTHS);
  const confirm = shown.map((month): Option[] => [
    goOption(
      citizenText(month.returned ? 'go.mend' : 'go.confirm', { month: { month: month.month } }),
      'confirm-month',
      monthArgument(month),
    ),
  ]);
  return {
    texts: [...hello(view.contracts[0]?.recipientName ?? ''), ...asked(months, shown, today)],
    options: [
      ...confirm,
      [goOption(citizenText('go.my-contract'), 'my-contract'), goOption(citizenText('go.sent-months'), 'sent-month')],
      [goOption(citizenText('go.reminders'), 'reminders'), privacyOption()],
      [channelsOption()],
      [helpOption(), languageOption()],
      ...(view.person.staff ? [[workOption()]] : []),
      ...partnerRow(view),
    ],
    content: 'personal',
  };
}

function asked(months: readonly AskedMonth[], shown: readonly AskedMonth[], today: Day): Text[] {
  if (months.length === 0) return [citizenText('menu.nothing-asked')];
  const lines = shown.map((month) => {
    const facts = { month: { month: month.month }, day: { day: month.citizenDay } };
    if (month.returned) return citizenText('menu.returned-line', facts);
    return citizenText(month.citizenDay < today ? 'menu.asked-late' : 'menu.asked-line', facts);
  });
  const left = months.length - shown.length;
  const more = left > 0 ? [citizenText('menu.more', { count: left })] : [];
  return [linesText([citizenText('menu.asked', { count: months.length }), ...lines, ...more])];
}

/** By name and patronymic, as the contract has it; nothing where only a family name is known. */
function hello(recipientName: string): Text[] {
  const name = recipientName.trim().split(/\s+/).slice(1).join(' ');
  return name === '' ? [] : [citizenText('menu.hello', { name })];
}

function preCheckOption(): Option {
  return goOption(citizenText('go.pre-check'), 'pre-check');
}

function helpOption(): Option {
  return goOption(citizenText('go.help'), 'help');
}

function languageOption(): Option {
  return goOption(citizenText('go.language'), 'language');
}

function privacyOption(): Option {
  return goOption(citizenText('go.privacy'), 'privacy');
}

function partnerRow({ person }: View): Option[][] {
  return person.partner ? [[goOption(citizenText('go.my-links'), 'my-links')]] : [];
}

function channelsOption(): Option {
  return goOption(citizenText('go.my-channels'), 'my-channels');
}

function workOption(): Option {
  return goOption(citizenText('go.work'), 'work');
}
