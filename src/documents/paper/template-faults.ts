/** What is wrong with the fields of a template, in words a clerk can act on: the name, the place, what to do. */
import type { PaperKind } from '../../casework/paper/paper.ts';
import type { Fault } from '../../engine/outcome.ts';
import { templateNames } from './template-names.ts';
import type { TemplatePart, TemplateTag } from './template-parts.ts';
import { say } from './words.ts';

/** Letters of the paragraph that a place quotes. */
const QUOTED = 60;

/** Everything that can be wrong with a template; each has its words in `forms:template.fault`. */
export const TEMPLATE_FAULTS = [
  'not-docx',
  'too-large',
  'macros',
  'empty',
  'unknown',
  'unknown-near',
  'not-a-section',
  'needs-section',
  'outside-list',
  'unclosed-tag',
  'unopened-tag',
  'unclosed-section',
  'unopened-section',
  'crossed-sections',
  'section-place',
  'unreadable',
] as const;
/** One of them. */
export type TemplateFault = (typeof TEMPLATE_FAULTS)[number];

/** A fault with its words. */
export function fault(code: TemplateFault, path: string, facts: Readonly<Record<string, string | number>> = {}): Fault {
  return {
    path,
    problem: say(`template.fault.${code}.problem`, facts),
    remedy: say(`template.fault.${code}.remedy`, facts),
  };
}

/** The whole file as a place. */
export function wholeFile(): string {
  return say('template.place.whole');
}

/** `document, near «…the text around…»`; `around` is what to look at in the paragraph. */
export function placeOf(part: TemplatePart, paragraph: string, around: string): string {
  const at = Math.max(0, paragraph.indexOf(around));
  const from = Math.max(0, Math.min(at - Math.floor((QUOTED - around.length) / 2), paragraph.length - QUOTED));
  const cut = paragraph.slice(from, from + Math.max(QUOTED, around.length));
  const text = `${from > 0 ? '…' : ''}${cut.trim()}${from + cut.length < paragraph.length ? '…' : ''}`;
  return say('template.place.near', { part: say(`template.place.${part.place}`), text });
}

/** Names that this paper does not have, and names used as what they are not; each once for its place. */
export function nameFaults(kind: PaperKind, tags: readonly TemplateTag[]): Fault[] {
  const names = new Map(templateNames(kind).map((each) => [each.name, each]));
  const listOf = new Map(
    templateNames(kind).flatMap((each) =>
      each.kind === 'list' ? each.fields.map((field) => [field, each.name] as const) : [],
    ),
  );
  const open: string[] = [];
  let part: TemplatePart | null = null;
  const found = new Map<string, Fault>();
  for (const tag of tags) {
    if (tag.part !== part) open.length = 0;
    part = tag.part;
    const known = names.get(tag.name);
    const list = listOf.get(tag.name);
    if (tag.sign === '/') open.splice(Math.max(0, open.lastIndexOf(tag.name)));
    else if (tag.sign !== '') open.push(tag.name);
    const code = codeOf(tag, known?.kind ?? null, list, open);
    if (code === null) continue;
    const each = describe(code, tag, list, [...names.keys(), ...listOf.keys()]);
    found.set(`${each.path}\n${each.problem}`, each);
  }
  return [...found.values()];
}

type Code = Extract<TemplateFault, 'unknown' | 'not-a-section' | 'needs-section' | 'outside-list'>;

function codeOf(
  tag: TemplateTag,
  kind: 'value' | 'condition' | 'list' | null,
  list: string | undefined,
  open: readonly string[],
): Code | null {
  // An end without a name closes the last section; the one of an unknown name was named at its beginning.
  if (tag.sign === '/') return null;
  const inList = list !== undefined && open.includes(list);
  if (kind === null && list === undefined) return 'unknown';
  if (kind === null && !inList) return 'outside-list';
  if (kind === 'list' || kind === 'condition') return tag.sign === '' ? 'needs-section' : null;
  return tag.sign === '' ? null : 'not-a-section';
}

function describe(code: Code, tag: TemplateTag, list: string | undefined, known: readonly string[]): Fault {
  const path = placeOf(tag.part, tag.paragraph, tag.name);
  const section = code === 'outside-list' ? (list ?? '') : tag.name;
  const facts = { name: `{${tag.name}}`, open: `{#${section}}`, close: `{/${section}}` };
  const near = code === 'unknown' ? nearest(tag.name, known) : null;
  return near === null ? fault(code, path, facts) : fault('unknown-near', path, { ...facts, near: `{${near}}` });
}

/** The known name at most a third of its letters away; null where none is. */
function nearest(name: string, known: readonly string[]): string | null {
  // Capitals, spaces for underscores and the letter yo are what people type most.
  const simple = (text: string) =>
    text
      .toLocaleLowerCase('ru')
      .replaceAll('\u0451', '\u0435')
      .replace(/[\s-]+/g, '_');
  const ranked = known
    .map((each) => ({ each, away: distance(simple(name), each) }))
    .toSorted((left, right) => left.away - right.away);
  const best = ranked[0];
  return best !== undefined && best.away * 3 <= best.each.length ? best.each : null;
}

/** Letters to change, add or drop (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
