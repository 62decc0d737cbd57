/** Looks at pixels, as a phone does. */
import jsqr from 'jsqr';
import sharp from 'sharp';

/** What the QR code in the picture says; null where none is found. */
export async function readQr(picture: Uint8Array): Promise<string | null> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  // The package says `export default` and hands out the function itself or under `default`, by loader.
  const read = (typeof jsqr === 'function' ? jsqr : (jsqr as unknown as { default: unknown }).default) as unknown as (
    data: Uint8ClampedArray,
    width: number,
    height: number,
  ) => { data: string } | null;
  return read(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}
