/** The bot's methods that act on people. Limits and description are checked before. */
import type { Dialog, ShownMessage, World } from './world.ts';

/** What the server answers: the value, or an error with its status. */
export type Outcome =
  | { readonly result: unknown }
  | { readonly status: number; readonly code: string; readonly message: string };

export interface MaxCall {
  readonly method: string;
  /** As described: `/messages/{messageId}`. */
  readonly path: string;
  /** The part of the path that stands for the braces. */
  readonly part: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

type Method = (world: World, call: MaxCall, root: string) => Outcome;

interface Attachment {
  readonly type: string;
  readonly payload: {
    readonly token?: string;
    readonly photos?: { readonly [id: string]: { readonly token: string } };
    readonly buttons?: ShownMessage['buttons'];
  };
}

export const METHODS: { readonly [name: string]: Method } = {
  'GET /me': (world) => ({ result: { ...world.bot, commands: world.commands } }),
  'PATCH /me/commands': (world, { body }) => {
    world.commands = (body as { commands: World['commands'] }).commands;
    return { result: { commands: world.commands } };
  },
  'POST /messages': send,
  'GET /messages/{messageId}': (world, { part }) => {
    const message = world.messages.get(part);
    return message === undefined
      ? { status: 404, code: 'not.found', message: `Message ${part} not found` }
      : { result: message };
  },
  'POST /answers': (world, { query }) => {
    const press = world.presses.get(query.get('callback_id') ?? '');
    if (press === undefined) return { status: 400, code: 'proto.payload', message: 'Invalid callback_id' };
    press.answered += 1;
    return { result: { success: true } };
  },
  'POST /uploads': (world, { query }, root) => {
    const id = String(world.nextNumber());
    world.places.set(id, { type: query.get('type') ?? '' });
    return { result: { url: `${root}/upload.do?id=${id}&sig=${'u'.repeat(20)}` } };
  },
};

/** The person must have begun the dialog and not have stopped it (GET /messages, 403). */
function send(world: World, call: MaxCall): Outcome {
  const to = call.query.get('user_id') ?? call.query.get('chat_id') ?? '';
  const dialog = world.dialogs.get(to) ?? [...world.dialogs.values()].find((one) => String(one.chatId) === to);
  if (dialog === undefined) return { status: 404, code: 'chat.not.found', message: `Chat ${to} not found` };
  if (dialog.standing === 'stopped') return { status: 403, code: 'chat.denied', message: 'error.dialog.suspended' };
  if (dialog.standing === 'never-started') return { status: 403, code: 'chat.denied', message: 'Chat access denied' };
  const { text, attachments } = call.body as { text?: string | null; attachments?: readonly Attachment[] | null };
  const list = attachments ?? [];
  const tokens = list.flatMap((one) => tokensOf(one));
  if (tokens.some((token) => !world.uploads.has(token)))
    return { status: 400, code: 'proto.payload', message: 'Invalid attachment token' };
  if (tokens.length > 0 && world.notReady > 0) {
    world.notReady -= 1;
    return { status: 400, code: 'attachment.not.ready', message: 'Key: errors.process.attachment.file.not.processed' };
  }
  return { result: { message: show(world, dialog, text ?? '', list, tokens) } };
}

function tokensOf({ type, payload }: Attachment): readonly string[] {
  if (type === 'inline_keyboard') return [];
  const photos = Object.values(payload.photos ?? {}).map(({ token }) => token);
  return payload.token === undefined ? photos : [payload.token];
}

function show(
  world: World,
  dialog: Dialog,
  text: string,
  list: readonly Attachment[],
  tokens: readonly string[],
): object {
  const keyboard = list.find(({ type }) => type === 'inline_keyboard');
  const buttons = keyboard?.payload.buttons ?? [];
  const attached = keyboard === undefined ? [] : [{ type: 'inline_keyboard', payload: { buttons } }];
  const message = {
    sender: world.bot,
    // Seen on the real server: a dialog's chat is not named in what a press brings.
    recipient: { chat_type: 'dialog', user_id: dialog.user.user_id },
    timestamp: world.time(),
    body: world.body(text, attached),
  };
  const files = tokens.flatMap((token) => {
    const upload = world.uploads.get(token);
    return upload === undefined ? [] : [{ as: upload.type, name: upload.name, bytes: upload.bytes }];
  });
  dialog.shown.push({ mid: message.body.mid, text, buttons, files, message });
  return message;
}
