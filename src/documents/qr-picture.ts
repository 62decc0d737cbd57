/** A QR code as a picture for a chat, and as a drawing for print of any size. */
import QRCode from 'qrcode';

/** Pixels of one side: large enough to be read from a screen by another phone. */
const SIDE = 640;

/** PNG with the quiet border that readers need. Middle error correction: a thumb mark or a crease does not spoil it. */
export async function qrPicture(url: string): Promise<Uint8Array> {
  return QRCode.toBuffer(url, { type: 'png', width: SIDE, margin: 4, errorCorrectionLevel: 'M' });
}

/** SVG of the same code. */
export async function qrDrawing(url: string): Promise<Uint8Array> {
  const drawing = await QRCode.toString(url, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' });
  return new TextEncoder().encode(drawing);
}
