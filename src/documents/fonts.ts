/** The face of printed sheets: PT Sans, made for Russian public texts, from its npm package, so that no machine needs fonts of its own. */
import { createRequire } from 'node:module';
import type { Face } from 'pdfmake';

const FOLDER = '@expo-google-fonts/pt-sans';

/** Name to use in a sheet. */
export const PT_SANS = 'PTSans';

/** Paths of the cuts; throws where the package is not installed. */
export function ptSans(): Face {
  const { resolve } = createRequire(import.meta.url);
  const cut = (name: string): string => resolve(`${FOLDER}/${name}/PTSans_${name}.ttf`);
  return {
    normal: cut('400Regular'),
    bold: cut('700Bold'),
    italics: cut('400Regular_Italic'),
    bolditalics: cut('700Bold_Italic'),
  };
}
