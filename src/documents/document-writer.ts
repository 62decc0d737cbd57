/** The port `DocumentWriter` over the libraries of papers, tables, pictures and archives. */
import type { DocumentWriter, MadeFile } from '../casework/ports.ts';
import type { Paper } from '../casework/paper/paper.ts';
import type { Texts } from '../texts/render.ts';
import { streamCaseArchive } from './archive/case-archive.ts';
import { type CasePaths, casePaths } from './archive/case-paths.ts';
import { safeName } from './archive/file-name.ts';
import { drawIncomeChart } from './chart/income-chart.ts';
import { linkSheet } from './link-sheet.ts';
import { checkTemplate } from './paper/check-template.ts';
import { fillTemplate } from './paper/fill-template.ts';
import { writePaper } from './paper/write-paper.ts';
import { qrDrawing, qrPicture } from './qr-picture.ts';
import { writeRegisterCsv } from './register/register-csv.ts';
import { registerFileName } from './register/register-file-name.ts';
import { registerWords } from './register/register-words.ts';
import { writeRegisterXlsx } from './register/register-xlsx.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Official papers are Russian whatever the reader's language; the words are those of `locales/ru`. */
export function createDocumentWriter(texts: Texts): DocumentWriter {
  const paths = casePaths(texts);
  const say = registerWords(texts, 'ru');
  const docx = (paper: Paper, bytes: Uint8Array): MadeFile => ({ bytes, name: nameOf(paths, paper), mediaType: DOCX });
  return {
    qrPicture,
    qrDrawing,
    linkSheet: (sheet) => linkSheet(sheet, texts),
    paper: async (paper, options) => docx(paper, await writePaper(paper, options)),
    checkTemplate: async (kind, template) => {
      const checked = checkTemplate(kind, template);
      return checked.ok ? [] : checked.faults;
    },
    fillTemplate: async (paper, template) => docx(paper, await fillTemplate(paper.kind, template, paper)),
    proofName: (proof) => texts.render('ru', { key: `papers:proof-name.${proof}` }),
    registerXlsx: async (register) => ({
      bytes: await writeRegisterXlsx(register, texts),
      name: registerFileName(register, 'xlsx', texts),
      mediaType: XLSX,
    }),
    registerCsv: async (register) => ({
      bytes: await writeRegisterCsv(register, texts),
      name: registerFileName(register, 'csv', texts),
      mediaType: 'text/csv',
    }),
    incomeChart: async (chart) => ({
      bytes: await drawIncomeChart(chart, texts),
      name: `${say('archive.chart')}.png`,
      mediaType: 'image/png',
    }),
    archive: (entries, madeOn) => streamCaseArchive(entries, { madeOn, nameless: say('archive.nameless') }),
    archiveName: (of) =>
      of.kind === 'contract'
        ? paths.archive(of)
        : `${safeName(say('archive.office', { month: of.month, office: of.officeName }), say('archive.nameless'))}.zip`,
    entryPath: (piece) =>
      piece.kind === 'paper'
        ? paths.paper(piece.paper)
        : paths.proof(piece, { month: piece.month, name: piece.file.name }),
  };
}

/** The name of one paper is its name in an archive. */
function nameOf(paths: CasePaths, paper: Paper): string {
  return paths.paper(paper).at(-1) ?? '';
}
