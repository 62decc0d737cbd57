/** `npm run bench`: all measurements in one run, written to `bench/results.md`. Loopback only, bounded in time. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchChat } from './chat/bench-chat.ts';
import { benchEngine } from './engine/bench-engine.ts';
import { benchPapers } from './papers/bench-papers.ts';
import { resultsPage } from './results-page.ts';

const serverUrl = process.env['TEST_DATABASE_URL'] || null;
const begun = new Date();

console.error('engine: three engines on the same families …');
const engine = await benchEngine({ rounds: 7, warmUpMs: 2000, roundMs: 2000 });
console.error('chat: the product and bare grammY with the same SQL …');
const chat = await benchChat({ rounds: 7, warmUpMs: 3000, roundMs: 4000 }, serverUrl);
console.error('papers: a month of an office …');
const papers = await benchPapers();

const page = resultsPage({ begun, engine, chat, papers });
await writeFile(join(import.meta.dirname, 'results.md'), page);
console.log(page);
