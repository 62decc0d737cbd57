/** One message to a recipient about everything that is asked and not answered yet. Kind, short, never a threat. */
import type { CitizenAsk } from '../../engine/citizen-asks.ts';
import type { CitizenReminder } from '../../engine/citizen-reminders.ts';
import type { Day, Month } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Option, Reply } from '../dialog.ts';
import { goPress } from '../press.ts';

/** One ask that still stands, with the step of reminding it came with. */
export interface RemindedAsk {
  readonly contractId: string;
  readonly ask: Pick<CitizenAsk, 'item' | 'month' | 'citizenDay' | 'stage'>;
  readonly step: CitizenReminder['step'];
  /** The office returned what was sent: it has to be looked at again. */
  readonly returned: boolean;
}

type Tone = CitizenReminder['step'] | 'day-passed';

const TONES: readonly Tone[] = ['asked', 'halfway', 'two-working-days', 'day-passed', 'on-day'];

/** Months in order, a button for each; the words fit `today`, because a message may wait for the morning. `asks` is never empty. */
export function recipientReminder(asks: readonly RemindedAsk[], today: Day): Reply {
  const months = groupByMonth(asks);
  const most = asks.reduce((urgent, each) => Math.max(urgent, TONES.indexOf(toneOf(each, today))), 0);
  const lines = months.map(({ month, of }): Text => monthLine(month, of));
  const after = asks.every(({ ask }) => ask.stage === 'after');
  return {
    texts: [
      { key: `notices:reminder.${TONES[most] ?? 'asked'}` },
      ...lines,
      { key: after ? 'notices:reminder.why-after' : 'notices:reminder.why' },
    ],
    options: [
      ...months.map(({ month, of }): Option[] => [
        {
          label: { key: 'notices:reminder.answer', facts: { month: { month } } },
          press: goPress('confirm-month', `${of[0]?.contractId ?? ''}~${month}`),
        },
      ]),
      [
        { label: { key: 'notices:reminder.my-contract' }, press: goPress('my-contract') },
        { label: { key: 'notices:reminder.settings' }, press: goPress('reminders') },
      ],
    ],
    content: 'personal',
  };
}

function toneOf({ ask, step }: RemindedAsk, today: Day): Tone {
  if (ask.citizenDay === today) return 'on-day';
  if (ask.citizenDay < today) return 'day-passed';
  return step === 'on-day' ? 'two-working-days' : step;
}

function monthLine(month: Month, of: readonly RemindedAsk[]): Text {
  const items = (['fact', 'income'] as const).filter((item) => of.some(({ ask }) => ask.item === item));
  const day = of.map(({ ask }) => ask.citizenDay).reduce((first, each) => (each < first ? each : first));
  const returned = of.some((each) => each.returned);
  return {
    key: `notices:reminder.${returned ? 'returned-month' : 'month'}`,
    facts: { month: { month }, what: { text: { key: `notices:what.${items.join('-and-')}` } }, day: { day } },
  };
}

function groupByMonth(asks: readonly RemindedAsk[]): { month: Month; of: RemindedAsk[] }[] {
  const months = new Map<string, { month: Month; of: RemindedAsk[] }>();
  for (const each of asks) {
    const key = `${each.ask.month} ${each.contractId}`;
    const group = months.get(key) ?? { month: each.ask.month, of: [] };
    group.of.push(each);
    months.set(key, group);
  }
  return [...months.keys()].sort().flatMap((key) => months.get(key) ?? []);
}
