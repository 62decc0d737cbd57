/** A phone number, typed or shared by a button of the messenger. */
import type { QuestionInput, Reading } from '../dialog.ts';

/** Ten to fifteen digits as `+79001234567`; an eight or seven in front of ten digits is Russia's. Null for anything else. */
export function phoneIn(text: string): string | null {
  if (!/^[\d\s\u00a0()+.–-]+$/.test(text.trim())) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length === 10 && !text.trim().startsWith('+')) return `+7${digits}`;
  if (digits.length === 11 && digits.startsWith('8')) return `+7${digits.slice(1)}`;
  return digits.length >= 11 && digits.length <= 15 ? `+${digits}` : null;
}

/** Reads a phone; a shared contact counts only if the messenger says it is the sender's own. The answer is the number. */
export function readPhone(input: QuestionInput): Reading {
  if (input.kind === 'contact' && !input.own) return { kind: 'again', say: [{ key: 'core:read.not-own-contact' }] };
  const text = input.kind === 'contact' ? input.phone : input.kind === 'text' ? input.text : null;
  if (text === null) return { kind: 'again', say: [] };
  const phone = phoneIn(text);
  return phone === null ? { kind: 'again', say: [{ key: 'core:read.phone' }] } : { kind: 'answered', value: phone };
}
