/** The methods that act on people: send, answer a press, give a message back, files. Limits and the schema are checked before. */
import type { Params } from './call.ts';
import type { Refusal } from './limits.ts';
import { type Conversation, DAY, nameOf, type ShownButton, type World } from './world.ts';

export type Outcome = { readonly response: unknown } | Refusal;

type Method = (world: World, params: Params) => Outcome;

/** Parameters of methods whose section the vendor schema beside us does not hold. */
export const BY_HAND: {
  readonly [method: string]: { readonly required: readonly string[]; readonly optional: readonly string[] };
} = {
  'photos.getMessagesUploadServer': { required: [], optional: ['peer_id'] },
  'photos.saveMessagesPhoto': { required: ['photo'], optional: ['server', 'hash'] },
  'docs.getMessagesUploadServer': { required: [], optional: ['type', 'peer_id'] },
  'docs.save': { required: ['file'], optional: ['title', 'tags', 'return_tags'] },
};

export const METHODS: { readonly [name: string]: Method } = {
  'messages.send': send,
  'messages.sendMessageEventAnswer'(world, params) {
    const press = world.presses.get(params['event_id'] ?? '');
    if (press === undefined || press.expired || press.answered > 0) return invalid('event_id is invalid');
    if (String(press.userId) !== params['user_id']) return invalid('user_id is invalid');
    press.answered += 1;
    return { response: 1 };
  },
  'messages.getByConversationMessageId'(world, params) {
    const conversation = world.conversations.get(Number(params['peer_id']));
    if (conversation === undefined) return { code: 917, says: "You don't have access to this chat" };
    const wanted = (params['conversation_message_ids'] ?? '').split(',').map(Number);
    const items = wanted.flatMap((cmid) => conversation.own.get(cmid) ?? []);
    return { response: { count: items.length, items } };
  },
  'photos.getMessagesUploadServer': (world, params) => uploadServer(world, params, 'photo'),
  'docs.getMessagesUploadServer': (world, params) => uploadServer(world, params, 'doc'),
  'photos.saveMessagesPhoto'(world, params) {
    const file = world.files.get(params['photo'] ?? '');
    if (file?.as !== 'photo' || params['hash'] !== file.key) return { code: 121, says: 'Invalid hash' };
    return {
      response: [{ id: file.id, owner_id: file.owner, access_key: file.key, album_id: -64, sizes: [], text: '' }],
    };
  },
  'docs.save'(world, params) {
    const [name = '', key] = (params['file'] ?? '').split('|');
    const file = world.files.get(name);
    if (file?.as !== 'doc' || key !== file.key) return { code: 105, says: "Couldn't save file" };
    const titled = { ...file, name: params['title'] ?? file.name };
    world.files.set(name, titled);
    const doc = { id: file.id, owner_id: file.owner, title: titled.name, size: file.bytes.length, ext: 'pdf', url: '' };
    return { response: { type: 'doc', doc } };
  },
};

function send(world: World, params: Params): Outcome {
  const peers = (params['peer_ids'] ?? params['peer_id'] ?? params['user_id'] ?? '').split(',').map(Number);
  if (!world.settings.abilities && params['keyboard'] !== undefined)
    return { code: 912, says: 'This is a chat bot feature, change this status in settings' };
  const made = peers.map((peer) => sendTo(world, peer, params));
  const [first] = made;
  if (params['peer_ids'] === undefined)
    return first === undefined || 'code' in first ? (first ?? invalid('peer_id')) : { response: first.id };
  return {
    response: made.map((one, at) =>
      'code' in one
        ? { peer_id: peers[at], message_id: 0, error: { code: one.code, description: one.says } }
        : { peer_id: peers[at], message_id: one.id, conversation_message_id: one.cmid },
    ),
  };
}

function sendTo(world: World, peer: number, params: Params): { readonly id: number; readonly cmid: number } | Refusal {
  const conversation = world.conversations.get(peer);
  const barred = conversation === undefined ? BARS['never-wrote'] : (BARS[conversation.standing] ?? null);
  if (barred !== null || conversation === undefined) return barred ?? DENIED;
  const known = conversation.sent.get(params['random_id'] ?? '');
  const before = conversation.shown.find((one) => one.id === known);
  if (before !== undefined) return before;
  const { intent = 'default' } = params;
  if (intent !== 'default' && !world.intents.has(intent)) return { code: 943, says: 'Cannot use this intent' };
  if (intent === 'default' && world.now() - conversation.lastWord > DAY)
    return { code: 950, says: "Can't send message, reply timed out" };
  return show(world, conversation, params, intent);
}

const DENIED: Refusal = { code: 901, says: "Can't send messages for users without permission" };

/** What stands against writing to a person; nothing against an open conversation. */
const BARS: { readonly [standing in Conversation['standing']]: Refusal | null } = {
  open: null,
  'never-wrote': DENIED,
  denied: DENIED,
  'banned-here': { code: 900, says: "Can't send messages for users from blacklist" },
  deleted: { code: 18, says: 'User was deleted or banned' },
};

function show(
  world: World,
  conversation: Conversation,
  params: Params,
  intent: string,
): { readonly id: number; readonly cmid: number } | Refusal {
  const files = [];
  for (const attachment of (params['attachment'] ?? '').split(',').filter((one) => one !== '')) {
    const [, name = '', key] = /^([a-z]+-?\d+_\d+)(?:_(\w+))?$/.exec(attachment) ?? [];
    const file = world.files.get(name);
    if (file === undefined || (key !== undefined && key !== file.key)) return invalid('attachment is invalid');
    files.push(file);
  }
  conversation.cmid += 1;
  const id = world.nextNumber();
  const text = params['message'] ?? '';
  conversation.shown.push({ id, cmid: conversation.cmid, text, buttons: buttonsOf(params), files, intent });
  conversation.sent.set(params['random_id'] ?? '', id);
  return { id, cmid: conversation.cmid };
}

function buttonsOf(params: Params): readonly (readonly ShownButton[])[] {
  if (params['keyboard'] === undefined) return [];
  const { buttons } = JSON.parse(params['keyboard']) as {
    buttons: readonly (readonly { action: { type: string; label: string; link?: string; payload?: string } }[])[];
  };
  return buttons.map((row) =>
    row.map(({ action }) => ({
      label: action.label,
      type: action.type,
      url: action.link ?? null,
      payload: action.payload ?? null,
    })),
  );
}

function uploadServer(world: World, params: Params, as: 'photo' | 'doc'): Outcome {
  const conversation = world.conversations.get(Number(params['peer_id']));
  if (conversation?.standing !== 'open') return DENIED;
  return {
    response: {
      upload_url: `${world.root}/upload/${as}?act=do_add&mid=${world.groupId}`,
      album_id: -64,
      group_id: world.groupId,
    },
  };
}

/** What the upload server answers: fields that only the saving method understands. */
export function acceptUpload(world: World, as: 'photo' | 'doc', name: string, bytes: Buffer): object {
  if (as === 'doc' && /\.(exe|bat|mp3)$/i.test(name)) return { error: 'wrong file extension', error_descr: name };
  const isPicture = bytes[0] === 0x89 || bytes[0] === 0xff || bytes.subarray(0, 3).toString() === 'GIF';
  if (as === 'photo' && !isPicture) return { server: 1, photo: '[]', hash: '' };
  const file = world.keep(as, -world.groupId, name, bytes);
  return as === 'photo'
    ? { server: 854_032, photo: nameOf(file), hash: file.key }
    : { file: `${nameOf(file)}|${file.key}` };
}

function invalid(words: string): Refusal {
  return { code: 100, says: `One of the parameters specified was missing or invalid: ${words}` };
}
