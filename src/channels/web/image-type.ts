/** Which pictures a browser may show in the talk; everything else goes out as bytes to keep. */
const PICTURES: readonly { readonly type: string; readonly at: number; readonly signature: readonly number[] }[] = [
  { type: 'image/png', at: 0, signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, signature: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, signature: [0x47, 0x49, 0x46, 0x38] },
  // "WEBP" after the length of the RIFF container.
  { type: 'image/webp', at: 8, signature: [0x57, 0x45, 0x42, 0x50] },
];

/** Type by the first bytes, never by what the file says of itself; null for anything that is not such a picture. */
export function imageType(bytes: Uint8Array): string | null {
  const found = PICTURES.find(({ at, signature }) => signature.every((byte, index) => bytes[at + index] === byte));
  return found?.type ?? null;
}
