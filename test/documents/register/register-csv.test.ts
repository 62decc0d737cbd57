import { describe, expect, test } from 'vitest';
import { writeRegisterCsv } from '../../../src/documents/register/register-csv.ts';
import { roubles } from '../../../src/engine/money.ts';
import { TEXTS } from '../../support/texts.ts';
import { HOSTILE, registerOf, row, rows } from './register-sample.ts';

async function written(list: ReturnType<typeof rows>): Promise<string> {
  const bytes = await writeRegisterCsv(registerOf(list), TEXTS);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
}

describe('the register as plain text', () => {
  test('has headings, then a line for each report, as Russian Excel reads it', async () => {
    const text = await written([
      row(0, { perCapitaIncomeBefore: null, perCapitaIncomeAfter: roubles('1234567.80'), officeName: 'ОСЗН' }),
    ]);
    expect(text.split('\r\n')).toEqual([
      '№;Отдел;Номер контракта;Получатель;Мероприятие;Начало контракта;Окончание контракта;Дата отчёта;Среднедушевой доход до контракта;Среднедушевой доход после контракта;Прожиточный минимум на душу населения;Что стало с доходом;Условия жизни;Конечный результат;Оценка',
      '1;ОСЗН;100/2025;Иванова-Константинопольская Анна 0;поиск работы;01.12.2025;31.08.2026;01.01.2027;;1234567,80;18900,00;вырос, выше минимума;улучшились;достигнут;неэффективно',
      '',
    ]);
  });

  test.each(HOSTILE)('%s begins no formula and breaks no line', async (name) => {
    const text = await written([row(0, { recipientName: name, contractNumber: '1' })]);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(3);
    const field = (lines[1] ?? '').split(';1;')[1] ?? '';
    expect(field).not.toMatch(/^"?[=+\-@\t\r]/);
    expect(text).not.toMatch(/(?<!\r)\n/);
  });

  test('says that it is empty', async () => {
    expect((await written([])).split('\r\n').slice(1)).toEqual(['За этот месяц отчётов нет: январь 2027.', '']);
  });

  test('has as many lines as reports', async () => {
    expect((await written(rows(5_000))).split('\r\n')).toHaveLength(5_002);
  });
});
