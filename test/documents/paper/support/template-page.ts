/** The page of `docs/` that lists the fields of templates, written from the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAPER_KINDS, type PaperKind } from '../../../../src/casework/paper/paper.ts';
import { templateNames } from '../../../../src/documents/paper/template-names.ts';
import { say } from '../../../../src/documents/paper/words.ts';

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
  const head = new Set(templateNames('inquiry').map((each) => each.name));
  for (const kind of PAPER_KINDS) {
    const own = new Set(templateNames(kind).map((each) => each.name));
    for (const name of head) if (!own.has(name)) head.delete(name);
  }
  const common = templateNames('inquiry').filter((each) => head.has(each.name));
  return [
    '## Поля всех документов',
    '',
    ...table(common),
    ...PAPER_KINDS.flatMap((kind) => [
      '',
      `## ${TITLES[kind]}`,
      '',
      ...table(templateNames(kind).filter((each) => !head.has(each.name))),
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

function table(names: ReturnType<typeof templateNames>): string[] {
  const row = (shown: string, name: string) => `| ${shown} | ${say(`template.names.${name}`)} |`;
  return [
    '| поле | что это |',
    '| --- | --- |',
    ...names.flatMap((each) => {
      const section = `\`{#${each.name}}\` … \`{/${each.name}}\``;
      if (each.kind === 'value') return [row(`\`{${each.name}}\``, each.name)];
      if (each.kind === 'condition') return [row(section, each.name)];
      return [row(section, each.name), ...each.fields.map((field) => row(`внутри: \`{${field}}\``, field))];
    }),
  ];
}
