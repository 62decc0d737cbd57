/** Takes the lock of the folder given, says how it went, and holds it until its input ends. */
import { lockDataDir } from '../../../src/db/data-lock.ts';

const notices: string[] = [];
try {
  await lockDataDir(process.argv[2] ?? '', { warn: (_facts, message) => notices.push(message) });
  console.log(JSON.stringify({ held: true, notices }));
  process.stdin.resume();
} catch (error) {
  console.log(JSON.stringify({ held: false, message: error instanceof Error ? error.message : String(error) }));
}
