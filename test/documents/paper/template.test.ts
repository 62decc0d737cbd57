import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PAPER_KINDS, type PaperKind } from '../../../src/casework/paper/paper.ts';
import { checkTemplate } from '../../../src/documents/paper/check-template.ts';
import { fillTemplate } from '../../../src/documents/paper/fill-template.ts';
import { templateFields } from '../../../src/documents/paper/template-fields.ts';
import { templateNames } from '../../../src/documents/paper/template-names.ts';
import { templateValues } from '../../../src/documents/paper/template-values.ts';
import { type OfficeTemplate, officeTemplate } from './support/office-template.ts';
import { readPaperText } from './support/read-paper-text.ts';
import { conclusion, decision, inquiry, LONG, monitoring, report } from './support/sample-papers.ts';
import { SITUATIONS } from './support/situations.ts';
import { fieldList, listedFields } from './support/template-page.ts';

const SAMPLES = { conclusion, report, monitoring, decision, inquiry };

async function faultsOf(kind: PaperKind, template: OfficeTemplate): Promise<string[]> {
  const checked = checkTemplate(kind, await officeTemplate(template));
  return checked.ok ? [] : checked.faults.map(({ path, problem, remedy }) => `${path} :: ${problem} ${remedy}`);
}

describe('a template is looked through when it is put in', () => {
  const mistakes: readonly (readonly [string, OfficeTemplate, readonly string[]])[] = [
    [
      'a misspelt name, in the header',
      { lines: ['{получатель}'], header: 'Отдел {учрежденее}' },
      [
        'верхний колонтитул, рядом с «Отдел {учрежденее}» :: Поля {учрежденее} нет для этого документа. Возможно, это {учреждение}.',
      ],
    ],
    [
      'a name of another paper, in the footer',
      { lines: ['{получатель}'], footer: 'Ответить до {ответ_до}' },
      [
        'нижний колонтитул, рядом с «Ответить до {ответ_до}» :: Поля {ответ_до} нет для этого документа. Проверьте название по списку полей.',
      ],
    ],
    ['a name with capitals and a space', { lines: ['{Номер контракта}'] }, ['Возможно, это {номер_контракта}']],
    [
      'a brace that is not closed',
      { lines: ['Гражданин {получатель и дата {дата_начала}'] },
      ['документ, рядом с «Гражданин {получатель и дата {дата_начала}» :: Скобка { не закрыта'],
    ],
    [
      'a brace that is not opened',
      { lines: ['{получатель}', 'Дата дата_начала} контракта'] },
      ['рядом с «Дата дата_начала} контракта» :: Скобка } не открыта'],
    ],
    [
      'a section that is not closed',
      { lines: ['{#проект}Черновик'] },
      ['Участок {#проект} не закрыт. Поставьте {/проект}'],
    ],
    ['a section that is not opened', { lines: ['Черновик{/проект}'] }, ['Участок {/проект} не открыт']],
    [
      'sections that cross',
      { lines: ['{#проект}{#исход_1}да{/проект}{/исход_1}'] },
      ['Открыт один участок, а закрыт другой'],
    ],
    [
      'a field of a list outside it',
      { lines: ['{отметка} {получатель}'] },
      ['Поле {отметка} бывает только внутри {#мероприятия} … {/мероприятия}'],
    ],
    ['a list without a section', { lines: ['{мероприятия}'] }, ['Поле {мероприятия} открывает участок']],
    ['a value as a section', { lines: ['{#получатель}да{/получатель}'] }, ['Поле {получатель} – просто значение']],
    ['raw XML', { lines: ['{@получатель}'] }, ['Поля {@получатель} нет']],
    ['no field at all', { lines: ['Заключение'] }, ['весь файл :: В шаблоне нет ни одного поля']],
  ];
  it.each(mistakes)('%s', async (_, template, expected) => {
    const faults = await faultsOf('conclusion', template);
    for (const part of expected) expect(faults.join('\n')).toContain(part);
    expect(faults.join('\n')).not.toMatch(/undefined|\[object|forms:/);
  });

  it('names all mistakes at once, each with its place', async () => {
    const faults = await faultsOf('conclusion', {
      header: '{учрежденее}',
      lines: ['Гражданин {получательь}', 'Конец {#проект}'],
      footer: 'лист {страница}',
    });
    expect(faults).toHaveLength(4);
  });

  it('quotes only the text around, however long the paragraph', async () => {
    const [fault = ''] = await faultsOf('report', { lines: [`${'слово '.repeat(200)}{фио}${' ещё'.repeat(200)}`] });
    expect(fault.length).toBeLessThan(200);
    expect(fault).toMatch(/«….*\{фио\}.*…»/);
  });

  const bad: readonly (readonly [string, Uint8Array, string])[] = [
    ['no bytes', new Uint8Array(), 'не документ Word'],
    ['an old .doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'не документ Word'],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'не документ Word'],
    ['a torn file', zipSync({ 'word/document.xml': strToU8('<w:document>') }).subarray(0, 40), 'не документ Word'],
    ['macros', zipSync({ 'word/vbaProject.bin': strToU8('x') }), 'макросы'],
    ['too many bytes', new Uint8Array(6 * 1024 * 1024), 'слишком большой: 6 МБ, можно до 5 МБ'],
    [
      'a small file that unpacks to a huge one',
      zipSync({ 'word/media/a.bin': new Uint8Array(60 * 1024 * 1024) }),
      'можно до 40 МБ',
    ],
  ];
  it.each(bad)('refuses %s', (_, bytes, problem) => {
    const checked = checkTemplate('report', bytes);
    expect(checked.ok ? '' : checked.faults.map((each) => each.problem).join()).toContain(problem);
  });
});

describe('a good template', () => {
  it.each(PAPER_KINDS)('of kind %s may use every field of its list, and each is filled', async (kind) => {
    const lines = templateNames(kind).map((each) =>
      each.kind === 'value'
        ? `${each.name}: {${each.name}}`
        : `{#${each.name}}${each.kind === 'list' ? each.fields.map((field) => `{${field}} `).join('') : 'да'}{/${each.name}}`,
    );
    const template = await officeTemplate({ lines });
    const checked = checkTemplate(kind, template);
    expect(checked).toMatchObject({ ok: true });
    for (const { paper } of SITUATIONS[kind]) {
      const text = readPaperText(await fillTemplate(kind, template, paper));
      expect(text).toContain(`получатель: ${paper.recipientName}`);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    }
  });

  it('tells its placeholders once each, in reading order', async () => {
    const checked = checkTemplate(
      'conclusion',
      await officeTemplate({
        lines: ['{получатель} {#мероприятия}{название}{/мероприятия} {получатель}'],
        header: '{учреждение}',
      }),
    );
    expect(checked).toEqual({
      ok: true,
      value: { placeholders: ['получатель', 'мероприятия', 'название', 'учреждение'] },
    });
  });

  it('repeats a row of its table, fills header and footer, keeps signs and line breaks', async () => {
    const template = await officeTemplate({
      lines: ['{получатель}', '{исход}'],
      header: '{учреждение}',
      footer: '{специалист}',
      row: ['{#мероприятия}{название}', '{отметка}{/мероприятия}'],
    });
    const paper = conclusion({
      ...LONG,
      measures: [
        { name: 'Шаг <1> & «2»', status: 'done' },
        { name: 'Шаг\nдва', status: 'not-done' },
      ],
    });
    const file = await fillTemplate('conclusion', template, paper);
    expect(readPaperText(file)).toContain(`${paper.recipientName}\n`);
    expect(readPaperText(file)).toContain('Шаг <1> & «2» | выполнено\nШаг два | не выполнено');
    expect(readPaperText(file, 'word/header1.xml')).toBe(paper.officeName);
    expect(readPaperText(file, 'word/footer1.xml')).toBe(paper.specialist.name);
  });

  it('leaves a line for what is not known, never a zero or an empty place', async () => {
    const template = await officeTemplate({ lines: ['доход {среднедушевой_доход_до}', 'дата {дата_документа}'] });
    const before = { on: null, averageMonthlyIncome: null, familyMinimum: null, perCapitaIncome: null };
    const text = readPaperText(await fillTemplate('report', template, report({ before, preparedOn: null })));
    expect(text).toBe('доход ____________\nдата ____________');
  });

  it('carries the mark of a draft and of a revision even where it has no place for them', async () => {
    const plain = await officeTemplate({ lines: ['{получатель}'] });
    const marked = await officeTemplate({
      lines: ['{#проект}Черновик{/проект}{^проект}Утверждено{/проект} {редакция}'],
    });
    const draft = conclusion({ draft: true, revision: 2 });
    expect(readPaperText(await fillTemplate('conclusion', plain, draft))).toMatch(
      /^ПРОЕКТ\nРедакция 2, взамен предыдущей\nИванова/,
    );
    expect(readPaperText(await fillTemplate('conclusion', plain, conclusion()))).toBe('Иванова Мария Петровна');
    expect(readPaperText(await fillTemplate('conclusion', marked, draft))).toBe('Черновик 2');
    expect(readPaperText(await fillTemplate('conclusion', marked, conclusion()))).toBe('Утверждено 1');
  });

  it('is not filled with a paper of another kind', async () => {
    await expect(
      fillTemplate('report', await officeTemplate({ lines: ['{получатель}'] }), conclusion()),
    ).rejects.toThrow('kind');
  });
});

describe('the list of fields', () => {
  it.each(PAPER_KINDS)('of kind %s is what a paper is filled with', (kind) => {
    const names = templateNames(kind).map((each) => each.name);
    expect(Object.keys(templateValues(SAMPLES[kind]())).toSorted()).toEqual(names.toSorted());
  });

  it('has a meaning for every name, and docs/templates.md shows it', () => {
    for (const kind of PAPER_KINDS) for (const { meaning } of templateFields(kind)) expect(meaning).not.toBe('');
    expect(listedFields()).toBe(fieldList());
  });
});
