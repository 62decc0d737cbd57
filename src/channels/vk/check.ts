/** Looks at everything the channel stands on and says what to mend. Changes nothing on the platform. */
import type { ChannelFinding } from '../../delivery/channel.ts';
import {
  type CallbackServer,
  readCommunity,
  readConfirmation,
  readMissingEvents,
  readRights,
  readServer,
  WANTED_RIGHTS,
} from './community.ts';
import { isTokenRefused, resultOf } from './failures.ts';
import type { Failure, VkApi } from './vk-api.ts';

/** What is looked at. */
export interface SetUp {
  readonly api: VkApi;
  readonly groupId: number;
  readonly secret: string;
  /** The whole address VK brings events to. */
  readonly url: string;
  /** The confirmation string set by hand; null: asked of the platform each time. */
  readonly confirmation: string | null;
}

/** Everything there is to say, good and bad. */
export async function checkSetUp(setUp: SetUp): Promise<readonly ChannelFinding[]> {
  const identity = await checkIdentity(setUp);
  if (!identity.ok) return [identity];
  return [identity, await checkRights(setUp), ...(await checkConfirmation(setUp)), ...(await checkServer(setUp))];
}

/** Whether the token works and belongs to the community we are told of. Nothing else makes sense without. */
export async function checkIdentity({ api, groupId }: SetUp): Promise<ChannelFinding> {
  const community = await readCommunity(api);
  if (community.kind === 'failed') return ofFailure(community.failure, 'groups.getById');
  const { id, name } = community.value;
  return id === groupId
    ? { code: 'token-works', ok: true, facts: { name } }
    : { code: 'vk-other-community', ok: false, facts: { wanted: groupId, found: id } };
}

/** A call that failed, as something to mend. */
export function ofFailure(failure: Failure, method: string): ChannelFinding {
  if (isTokenRefused(failure)) return { code: 'token-refused', ok: false, facts: {} };
  if (failure.kind !== 'answered') return { code: 'out-of-reach', ok: false, facts: {} };
  const result = resultOf(failure);
  return { code: 'vk-call-failed', ok: false, facts: { method, why: 'why' in result ? result.why : '' } };
}

async function checkRights({ api }: SetUp): Promise<ChannelFinding> {
  const rights = await readRights(api);
  if (rights.kind === 'failed') return ofFailure(rights.failure, 'groups.getTokenPermissions');
  const missing = WANTED_RIGHTS.filter((right) => !rights.value.includes(right));
  return missing.length === 0
    ? { code: 'vk-rights-given', ok: true, facts: {} }
    : { code: 'vk-rights-missing', ok: false, facts: { rights: missing.join(', ') } };
}

/** Only a string set by hand can be wrong. */
async function checkConfirmation({ api, groupId, confirmation }: SetUp): Promise<readonly ChannelFinding[]> {
  if (confirmation === null) return [];
  const current = await readConfirmation(api, groupId);
  if (current.kind === 'failed') return [ofFailure(current.failure, 'groups.getCallbackConfirmationCode')];
  return current.value === confirmation ? [] : [{ code: 'vk-confirmation-differs', ok: false, facts: {} }];
}

async function checkServer({ api, groupId, secret, url }: SetUp): Promise<readonly ChannelFinding[]> {
  const server = await readServer(api, groupId, url);
  if (server.kind === 'failed') return [ofFailure(server.failure, 'groups.getCallbackServers')];
  if (server.value === null) return [{ code: 'vk-webhook-missing', ok: false, facts: { url } }];
  const fault = faultOf(server.value, secret);
  if (fault !== null) return [{ code: fault, ok: false, facts: { url, status: server.value.status } }];
  const missing = await readMissingEvents(api, groupId, server.value.id);
  if (missing.kind === 'failed') return [ofFailure(missing.failure, 'groups.getCallbackSettings')];
  const works: ChannelFinding = { code: 'vk-webhook-works', ok: true, facts: { url } };
  return missing.value.length === 0
    ? [works]
    : [works, { code: 'vk-events-missing', ok: false, facts: { events: missing.value.join(', ') } }];
}

/** What is wrong with a registered server; null: nothing. */
export function faultOf(server: CallbackServer, secret: string): 'vk-secret-differs' | 'vk-webhook-unconfirmed' | null {
  if (server.secret !== secret) return 'vk-secret-differs';
  return server.status === 'ok' ? null : 'vk-webhook-unconfirmed';
}
