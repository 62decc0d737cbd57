/** The list of commands that the application offers. MAX keeps one list for everybody, without languages: the citizen's, in Russian. */
import type { Language } from '../../texts/text.ts';
import type { TellFailure } from './failure-log.ts';
import type { MaxApi } from './max-api.ts';
import { asList, asRecord, asText } from './read-json.ts';

/** `command` without the slash, at most 64 characters; `description` at most 128. */
interface CommandText {
  readonly command: string;
  readonly description: string;
}

/** The words of the list: `locales/` hold them, the channel only hands them on. */
export type CommandTexts = (language: Language) => { readonly citizen: readonly CommandText[] };

const MOST = 32;
const DESCRIPTION = 128;

/** Sets the list. True where it was taken; what fails is told, and the talk works without. */
export async function describeCommands(api: MaxApi, texts: CommandTexts, tell: TellFailure): Promise<boolean> {
  const commands = wanted(texts).map(({ command, description }) => ({ name: command, description }));
  const answer = await api.call({ method: 'PATCH', path: '/me/commands', body: { commands } });
  if (answer.kind === 'failed') tell(answer.failure, 'PATCH /me/commands');
  return answer.kind === 'done';
}

/** Whether what `GET /me` tells of the bot holds every command. */
export function hasCommands(me: unknown, texts: CommandTexts): boolean {
  const names = asList(asRecord(me)?.['commands']).map((one) => asText(asRecord(one)?.['name'])?.replace(/^\//, ''));
  return wanted(texts).every(({ command }) => names.includes(command));
}

function wanted(texts: CommandTexts): readonly CommandText[] {
  return texts('ru')
    .citizen.slice(0, MOST)
    .map(({ command, description }) => ({ command, description: description.slice(0, DESCRIPTION) }));
}
