/** What the rest of the program may use of Telegram. */
export type { CommandTexts, MenuRole } from './command-menu.ts';
export { createTelegramChannel, type TelegramChannel, type TelegramDeps } from './telegram-channel.ts';
