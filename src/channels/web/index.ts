/** What the rest of the program may use of the web chat. */
export type { WebChannelDeps } from './deps.ts';
export { pageWords } from './page-words.ts';
export { createWebChannel, type WebChannel } from './web-channel.ts';
