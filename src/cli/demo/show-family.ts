/** Prints a family as it is played: scenes with their talk, what came by itself; repeated months as one line each. */
import type { MessageKind } from '../../casework/ports.ts';
import type { Text } from '../../texts/text.ts';
import type { Opora } from '../../main.ts';
import { timeIn } from '../turned-clock.ts';
import { demoText } from './deeds.ts';
import type { Audience, Came, Played } from './player.ts';
import type { Who } from './script.ts';
import { firstLine, messageLines } from './show-talk.ts';

/** Messages of one kind to one person shown at length; the next ones are a line each. */
const AT_LENGTH: { readonly [kind in MessageKind]: number } = {
  answer: 0,
  notice: 2,
  reminder: 4,
  nudge: 4,
  digest: 1,
};
const RULE = '━'.repeat(88);

/** What the printer writes with. */
export interface Printer {
  readonly opora: Opora;
  readonly words: (text: Text) => string;
  readonly write: (line: string) => void;
}

/** An audience that prints. Everything is in the time of the office. */
export function printingAudience({ opora, words, write }: Printer): Audience {
  const shown = new Map<string, number>();
  const speaker = (who: Who) => words(demoText(`who.${who}`));
  const when = ({ office }: Played, moment: string) => {
    const day = opora.deps.clock.dayOf(moment, office.timeZone);
    return words(demoText('when', { day: { day }, time: timeIn(moment, office.timeZone) }));
  };
  const isNew = (who: Who, kind: MessageKind) => {
    const count = (shown.get(`${who} ${kind}`) ?? 0) + 1;
    shown.set(`${who} ${kind}`, count);
    return count <= AT_LENGTH[kind];
  };
  return {
    async scene(played, scene) {
      const head = `${when(played, opora.deps.clock.now())} · ${speaker(scene.who)} · ${words(scene.title)}`;
      write(scene.brief ? `  ${head}` : `\n── ${head}\n`);
    },
    messages(_played, who, scene, messages) {
      if (scene.brief) return;
      for (const message of messages) {
        const from = message.from === 'person' ? speaker(who) : words(demoText('who.opora'));
        for (const line of messageLines(`${from} ▸`, message)) write(line);
      }
    },
    came(played, who, messages) {
      for (const came of messages) showCame(played, who, came);
    },
  };

  function showCame(played: Played, who: Who, { message, kind }: Came): void {
    const head = `${when(played, message.at)} · ${words(demoText(`came.${kind}`, { who: { text: demoText(`to.${who}`) } }))}`;
    if (!isNew(who, kind)) {
      write(`  ${head}: ${firstLine(message)}`);
      return;
    }
    write(`\n── ${head}\n`);
    for (const line of messageLines(`${words(demoText('who.opora'))} ▸`, message)) write(line);
  }
}

/** The head of a family's part. */
export function titleLines(words: Printer['words'], title: Text): string[] {
  return ['', RULE, words(title), RULE];
}
