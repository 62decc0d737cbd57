/** Documents as plain text: what was to be written stands in them word for word, so that tests of casework can read it. */
import type { DocumentWriter, MadeFile } from '../../src/casework/ports.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A writer whose papers are the JSON of their values; QR and link sheet are given. */
export function plainDocuments(pictures: Pick<DocumentWriter, 'qrPicture' | 'linkSheet'>): DocumentWriter {
  return {
    ...pictures,
    qrDrawing: async (url) => new TextEncoder().encode(`<svg>${url}</svg>`),
    paper: async (paper, options) => made({ paper, ...options }, `${paper.kind}-${paper.revision}.docx`, DOCX),
    checkTemplate: async (_kind, template) => {
      const wrong = /\{(wrong[^}]*)\}/.exec(new TextDecoder().decode(template))?.[1];
      const remedy = 'take a name of the list';
      return wrong === undefined ? [] : [{ path: 'paragraph 1', problem: `no placeholder {${wrong}}`, remedy }];
    },
    fillTemplate: async (paper, template) =>
      made({ paper, template: new TextDecoder().decode(template) }, `${paper.kind}-own.docx`, DOCX),
    proofName: (proof) => `a ${proof}`,
    registerXlsx: async (register) => made(register, `register-${register.month}.xlsx`, XLSX),
    registerCsv: async (register) => made(register, `register-${register.month}.csv`, 'text/csv'),
    incomeChart: async (chart) => made(chart, 'chart.png', 'image/png'),
    archive: async function* (entries) {
      for await (const { path, bytes } of entries)
        yield new TextEncoder().encode(`${path.join('/')}\t${bytes.byteLength}\t${new TextDecoder().decode(bytes)}\n`);
    },
    archiveName: (of) => (of.kind === 'contract' ? `${of.contractNumber}.zip` : `${of.month}.zip`),
    entryPath: (piece) => [
      piece.contractNumber,
      piece.kind === 'proof'
        ? `${piece.month} ${piece.file.name}`
        : `${piece.paper.kind}${piece.paper.kind === 'monitoring' ? `-${piece.paper.number}` : ''}.docx`,
    ],
  };
}

function made(value: unknown, name: string, mediaType: string): MadeFile {
  return { bytes: new TextEncoder().encode(JSON.stringify(value)), name, mediaType };
}
