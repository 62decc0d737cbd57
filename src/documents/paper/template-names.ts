/**
 * Fields that an office may put into its own template, by paper. `docs/templates.md` lists them with their meaning (words in
 * `forms:template.names`). A name that offices use is never renamed: a new one stands beside it.
 */
import type { PaperKind } from '../../casework/paper/paper.ts';

/** `value` prints; `condition` and `list` open a section `{#name} … {/name}`; inside a list its own fields stand as well. */
export type TemplateName =
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'condition'; readonly name: string }
  | { readonly kind: 'list'; readonly name: string; readonly fields: readonly string[] };

const value = (name: string): TemplateName => ({ kind: 'value', name });
const condition = (name: string): TemplateName => ({ kind: 'condition', name });
const list = (name: string, ...fields: string[]): TemplateName => ({ kind: 'list', name, fields });

/** Fields by which a template marks a draft or a later revision itself. */
export const MARK_NAMES = { draft: 'проект', revision: 'редакция' } as const;

/** Fields of every paper. */
const HEAD = [
  ...['регион', 'учреждение', 'номер_контракта', 'получатель', 'мероприятие', 'дата_начала', 'дата_окончания'].map(
    value,
  ),
  ...['дата_документа', 'специалист', 'должность_специалиста', 'начальник', 'должность_начальника', 'редакция'].map(
    value,
  ),
  condition('проект'),
];

const NAMES: { readonly [kind in PaperKind]: readonly TemplateName[] } = {
  conclusion: [
    ...HEAD,
    list('мероприятия', 'название', 'отметка'),
    ...['исход', 'номер_исхода', 'причина'].map(value),
    ...[1, 2, 3, 4, 5, 6, 7].map((number) => condition(`исход_${number}`)),
  ],
  report: [
    ...HEAD,
    ...['дата_до', 'среднемесячный_доход_до', 'минимум_семьи_до', 'среднедушевой_доход_до'].map(value),
    ...['дата_после', 'среднемесячный_доход_после', 'минимум_семьи_после', 'среднедушевой_доход_после'].map(value),
    value('минимум_на_душу'),
    condition('нужен_доход_от_дела'),
    ...['доход_от_дела', 'среднемесячный_доход_от_дела', 'условия_жизни', 'изменение_дохода'].map(value),
    ...['изменение_условий', 'результат', 'вывод', 'примечания'].map(value),
    ...['эффективен', 'неэффективен'].map(condition),
  ],
  monitoring: [
    ...HEAD,
    ...['номер_месяца', 'месяц_мониторинга', 'месяц', 'дата_проверки', 'проверенный_факт', 'факт', 'способ'].map(value),
    ...['документ', 'регистрация', 'условия', 'трудная_ситуация'].map(value),
    ...['тжс', 'есть_период'].map(condition),
    ...['период', 'доход_гражданина', 'среднедушевой_доход'].map(value),
  ],
  decision: [
    ...HEAD,
    ...['проверенный_факт', 'подтверждено_месяцев', 'месяцев_улучшения', 'месяцев_ухудшения'].map(value),
    condition('тжс'),
    list('периоды', 'период', 'доход_гражданина', 'среднедушевой_доход'),
    condition('отчет_был'),
    ...['дата_отчета', 'вывод_отчета', 'решение'].map(value),
    ...['целесообразно', 'нецелесообразно'].map(condition),
    list('меры_поддержки', 'мера'),
  ],
  inquiry: [
    ...HEAD,
    ...['адресат', 'месяц', 'дата_запроса', 'ответ_до'].map(value),
    ...['работодателю', 'налоговой_службе'].map(condition),
  ],
};

/** Fields of one paper, in the order of its form. */
export function templateNames(kind: PaperKind): readonly TemplateName[] {
  return NAMES[kind];
}
