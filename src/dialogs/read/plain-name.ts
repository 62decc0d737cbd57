/** Names of places as they are compared: what people leave out or type differently does not matter. */

/** Lower case, ё as е, letters and digits only, with single spaces: «МО «Боханский район»» is `мо боханский район`. */
function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Whether a word of the name begins as typed; `typed` may be several words. Nothing typed fits nothing. */
export function nameBegins(name: string, typed: string): boolean {
  const wanted = plainName(typed);
  return wanted !== '' && ` ${plainName(name)}`.includes(` ${wanted}`);
}
