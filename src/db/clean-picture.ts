/** Pictures written anew: turned upright, without the place and time that cameras put into them. */
import sharp, { type Sharp } from 'sharp';

/** Photos of 108 million pixels exist; a hostile file unpacks to more. */
const MOST_PIXELS = 120_000_000;
/** High enough to read small print of a certificate. */
const QUALITY = 90;

/** A picture fit to be kept, or why it cannot be. */
export type CleanPicture =
  | { readonly kind: 'clean'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable' };

/** The same picture in the same format (JPEG, PNG, WebP); of an animation the first picture. */
export async function cleanPicture(bytes: Uint8Array): Promise<CleanPicture> {
  try {
    const { width, height, format } = await open(bytes).metadata();
    if (width * height > MOST_PIXELS) return { kind: 'too-large' };
    const upright = open(bytes).autoOrient();
    if (format === 'png') return { kind: 'clean', bytes: await upright.png().toBuffer() };
    if (format === 'webp') return { kind: 'clean', bytes: await upright.webp({ quality: QUALITY }).toBuffer() };
    return { kind: 'clean', bytes: await upright.jpeg({ quality: QUALITY }).toBuffer() };
  } catch {
    // sharp throws for a file it cannot decode: half a download, or something else behind the first bytes of a picture.
    return { kind: 'unreadable' };
  }
}

/** Whether the head of a HEIC file can be read; its picture cannot be decoded here. */
export async function isReadableHeic(bytes: Uint8Array): Promise<boolean> {
  try {
    return (await open(bytes).metadata()).width > 0;
  } catch {
    return false;
  }
}

function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: false });
}
