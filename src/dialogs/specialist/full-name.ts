/** A full name as papers print it: at least family name and name. */

/** Characters of a full name. */
export const LONGEST_NAME = 120;

/** Whether there are two words or more, and letters only with what names are joined by. */
export function isFullName(name: string): boolean {
  return /^[\p{L}'’.-]+(\s+[\p{L}'’().-]+)+$/u.test(name);
}
