/** A picture that stands for the photo of a paper: a small PNG, another one for every seed. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 96;
const HEIGHT = 128;
const MARGIN = 12;
const LINE = 8;
const [PAPER, INK] = [250, 90];

/** A white sheet with grey lines of writing; their lengths come from the seed. */
export function samplePicture(seed: string): Uint8Array {
  const lengths = createHash('sha256').update(seed).digest();
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, PAPER);
  for (let y = 0; y < HEIGHT; y += 1) {
    const row = y * (WIDTH + 1);
    // Each row begins with its filter: none.
    rows[row] = 0;
    const line = Math.floor((y - MARGIN) / LINE);
    const isWriting = y >= MARGIN && y < HEIGHT - MARGIN && (y - MARGIN) % LINE < 3;
    if (!isWriting) continue;
    const length = WIDTH - 2 * MARGIN - Math.floor((lengths[line % lengths.length] ?? 0) / 4);
    rows.fill(INK, row + 1 + MARGIN, row + 1 + MARGIN + Math.max(LINE, length));
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header()),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** Eight bits of grey, not interlaced. */
function header(): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(WIDTH, 0);
  bytes.writeUInt32BE(HEIGHT, 4);
  bytes[8] = 8;
  return bytes;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
