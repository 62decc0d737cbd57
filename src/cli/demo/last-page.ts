/** The last page: what was sent by itself, when, to whom, and why, from the outbox. */
import type { MessageKind, Outbox } from '../../casework/ports.ts';
import { month, parseMonth } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Opora } from '../../main.ts';
import { timeIn } from '../turned-clock.ts';
import { demoText } from './deeds.ts';
import type { Played } from './player.ts';
import type { Who } from './script.ts';

type Sent = Awaited<ReturnType<Outbox['history']>>[number];

/** More than a demo sends. */
const ALL = 5000;
const WHO = ['family', 'specialist', 'head'] as const satisfies readonly Who[];

/** One message. */
export interface SentRow {
  readonly at: string;
  readonly who: Who;
  readonly kind: MessageKind;
  readonly about: Text[];
}

/** Everything that was sent by itself to the people of one office, oldest first. */
export async function sentRows(opora: Opora, { phones }: Played): Promise<SentRow[]> {
  const people = new Map<string, Who>();
  for (const who of WHO) {
    const personId = await phones[who].person();
    if (personId !== null) people.set(personId, who);
  }
  const sent = await opora.deps.database.transaction(({ outbox }) => outbox.history({ personId: null, take: ALL }));
  return sent
    .flatMap((item): SentRow[] => {
      const who = people.get(item.personId);
      if (!who || item.sentAt === null || item.kind === 'answer') return [];
      return [{ at: item.sentAt, who, kind: item.kind, about: aboutTexts(item) }];
    })
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

/** The page as lines. Morning digests are counted, everything else has a line. */
export function lastPage(
  opora: Opora,
  { office }: Played,
  rows: readonly SentRow[],
  words: (text: Text) => string,
): string[] {
  const { clock } = opora.deps;
  const line = ({ at, who, kind, about }: SentRow) =>
    [
      `${clock.dayOf(at, office.timeZone)} ${timeIn(at, office.timeZone)}`,
      words(demoText(`to.${who}`)).padEnd(12),
      words(demoText(`kind.${kind}`)).padEnd(12),
      about.map((text) => words(text)).join('; '),
    ].join('  ');
  const digests = WHO.flatMap((who) => {
    const of = rows.filter((row) => row.kind === 'digest' && row.who === who);
    const facts = { who: { text: demoText(`to.${who}`) }, number: of.length };
    return of.length === 0 ? [] : [words(demoText('digests', facts))];
  });
  return [
    '',
    words(demoText('last-page', { office: office.name })),
    '',
    ...rows.filter(({ kind }) => kind !== 'digest').map(line),
    '',
    ...digests,
    words(demoText('digests-skipped')),
  ];
}

function aboutTexts({ about, kind, reply }: Sent): Text[] {
  if (kind === 'notice') return noticeTexts(reply);
  const steps = [...new Set(about.map(({ step }) => step))];
  return steps.map((step) =>
    demoText('about', {
      what: { list: about.filter((each) => each.step === step).map(({ key }) => keyText(key)) },
      step: { text: stepText(step) },
    }),
  );
}

/** What a notice is about stands in its first text: the month of a decision, the paper that was signed, the work that was asked for. */
function noticeTexts({ texts }: Sent['reply']): Text[] {
  const [first] = texts;
  const [, area, name] = /^notices:(\w+)\.(\w+)/.exec(first?.key ?? '') ?? [];
  if (area === 'paper') return [demoText('notice.paper', { what: { text: demoText(`key.${name ?? ''}`) } })];
  if (area === 'job') return [demoText('notice.job')];
  const of = first?.facts?.['month'];
  const returned = first?.key.includes('returned') === true;
  const what = area === 'register' ? 'register' : returned ? 'returned' : 'accepted';
  return of === undefined ? [] : [demoText(`notice.${what}`, { month: of })];
}

/** An ask (`income:2025-06`) or a duty (`monitoring:3@2025-04-30`). */
function keyText(key: string): Text {
  const [kind = '', number = ''] = (key.split('@')[0] ?? '').split(':');
  const asked = parseMonth(number);
  if (asked !== null) return demoText(`key.${kind}`, { month: { month: month(number) } });
  return demoText(`key.${kind}`, { number });
}

function stepText(step: string): Text {
  const [, count] = /^overdue-(\d+)$/.exec(step) ?? [];
  return count === undefined ? demoText(`step.${step}`) : demoText('step.overdue', { number: count });
}
