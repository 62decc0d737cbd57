/** The fields of a template as a person types them, with their meaning: for `docs/templates.md` and for whoever asks in the chat. */
import type { PaperKind } from '../../casework/paper/paper.ts';
import { templateNames } from './template-names.ts';
import { say } from './words.ts';

/** One field. */
export interface TemplateField {
  /** `{name}`, or `{#name} … {/name}` for what opens a section. */
  readonly written: string;
  /** The list that the field stands inside; null for all others. */
  readonly inside: string | null;
  /** In Russian. */
  readonly meaning: string;
}

/** Fields of one paper in the order of its form, those of a list after it. */
export function templateFields(kind: PaperKind): readonly TemplateField[] {
  return templateNames(kind).flatMap((each) => {
    const section = each.kind === 'value' ? `{${each.name}}` : `{#${each.name}} … {/${each.name}}`;
    const own = { written: section, inside: null, meaning: meaningOf(each.name) };
    const inner = each.kind === 'list' ? each.fields : [];
    return [own, ...inner.map((field) => ({ written: `{${field}}`, inside: each.name, meaning: meaningOf(field) }))];
  });
}

function meaningOf(name: string): string {
  return say(`template.names.${name}`);
}
