/** What the platform says of the community, its rights and its callback servers: read here, judged elsewhere. */
import { VK_VERSION, type Answer, type Failure, type VkApi } from './vk-api.ts';

/** Something read, or why not. */
export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Events this channel asks for. */
export const WANTED_EVENTS = ['message_new', 'message_event', 'message_allow', 'message_deny'] as const;

/** Rights the token must have: to talk, to send pictures and papers, to register the callback address. */
export const WANTED_RIGHTS = ['messages', 'photos', 'docs', 'manage'] as const;

/** A callback server of the community; `status` in the platform's words. */
export interface CallbackServer {
  readonly id: number;
  readonly url: string;
  readonly secret: string;
  readonly status: string;
}

/** Whose token it is: number and short name of the community. */
export async function readCommunity(api: VkApi): Promise<Read<{ readonly id: number; readonly name: string }>> {
  // Without a number the platform tells of the community of the token.
  return read(await api.call('groups.getById', {}), (value) => {
    const [community] = listOf(fieldsOf(value)['groups']);
    const { id, screen_name: name } = fieldsOf(community);
    return typeof id === 'number' && typeof name === 'string' ? { id, name } : null;
  });
}

/** Names of the rights the token has. */
export async function readRights(api: VkApi): Promise<Read<readonly string[]>> {
  return read(await api.call('groups.getTokenPermissions', {}), (value) =>
    listOf(fieldsOf(value)['permissions']).map((right) => String(fieldsOf(right)['name'])),
  );
}

/** The string by which this server shows that it belongs to the community. It changes over time. */
export async function readConfirmation(api: VkApi, groupId: number): Promise<Read<string>> {
  return read(await api.call('groups.getCallbackConfirmationCode', { group_id: groupId }), (value) => {
    const { code } = fieldsOf(value);
    return typeof code === 'string' ? code : null;
  });
}

/** The community's callback server with this address; null where it has none. */
export async function readServer(api: VkApi, groupId: number, url: string): Promise<Read<CallbackServer | null>> {
  const servers = read(await api.call('groups.getCallbackServers', { group_id: groupId }), (value) =>
    listOf(fieldsOf(value)['items']).flatMap(serverOf),
  );
  if (servers.kind === 'failed') return servers;
  return { kind: 'read', value: servers.value.find((server) => server.url === url) ?? null };
}

/** Wanted events that a server is not sent, `version` among them where it is sent another version of the API. */
export async function readMissingEvents(
  api: VkApi,
  groupId: number,
  serverId: number,
): Promise<Read<readonly string[]>> {
  const settings = await api.call('groups.getCallbackSettings', { group_id: groupId, server_id: serverId });
  return read(settings, (value) => {
    const { api_version: version, events } = fieldsOf(value);
    const on = fieldsOf(events);
    const missing: string[] = WANTED_EVENTS.filter((name) => on[name] !== 1);
    return version === VK_VERSION ? missing : [...missing, 'version'];
  });
}

function serverOf(value: unknown): CallbackServer[] {
  const { id, url, secret_key: secret, status } = fieldsOf(value);
  if (typeof id !== 'number' || typeof url !== 'string') return [];
  return [{ id, url, secret: typeof secret === 'string' ? secret : '', status: String(status) }];
}

function read<T>(answer: Answer, take: (value: unknown) => T | null): Read<T> {
  if (answer.kind === 'failed') return answer;
  const value = take(answer.value);
  return value === null ? { kind: 'failed', failure: { kind: 'no-answer' } } : { kind: 'read', value };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
