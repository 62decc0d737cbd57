/** The parts of an office's DOCX that carry text, with their paragraphs as a person sees them: Word tears a line into many runs. */
import type PizZip from 'pizzip';

/** Where a part stands on the page. */
export type PartPlace = 'main' | 'header' | 'footer';

/** A part with the text of its paragraphs, empty ones left out. */
export interface TemplatePart {
  readonly path: string;
  readonly place: PartPlace;
  readonly paragraphs: readonly string[];
}

/** A field as it is written: `{name}`, `{#name}`, `{^name}`, `{/name}`. */
export interface TemplateTag {
  readonly sign: '' | '#' | '^' | '/';
  readonly name: string;
  readonly part: TemplatePart;
  readonly paragraph: string;
}

/** Parts by their declared types (main text first); none where this is no DOCX. */
export function templateParts(file: PizZip): TemplatePart[] {
  const types = file.file('[Content_Types].xml')?.asText() ?? '';
  const found = [...types.matchAll(/<Override\b[^>]*>/g)].flatMap(([entry]): TemplatePart[] => {
    const place = /wordprocessingml\.(?:document\.(main)|(header)|(footer))\+xml/.exec(entry);
    const path = /PartName="\/([^"]+)"/.exec(entry)?.[1];
    const xml = path === undefined ? undefined : file.file(path)?.asText();
    if (place === null || path === undefined || xml === undefined) return [];
    return [{ path, place: (place[1] ?? place[2] ?? place[3]) as PartPlace, paragraphs: paragraphsOf(xml) }];
  });
  const rank = { main: 0, header: 1, footer: 2 } as const;
  return found.toSorted((left, right) => rank[left.place] - rank[right.place]);
}

/** Fields in reading order, part by part. */
export function templateTags(parts: readonly TemplatePart[]): TemplateTag[] {
  return parts.flatMap((part) =>
    part.paragraphs.flatMap((paragraph) =>
      [...paragraph.matchAll(/\{([^{}]*)\}/g)].map(([, inside = '']): TemplateTag => {
        const [, sign = '', name = ''] = /^\s*([#^/]?)\s*(.*?)\s*$/s.exec(inside) ?? [];
        return { sign: sign as TemplateTag['sign'], name, part, paragraph };
      }),
    ),
  );
}

function paragraphsOf(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((piece) =>
      [...piece.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => plain(text)).join(''),
    )
    .filter((text) => text.trim() !== '');
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
