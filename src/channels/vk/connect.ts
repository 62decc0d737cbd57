/** Registers everything the channel stands on: the abilities of bots, the callback address with its secret, the events. Safe to repeat. */
import type { ChannelFinding } from '../../delivery/channel.ts';
import { pause } from '../../delivery/deadline.ts';
import { checkIdentity, checkSetUp, faultOf, ofFailure, type SetUp } from './check.ts';
import { readServer, WANTED_EVENTS } from './community.ts';
import { VK_VERSION, type VkParams } from './vk-api.ts';

/** As the community's settings show it; at most 14 characters. */
const SERVER_TITLE = 'Opora';
/** The platform asks the address to confirm itself a moment after it was named. */
const CONFIRM_TRIES = 10;

/** What connecting needs besides. */
export interface ConnectDeps extends SetUp {
  readonly stop: AbortSignal;
  readonly backoff: { readonly first: number; readonly longest: number };
}

/** Connects and then looks at everything. Steps that failed come first; the platform must be able to reach us meanwhile. */
export async function connectSetUp(deps: ConnectDeps): Promise<readonly ChannelFinding[]> {
  const identity = await checkIdentity(deps);
  if (!identity.ok) return [identity];
  const { groupId } = deps;
  const abilities = await step(deps, 'groups.setSettings', {
    group_id: groupId,
    messages: 1,
    bots_capabilities: 1,
    bots_start_button: 1,
  });
  const registered = await register(deps);
  return [...abilities, ...registered, ...(await checkSetUp(deps))];
}

async function register(deps: ConnectDeps): Promise<readonly ChannelFinding[]> {
  const { api, groupId, url, secret } = deps;
  const known = await readServer(api, groupId, url);
  if (known.kind === 'failed') return [ofFailure(known.failure, 'groups.getCallbackServers')];
  const server = { group_id: groupId, url, title: SERVER_TITLE, secret_key: secret };
  const named =
    known.value === null
      ? await step(deps, 'groups.addCallbackServer', server)
      : faultOf(known.value, secret) === null
        ? []
        : // Naming it anew also makes the platform ask for the confirmation again.
          await step(deps, 'groups.editCallbackServer', { ...server, server_id: known.value.id });
  if (named.length > 0) return named;
  const id = await confirmed(deps);
  if (id === null) return [];
  const events = Object.fromEntries(WANTED_EVENTS.map((name) => [name, 1]));
  const settings = { group_id: groupId, server_id: id, api_version: VK_VERSION, ...events };
  return step(deps, 'groups.setCallbackSettings', settings);
}

/** The server's number once the platform has seen our confirmation, or at last all the same; null where it is not there. */
async function confirmed({ api, groupId, url, stop, backoff }: ConnectDeps): Promise<number | null> {
  let id: number | null = null;
  for (let tries = 0; tries < CONFIRM_TRIES && !stop.aborted; tries += 1) {
    const server = await readServer(api, groupId, url);
    if (server.kind === 'read' && server.value !== null) {
      id = server.value.id;
      if (server.value.status === 'ok' || server.value.status === 'failed') return id;
    }
    await pause(backoff.first, stop);
  }
  return id;
}

async function step({ api }: ConnectDeps, method: string, params: VkParams): Promise<readonly ChannelFinding[]> {
  const answer = await api.call(method, params);
  if (answer.kind === 'done') return [];
  // The community has as many callback servers as it may.
  if (answer.failure.kind === 'answered' && answer.failure.code === 2000)
    return [{ code: 'vk-too-many-servers', ok: false, facts: {} }];
  return [ofFailure(answer.failure, method)];
}
