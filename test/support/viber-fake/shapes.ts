/**
 * Shapes and limits of the calls, written by hand from Viber's documents (there is no schema of theirs): every field they name, nothing else.
 * What breaks them is a violation, because the real platform either refuses it or drops it without a word.
 */
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).max(2000);
const color = z.string().regex(/^#[0-9a-fA-F]{6}$/);

const button = z
  .strictObject({
    Columns: z.int().min(1).max(6).default(6),
    Rows: z.int().min(1).max(2).default(1),
    BgColor: color.optional(),
    Silent: z.boolean().optional(),
    ActionType: z.enum(['reply', 'open-url', 'location-picker', 'share-phone', 'none']).default('reply'),
    ActionBody: z.string().min(1),
    Image: url.optional(),
    Text: z.string().min(1).max(250).optional(),
    TextVAlign: z.enum(['top', 'middle', 'bottom']).optional(),
    TextHAlign: z.enum(['left', 'center', 'right']).optional(),
    TextSize: z.enum(['small', 'regular', 'large']).optional(),
    TextOpacity: z.int().min(0).max(100).optional(),
    OpenURLType: z.enum(['internal', 'external']).optional(),
  })
  .refine((one) => one.ActionType !== 'open-url' || URL.canParse(one.ActionBody), 'open-url needs an address')
  .refine((one) => one.Text !== undefined || one.Image !== undefined, 'a button shows something');

export type FakeButton = z.infer<typeof button>;

const keyboard = z
  .strictObject({
    Type: z.literal('keyboard'),
    DefaultHeight: z.boolean().optional(),
    BgColor: color.optional(),
    InputFieldState: z.enum(['regular', 'minimized', 'hidden']).optional(),
    Buttons: z.array(button).min(1),
  })
  .refine(({ Buttons }) => rowsOf(Buttons).length <= 12, 'more than 12 rows');

/** Rows as the application lays them out: left to right, six columns wide. */
export function rowsOf(buttons: readonly FakeButton[]): FakeButton[][] {
  const rows: FakeButton[][] = [];
  let left = 0;
  for (const one of buttons) {
    if (one.Columns > left) {
      rows.push([]);
      left = 6;
    }
    rows.at(-1)?.push(one);
    left -= one.Columns;
  }
  return rows;
}

const whatever = {
  min_api_version: z.int().min(1).max(12).optional(),
  sender: z.strictObject({ name: z.string().min(1).max(28), avatar: url.optional() }),
  tracking_data: z.string().max(4000).optional(),
  keyboard: keyboard.optional(),
};
const contents = z.discriminatedUnion('type', [
  z.strictObject({ ...whatever, type: z.literal('text'), text: z.string().min(1).max(7000) }),
  z.strictObject({
    ...whatever,
    type: z.literal('picture'),
    text: z.string().max(120),
    media: url.regex(/\.(jpe?g|png|gif)$/i, 'a picture is known by how its address ends'),
    thumbnail: url.optional(),
  }),
  z.strictObject({
    ...whatever,
    type: z.literal('file'),
    media: url,
    size: z
      .int()
      .min(1)
      .max(50 * 1024 * 1024),
    file_name: z
      .string()
      .min(3)
      .max(256)
      .regex(/\.[A-Za-z0-9]+$/, 'a file name has an ending'),
  }),
  z.strictObject({ ...whatever, type: z.literal('url'), media: url }),
]);

/** A message without its receiver: what a welcome is. */
export type FakeMessage = z.infer<typeof contents>;

const EVENTS = ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'] as const;

const setWebhook = z.strictObject({
  url: z.union([z.literal(''), url]),
  event_types: z.array(z.enum(EVENTS)).optional(),
  send_name: z.boolean().optional(),
  send_photo: z.boolean().optional(),
});
const receiver = z.string().min(1);
const ids = z.array(receiver).min(1);

/** Bodies by method. `send_message` is split into receiver and content by `readMessage`. */
export const CALLS = {
  set_webhook: setWebhook,
  get_account_info: z.strictObject({}),
  get_user_details: z.strictObject({ id: receiver }),
  get_online: z.strictObject({ ids: ids.max(100) }),
} as const;

/** Largest JSON of a message. */
const WHOLE = 30 * 1024;

/** A message as called, or what is wrong with it. */
export function readMessage(
  raw: string,
  withReceiver: boolean,
): { readonly receiver: string; readonly message: FakeMessage } | { readonly wrong: string } {
  if (Buffer.byteLength(raw) > WHOLE) return { wrong: 'more than 30 KB' };
  const { receiver: to, ...rest } = JSON.parse(raw) as { receiver?: unknown };
  if (withReceiver !== (typeof to === 'string' && to !== '')) return { wrong: 'receiver' };
  const read = contents.safeParse(rest);
  if (!read.success) return { wrong: z.prettifyError(read.error) };
  return { receiver: typeof to === 'string' ? to : '', message: read.data };
}
