/** SVG to PNG by resvg, with the letters of PT Sans alone, so that no machine needs fonts of its own and all draw the same. */
import { renderAsync } from '@resvg/resvg-js';
import { ptSans } from '../fonts.ts';
import { FACE } from './svg.ts';

const BYTES_OF_A_PIXEL = 4;

let busy: Promise<unknown> = Promise.resolve();

/**
 * Draws one picture after another, each in a thread of its own beside the program's; only the packing (about 25 ms) is done here.
 * The same SVG makes the same bytes. Rejects where the SVG is broken.
 */
export function svgToPng(svg: string): Promise<Uint8Array> {
  const drawing = busy.then(() => draw(svg));
  // A picture that failed must not stop the next one.
  busy = drawing.catch(() => undefined);
  return drawing;
}

async function draw(svg: string): Promise<Uint8Array> {
  const { normal, bold } = ptSans();
  const picture = await renderAsync(svg, {
    font: { fontFiles: [normal, bold], loadSystemFonts: false, defaultFontFamily: FACE },
    logLevel: 'off',
  });
  weigh(picture.width * picture.height * BYTES_OF_A_PIXEL);
  return picture.asPng();
}

/** Only the last one is held; those before it are garbage that V8 knows the size of. */
const twin = { buffer: new ArrayBuffer(0) };

/**
 * resvg-js 2.6.2 does not tell V8 of the pixels it holds, so nothing is collected and 200 pictures grow to over a gigabyte
 * (its issue 216). A buffer of the same size, never written to and so of no cost, is told instead: V8 then collects in time, and
 * 200 pictures stay below 250 MB with no forced collection, no flags and no worker. Needless from resvg-js 2.7 on.
 */
function weigh(bytes: number): void {
  twin.buffer = new ArrayBuffer(bytes);
}
