/** The page of `docs/` that lists the fields of templates, written from the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAPER_KINDS, type PaperKind } from '../../../../src/casework/paper/paper.ts';
import { type TemplateField, templateFields } from '../../../../src/documents/paper/template-fields.ts';

const PATH = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'templates.md');
const BEGIN = '<!-- fields: written by test/documents/paper (GOLDEN=write) -->';
const TITLES: { readonly [kind in PaperKind]: string } = {
  conclusion: 'Заключение (форма 1)',
  report: 'Отчет (форма 2)',
  monitoring: 'Сведения мониторинга (форма 4)',
  decision: 'Решение (форма 3)',
  inquiry: 'Запрос работодателю или в налоговую службу',
};

/** The list as it should stand in the page. */
export function fieldList(): string {
  const isCommon = ({ written }: TemplateField) =>
    PAPER_KINDS.every((kind) => templateFields(kind).some((each) => each.written === written));
  return [
    '## Поля всех документов',
    '',
    ...table(templateFields('inquiry').filter(isCommon)),
    ...PAPER_KINDS.flatMap((kind) => [
      '',
      `## ${TITLES[kind]}`,
      '',
      ...table(templateFields(kind).filter((each) => !isCommon(each))),
    ]),
  ].join('\n');
}

/** The list that stands there; with `GOLDEN=write` it is written first. */
export function listedFields(): string {
  const page = readFileSync(PATH, 'utf8');
  const at = page.indexOf(BEGIN);
  if (at === -1) throw new Error(`${PATH} has no line ${BEGIN}`);
  if (process.env['GOLDEN'] === 'write') writeFileSync(PATH, `${page.slice(0, at)}${BEGIN}\n\n${fieldList()}\n`);
  return readFileSync(PATH, 'utf8')
    .slice(at + BEGIN.length)
    .trim();
}

function table(fields: readonly TemplateField[]): string[] {
  return [
    '| поле | что это |',
    '| --- | --- |',
    ...fields.map(({ written, inside, meaning }) => {
      const shown = `\`${written.replace(' … ', '` … `')}\``;
      return `| ${inside === null ? shown : `внутри «${inside}»: ${shown}`} | ${meaning} |`;
    }),
  ];
}
