/** The list of commands behind the "Menu" button of the application, by who the person is and in their language. */
import type { Opts } from 'grammy/types';
import type { StaffRole } from '../../dialogs/codes.ts';
import type { Language } from '../../texts/text.ts';
import type { TellFailure } from './failure-log.ts';
import type { TelegramApi } from './telegram-api.ts';

/** Whose menu it is. */
export type MenuRole = 'citizen' | StaffRole;

/** `command` is 1–32 of `a-z 0-9 _` without the slash, `description` at most 256 characters. */
interface CommandText {
  readonly command: string;
  readonly description: string;
}

/** The words of each menu: `locales/` hold them, the channel only hands them on. */
export type CommandTexts = (language: Language) => { readonly [role in MenuRole]: readonly CommandText[] };

const CALL_SECONDS = 10;

/** Everybody's menu: Russian, and English for those whose application is English. What fails is told; the talk works without. */
export async function describeMenus(api: TelegramApi, texts: CommandTexts, tell: TellFailure): Promise<void> {
  await setCommands(api, { commands: texts('ru').citizen }, tell);
  await setCommands(api, { commands: texts('en').citizen, language_code: 'en' }, tell);
}

/** One person's own menu, in the language they chose here, which may not be that of their application. True where it was taken. */
export function describeMenu(
  api: TelegramApi,
  texts: CommandTexts,
  person: { readonly externalId: string; readonly role: MenuRole; readonly language: Language },
  tell: TellFailure,
): Promise<boolean> {
  const scope = { type: 'chat', chat_id: Number(person.externalId) } as const;
  return setCommands(api, { scope, commands: texts(person.language)[person.role] }, tell);
}

async function setCommands(api: TelegramApi, menu: Opts<'setMyCommands'>, tell: TellFailure): Promise<boolean> {
  const answer = await api.call<boolean>(CALL_SECONDS, (raw, signal) => raw.setMyCommands(menu, signal));
  if (answer.kind === 'failed') tell(answer.failure, 'setMyCommands');
  return answer.kind === 'done';
}
