import { Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import type { Talker } from './opora.ts';
import type { Statements } from './statements.ts';

const ME = { id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' } as UserFromGetMe;
/** As many buttons and as much state as a question of the pre-check has. */
const KEYBOARD = { inline_keyboard: [1, 2, 3, 4].map((at) => [{ text: `Choice ${at}`, callback_data: `c.1.${at}` }]) };
const STATE = { version: 1, turn: 5, dialog: { id: 'pre-check', answers: { region: 'bryansk', track: 'not-sure' } } };

/**
 * A bot of grammY and nothing else: no inbox, no talk, no outbox. A turn says `perTurn` to the database through the same
 * Prisma client, in as many transactions, and answers with a keyboard.
 */
export function bareGrammyTalker(client: PrismaClient, perTurn: Statements): Talker {
  const bot = new Bot('1:bench', { botInfo: ME });
  bot.api.config.use(async () => ({ ok: true, result: { message_id: 1 } }) as never);
  const deal = async (person: number) => {
    for (let at = 0; at < perTurn.begin; at += 1)
      await speakToDatabase(client, person, {
        reads: shareOf(perTurn.read, perTurn.begin, at),
        writes: shareOf(perTurn.write, perTurn.begin, at),
      });
  };
  bot.on('message:text', async (ctx) => {
    await deal(ctx.from.id);
    await ctx.reply(`You wrote: ${ctx.message.text}`, { reply_markup: KEYBOARD });
  });
  bot.on('callback_query:data', async (ctx) => {
    await ctx.answerCallbackQuery();
    await deal(ctx.from.id);
    await ctx.reply(`You pressed: ${ctx.callbackQuery.data}`, { reply_markup: KEYBOARD });
  });
  return {
    answer: async (updates) => void (await Promise.all(updates.map((update) => bot.handleUpdate(update)))),
    shown: () => undefined,
  };
}

interface Work {
  readonly reads: number;
  readonly writes: number;
}

/** One transaction; each operation of these is one statement. Writes take turns between a new row and a changed one. */
async function speakToDatabase(client: PrismaClient, person: number, { reads, writes }: Work): Promise<void> {
  const personId = `bench-${person}`;
  await client.$transaction(
    async (tx) => {
      for (let at = 0; at < reads; at += 1) await tx.talk.findUnique({ where: { personId } });
      for (let at = 0; at < writes; at += 1)
        if (at % 2 === 0)
          await tx.talk.updateMany({ where: { personId }, data: { state: STATE, writtenAt: new Date() } });
        else
          await tx.inboxItem.createMany({
            data: [
              {
                channel: 'telegram',
                eventKey: `${person}-${nextKey()}`,
                externalId: String(person),
                input: STATE,
                receivedAt: new Date(),
                dueAt: new Date(),
                status: 'done',
              },
            ],
          });
    },
    { maxWait: 60_000, timeout: 60_000 },
  );
}

/** Rows that the turns read and change. */
export async function preparePeople(client: PrismaClient, people: readonly number[]): Promise<void> {
  for (const person of people) {
    const id = `bench-${person}`;
    await client.person.create({ data: { id, language: 'ru', languageChosen: false, remindersOn: true } });
    await client.talk.create({ data: { personId: id, state: STATE, writtenAt: new Date() } });
  }
}

/** The part of `all` that the transaction `at` of `count` does, the whole being done by all of them. */
function shareOf(all: number, count: number, at: number): number {
  return Math.floor((all * (at + 1)) / count) - Math.floor((all * at) / count);
}

let key = 0;
function nextKey(): number {
  key += 1;
  return key;
}
