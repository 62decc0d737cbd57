/** Months as they are written in words, by the beginning of the word: any case of Russian, English too. */
const STARTS: readonly RegExp[] = [
  /^(?:янв|jan)/,
  /^(?:фев|feb)/,
  /^(?:мар|mar)/,
  /^(?:апр|apr)/,
  /^(?:ма[йяею]|may)/,
  /^(?:июн|jun)/,
  /^(?:июл|jul)/,
  /^(?:авг|aug)/,
  /^(?:сен|sep)/,
  /^(?:окт|oct)/,
  /^(?:ноя|nov)/,
  /^(?:дек|dec)/,
];

/** Number of the month, 1–12, that a lower-case word names; null for another word. */
export function monthNumber(word: string): number | null {
  const at = STARTS.findIndex((start) => start.test(word));
  return at < 0 ? null : at + 1;
}
