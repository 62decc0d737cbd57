/** Names as they fit a button. */

/** Family name and initials, "Иванова А. П."; a single word stays as it is. */
export function shortName(name: string): string {
  const [family = '', ...given] = name.trim().split(/\s+/);
  const initials = given.map((word) => `${word.charAt(0)}.`).join(' ');
  return initials === '' ? family : `${family} ${initials}`;
}
