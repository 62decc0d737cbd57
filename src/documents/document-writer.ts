/** The port `DocumentWriter` over QR and PDF libraries. */
import type { DocumentWriter } from '../casework/ports.ts';
import type { Texts } from '../texts/render.ts';
import { linkSheet } from './link-sheet.ts';
import { qrPicture } from './qr-picture.ts';

/** Writes papers in the words of `texts` (namespace `papers`). */
export function createDocumentWriter(texts: Texts): DocumentWriter {
  const unfinished = () => {
    throw new Error('not written yet');
  };
  return {
    qrPicture,
    linkSheet: (sheet) => linkSheet(sheet, texts),
    paper: unfinished,
    checkTemplate: unfinished,
    fillTemplate: unfinished,
    proofName: unfinished,
    registerXlsx: unfinished,
    registerCsv: unfinished,
    incomeChart: unfinished,
    archive: unfinished,
    archiveName: unfinished,
    entryName: unfinished,
  };
}
