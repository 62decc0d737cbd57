/** One paper as a file that Word and LibreOffice open: A4, DOCX. */
import { Document, Packer } from 'docx';
import PizZip from 'pizzip';
import type { Paper } from '../../casework/paper/paper.ts';
import type { Block } from './block.ts';
import type { PaperOptions } from './choice.ts';
import { conclusionBlocks } from './conclusion.ts';
import { decisionBlocks } from './decision.ts';
import { drawBlocks } from './draw-blocks.ts';
import { clean } from './draw-pieces.ts';
import { embedFace } from './embedded-face.ts';
import { inquiryBlocks } from './inquiry.ts';
import { monitoringBlocks } from './monitoring.ts';
import { FACE, pageOf, RUNNING_STYLE, SIZE } from './page.ts';
import { reportBlocks } from './report.ts';
import { say } from './words.ts';

/**
 * The paper as DOCX bytes. The same paper gives the same bytes, so that what was signed can be made again and compared.
 * Figures that are null stay empty lines to fill; the choices of a form are the chosen ones unless `fullForm`.
 */
export async function writePaper(paper: Paper, options: PaperOptions = {}): Promise<Uint8Array> {
  const document = new Document({
    creator: clean(paper.officeName),
    lastModifiedBy: clean(paper.officeName),
    title: clean(say(`running.${paper.kind}`, { number: paper.contractNumber })),
    styles: {
      default: {
        document: {
          run: { font: FACE, size: SIZE.text, language: { value: 'ru-RU' } },
          paragraph: { spacing: { line: 252 } },
        },
      },
      paragraphStyles: [{ id: RUNNING_STYLE, name: 'Running line', run: { size: SIZE.small } }],
    },
    sections: [{ ...pageOf(paper), children: drawBlocks(blocksOf(paper, options)) }],
  });
  const file = new PizZip(await Packer.toArrayBuffer(document));
  embedFace(file);
  return sealed(file, paper);
}

/** What stands on the paper, before it becomes a file. */
export function blocksOf(paper: Paper, options: PaperOptions = {}): Block[] {
  switch (paper.kind) {
    case 'conclusion':
      return conclusionBlocks(paper, options);
    case 'report':
      return reportBlocks(paper, options);
    case 'monitoring':
      return monitoringBlocks(paper, options);
    case 'decision':
      return decisionBlocks(paper, options);
    case 'inquiry':
      return inquiryBlocks(paper);
  }
}

/** The moment of writing is taken out: the file tells the day of the paper, or of the contract's end, instead. */
function sealed(file: PizZip, paper: Paper): Uint8Array {
  const moment = `${paper.preparedOn ?? paper.endsOn}T00:00:00Z`;
  const core = file.file('docProps/core.xml')?.asText() ?? '';
  file.file(
    'docProps/core.xml',
    core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, opening: string) => opening + moment),
  );
  for (const [path, part] of Object.entries(file.files)) {
    // Folders of a zip carry nothing, and strict readers of Office files do not like them.
    if (part.dir) delete file.files[path];
    else part.date = new Date(1980, 0, 1);
  }
  return file.generate({ type: 'uint8array', compression: 'DEFLATE' });
}
