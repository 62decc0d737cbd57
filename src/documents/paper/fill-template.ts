/** A paper on the office's own form. */
import PizZip from 'pizzip';
import type { Paper, PaperKind } from '../../casework/paper/paper.ts';
import { clean } from './draw-pieces.ts';
import { markTexts } from './page.ts';
import { openTemplate } from './template-engine.ts';
import { MARK_NAMES } from './template-names.ts';
import { type TemplatePart, templateParts, templateTags } from './template-parts.ts';
import { type TemplateValue, templateValues } from './template-values.ts';

/**
 * The office's template with the values of the paper. Values that are not known become a line to write on. The mark of a draft
 * and the number of a later revision are put on top where the template has no place for them. Throws on a template that
 * `checkTemplate` would refuse and on a paper of another kind: both are bugs of the caller.
 */
export async function fillTemplate(kind: PaperKind, template: Uint8Array, paper: Paper): Promise<Uint8Array> {
  if (paper.kind !== kind) throw new Error(`a template for ${kind} cannot print a paper of kind ${paper.kind}`);
  const file = new PizZip(template);
  const parts = templateParts(file);
  const document = openTemplate(file);
  document.render(cleaned(templateValues(paper)));
  const filled = document.getZip() as PizZip;
  addMarks(filled, parts, paper);
  // The moment of writing is not part of the paper.
  for (const part of Object.values(filled.files)) part.date = new Date(1980, 0, 1);
  return filled.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function cleaned(values: Readonly<Record<string, TemplateValue>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? clean(value)
        : typeof value === 'object' && value !== null
          ? value.map(cleaned)
          : value,
    ]),
  );
}

function addMarks(file: PizZip, parts: readonly TemplatePart[], paper: Paper): void {
  const used = new Set(templateTags(parts).map((tag) => tag.name));
  const { draft, revision } = markTexts(paper);
  const marks = [used.has(MARK_NAMES.draft) ? null : draft, used.has(MARK_NAMES.revision) ? null : revision];
  const main = parts.find((part) => part.place === 'main');
  const xml = main === undefined ? undefined : file.file(main.path)?.asText();
  if (main === undefined || xml === undefined) throw new Error('a template without a main text');
  const lines = marks
    .filter((mark) => mark !== null)
    .map(
      (mark) =>
        `<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${mark}</w:t></w:r></w:p>`,
    );
  file.file(
    main.path,
    xml.replace(/<w:body>/, (body) => body + lines.join('')),
  );
}
