/** Identifiers, tokens and codes from the system's randomness. */
import { randomBytes, randomInt } from 'node:crypto';
import type { NewId } from '../casework/ports.ts';

const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 16;
const TOKEN_BYTES = 24;
/** Without 0 and O, 1, I and L, which are misread on paper. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;

/** The `NewId` of the running program. */
export const systemNewId: NewId = {
  id: () => letters(ID_LETTERS, ID_LENGTH),
  token: () => randomBytes(TOKEN_BYTES).toString('base64url'),
  code: () => letters(CODE_LETTERS, CODE_LENGTH),
};

function letters(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
