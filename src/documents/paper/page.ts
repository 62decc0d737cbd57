/** Measures of the page and the running lines around it. Lengths are twips (1/20 point) unless said. */
import { convertMillimetersToTwip, Footer, Header, type ISectionOptions } from 'docx';
import { AlignmentType, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { Paper } from '../../casework/paper/paper.ts';
import { clean } from './draw-pieces.ts';
import { say } from './words.ts';

/** Margins of GOST R 7.0.97: left for binding. */
const MARGIN = { left: 30, right: 10, top: 20, bottom: 20 } as const;
const A4 = { width: 210, height: 297 } as const;

/** Width of the text. */
export const TEXT_WIDTH = convertMillimetersToTwip(A4.width - MARGIN.left - MARGIN.right);

/** Face of the text and, where it is not at hand and cannot be embedded, the face of the same widths. */
export const FACE = 'Tinos';
export const FACE_INSTEAD = 'Times New Roman';

/** Sizes in half points. */
export const SIZE = { text: 24, title: 28, small: 20, caption: 16 } as const;

/** Style of the running line: LibreOffice takes the size of a field from its style only. */
export const RUNNING_STYLE = 'running';

/** Page set-up and running lines: marks of a draft and of a revision on every page, page numbers from the second one on. */
export function pageOf(paper: Paper): Pick<ISectionOptions, 'properties' | 'headers' | 'footers'> {
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: convertMillimetersToTwip(A4.width), height: convertMillimetersToTwip(A4.height) },
        margin: {
          left: convertMillimetersToTwip(MARGIN.left),
          right: convertMillimetersToTwip(MARGIN.right),
          top: convertMillimetersToTwip(MARGIN.top),
          bottom: convertMillimetersToTwip(MARGIN.bottom),
          header: convertMillimetersToTwip(10),
          footer: convertMillimetersToTwip(10),
        },
      },
    },
    headers: {
      first: new Header({ children: marks(paper) }),
      default: new Header({ children: [runningLine(paper), ...marks(paper)] }),
    },
    footers: {
      first: new Footer({ children: [new Paragraph({})] }),
      default: new Footer({ children: [new Paragraph({})] }),
    },
  };
}

/** What must be seen at once: not approved yet, or in place of an earlier one. */
export function markTexts(paper: Paper): { readonly draft: string | null; readonly revision: string | null } {
  return {
    draft: paper.draft ? say('mark.draft') : null,
    revision: paper.revision > 1 ? say('mark.revision', { number: paper.revision }) : null,
  };
}

function marks(paper: Paper): Paragraph[] {
  const { draft, revision } = markTexts(paper);
  const line: TextRun[] = [];
  if (draft !== null) line.push(new TextRun({ text: draft, bold: true, size: SIZE.text, characterSpacing: 60 }));
  if (draft !== null && revision !== null) line.push(new TextRun({ text: '   ', size: SIZE.small }));
  if (revision !== null) line.push(new TextRun({ text: revision, size: SIZE.small }));
  return line.length === 0 ? [] : [new Paragraph({ alignment: AlignmentType.RIGHT, children: line })];
}

function runningLine(paper: Paper): Paragraph {
  return new Paragraph({
    style: RUNNING_STYLE,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      new TextRun({ text: clean(say(`running.${paper.kind}`, { number: paper.contractNumber })) }),
      new TextRun({
        children: ['\t', `${say('page')} `, PageNumber.CURRENT, ` ${say('page-of')} `, PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}
