/** Docxtemplater as we use it, with its complaints translated. */
import Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import type { Fault } from '../../engine/outcome.ts';
import { fault, placeOf, type TemplateFault, wholeFile } from './template-faults.ts';
import type { TemplatePart } from './template-parts.ts';

/** A line to write on, where a value is not known. */
const LINE = '____________';

/** Opens a template; throws where its braces are wrong (see `syntaxFaults`). */
export function openTemplate(file: PizZip): Docxtemplater {
  return new Docxtemplater(file, {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    // Without it the word "undefined" would stand on the paper.
    nullGetter: (part) => (part.module ? '' : LINE),
  });
}

/** Codes of docxtemplater by ours. */
const CODES: Readonly<Record<string, TemplateFault>> = {
  unclosed_tag: 'unclosed-tag',
  duplicate_open_tag: 'unclosed-tag',
  unopened_tag: 'unopened-tag',
  duplicate_close_tag: 'unopened-tag',
  unclosed_loop: 'unclosed-section',
  unopened_loop: 'unopened-section',
  closing_tag_does_not_match_opening_tag: 'crossed-sections',
  unbalanced_loop_tags: 'section-place',
  loop_position_invalid: 'section-place',
};

interface Complaint {
  readonly id?: string;
  readonly xtag?: string;
  readonly context?: string;
  readonly file?: string;
  readonly openingtag?: string;
  readonly closingtag?: string;
  readonly errors?: readonly { readonly properties?: Complaint }[];
}

/** Every mistake of the braces, each with its place; none where the template opens. */
export function syntaxFaults(file: PizZip, parts: readonly TemplatePart[]): Fault[] {
  try {
    openTemplate(file);
    return [];
  } catch (error) {
    const properties = (error as { readonly properties?: Complaint }).properties;
    // Not a complaint of the library but a file it cannot open at all.
    if (properties?.id === undefined) return [fault('not-docx', wholeFile())];
    const complaints = properties.errors?.map((each) => each.properties ?? {}) ?? [properties];
    return complaints.map((each) => translate(each, parts));
  }
}

function translate(complaint: Complaint, parts: readonly TemplatePart[]): Fault {
  const code = CODES[complaint.id ?? ''] ?? 'unreadable';
  const tag = complaint.xtag ?? complaint.openingtag ?? '';
  const around = [complaint.context ?? '', tag, complaint.openingtag ?? ''].filter((text) => text !== '');
  const here = parts.filter((part) => complaint.file === undefined || part.path === complaint.file);
  const spot = around
    .flatMap((text) => here.flatMap((part) => part.paragraphs.map((paragraph) => ({ part, paragraph, text }))))
    .find(({ paragraph, text }) => paragraph.includes(text));
  const path = spot === undefined ? wholeFile() : placeOf(spot.part, spot.paragraph, spot.text);
  const crossed = [complaint.openingtag, complaint.closingtag].filter((text) => text !== undefined);
  const shown =
    code === 'crossed-sections' ? crossed.map(braced).join(', ') : code.endsWith('-tag') ? tag : braced(tag);
  return fault(code, path, { tag: shown, open: `{#${bare(tag)}}`, close: `{/${bare(tag)}}` });
}

function braced(tag: string): string {
  return `{${tag}}`;
}

function bare(tag: string): string {
  return tag.replace(/^[#^/]/, '');
}
