import type { Command, CommandResult } from '../../dialogs/command.ts';
import type { Turn } from '../actor.ts';
import { findLink } from './link-state.ts';

/** Says what a link or typed code is for, without spending it. */
export async function lookAtLink(
  turn: Turn,
  command: Extract<Command, { kind: 'look-at-link' }>,
): Promise<CommandResult> {
  const { state, link } = await findLink(turn, command.token);
  return { of: 'look-at-link', kind: 'link', link: state, joined: false, contractId: link?.contractId ?? null };
}
