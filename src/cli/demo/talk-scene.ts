/** Scenes as a script writes them. */
import type { Day } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Deed, Scene, Who } from './script.ts';

/** A scene of talk; `brief`: played, but shown as its title alone. */
export function talk(
  on: Day,
  at: string,
  who: Who,
  title: Text,
  deeds: readonly Deed[],
  { brief = false }: { readonly brief?: boolean } = {},
): Scene {
  return { on, at, who, title, deeds, brief };
}

/** Scenes in the order of time; those of one minute stay as they are. */
export function inOrder(scenes: readonly Scene[]): Scene[] {
  const moment = ({ on, at }: Scene) => `${on} ${at}`;
  return [...scenes].sort((left, right) => (moment(left) < moment(right) ? -1 : moment(left) > moment(right) ? 1 : 0));
}
