/** The methods by which a community is set up: who it is, its rights, its callback servers and their events. */
import type { Params } from './call.ts';
import type { Outcome } from './methods.ts';
import type { CallbackServer, World } from './world.ts';

/** Asks the address of a server to confirm itself. */
export type Confirm = (server: CallbackServer) => void;

const EVENTS = [
  'message_new',
  'message_reply',
  'message_allow',
  'message_deny',
  'message_event',
  'message_edit',
] as const;

/** Parameters of these methods, by hand: the vendor schema beside us holds `messages` only. */
export const GROUPS_BY_HAND: {
  readonly [method: string]: { readonly required: readonly string[]; readonly optional: readonly string[] };
} = {
  'groups.getById': { required: [], optional: ['group_id', 'group_ids', 'fields'] },
  'groups.getTokenPermissions': { required: [], optional: [] },
  'groups.getCallbackConfirmationCode': { required: ['group_id'], optional: [] },
  'groups.getCallbackServers': { required: ['group_id'], optional: ['server_ids'] },
  'groups.addCallbackServer': { required: ['group_id', 'url', 'title'], optional: ['secret_key'] },
  'groups.editCallbackServer': { required: ['group_id', 'server_id', 'url', 'title'], optional: ['secret_key'] },
  'groups.getCallbackSettings': { required: ['group_id'], optional: ['server_id'] },
  'groups.setCallbackSettings': { required: ['group_id'], optional: ['server_id', 'api_version', ...EVENTS] },
  'groups.setSettings': {
    required: ['group_id'],
    optional: ['messages', 'bots_capabilities', 'bots_start_button', 'bots_add_to_chat'],
  },
};

/** Plays one of these methods; null for any other. */
export function playGroups(world: World, method: string, params: Params, confirm: Confirm): Outcome | null {
  if (GROUPS_BY_HAND[method] === undefined) return null;
  if (params['group_id'] !== undefined && params['group_id'] !== String(world.groupId))
    return { code: 203, says: 'Access to group denied' };
  const server = world.servers.get(Number(params['server_id']));
  switch (method) {
    case 'groups.getById':
      return {
        response: { groups: [{ id: world.groupId, name: 'Опора', screen_name: world.screenName }], profiles: [] },
      };
    case 'groups.getTokenPermissions':
      return { response: { mask: 0, permissions: world.rights.map((name, at) => ({ name, setting: 2 ** at })) } };
    case 'groups.getCallbackConfirmationCode':
      return { response: { code: world.confirmation } };
    case 'groups.getCallbackServers':
      return { response: { count: world.servers.size, items: [...world.servers.values()].map(describe) } };
    case 'groups.addCallbackServer':
      return add(world, params, confirm);
    case 'groups.setSettings':
      return setSettings(world, params);
  }
  if (server === undefined)
    return { code: 100, says: 'One of the parameters specified was missing or invalid: server_id' };
  switch (method) {
    case 'groups.editCallbackServer':
      server.url = params['url'] ?? server.url;
      server.title = params['title'] ?? server.title;
      server.secret = params['secret_key'] ?? server.secret;
      server.status = 'wait';
      confirm(server);
      return { response: 1 };
    case 'groups.getCallbackSettings':
      return { response: { api_version: server.version, events: Object.fromEntries(server.events) } };
    case 'groups.setCallbackSettings':
      server.version = params['api_version'] ?? server.version;
      for (const name of EVENTS) if (params[name] !== undefined) server.events.set(name, Number(params[name]));
      return { response: 1 };
  }
  return null;
}

function add(world: World, params: Params, confirm: Confirm): Outcome {
  if (world.servers.size >= 10) return { code: 2000, says: 'Servers number limit is reached' };
  const { url = '', title = '', secret_key: secret = '' } = params;
  if (title.length > 14 || !/^https?:/.test(url))
    return { code: 100, says: 'One of the parameters specified was missing or invalid' };
  const id = world.nextNumber();
  const events = new Map(EVENTS.map((name) => [name, 0]));
  const server: CallbackServer = { id, url, title, secret, status: 'wait', version: '5.131', events };
  world.servers.set(id, server);
  confirm(server);
  return { response: { server_id: id } };
}

function setSettings(world: World, params: Params): Outcome {
  const { messages, bots_capabilities: abilities, bots_start_button: startButton } = params;
  if (messages !== undefined) world.settings.messages = messages === '1';
  if (abilities !== undefined) world.settings.abilities = abilities === '1';
  if (startButton !== undefined) world.settings.startButton = startButton === '1';
  return { response: 1 };
}

function describe({ id, url, title, secret, status }: CallbackServer): object {
  return { id, title, creator_id: 1, url, secret_key: secret, status };
}
