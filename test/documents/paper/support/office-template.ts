/** An office's own DOCX for tests, written as Word leaves it: fields torn into runs, a header, a footer, a table. */
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

export interface OfficeTemplate {
  readonly lines: readonly string[];
  readonly header?: string;
  readonly footer?: string;
  /** Texts of the cells of one row. */
  readonly row?: readonly string[];
}

/** The template's bytes; every line is torn into runs of three letters. */
export async function officeTemplate({ lines, header, footer, row }: OfficeTemplate): Promise<Uint8Array> {
  const table = row === undefined ? [] : [new Table({ rows: [new TableRow({ children: row.map(tableCell) })] })];
  const file = new Document({
    sections: [
      {
        ...(header === undefined ? {} : { headers: { default: new Header({ children: [paragraph(header)] }) } }),
        ...(footer === undefined ? {} : { footers: { default: new Footer({ children: [paragraph(footer)] }) } }),
        children: [...lines.map(paragraph), ...table, new Paragraph({})],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function tableCell(text: string): TableCell {
  return new TableCell({ children: [paragraph(text)] });
}

function paragraph(text: string): Paragraph {
  const runs = text.match(/.{1,3}/gs) ?? [];
  return new Paragraph({ children: runs.map((run, at) => new TextRun({ text: run, bold: at % 2 === 0 })) });
}
