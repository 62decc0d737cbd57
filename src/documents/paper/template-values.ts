/** What the fields of an office's template are filled with: ready words, formatted as our own forms format them. */
import type {
  ConclusionPaper,
  DecisionPaper,
  InquiryPaper,
  MonitoringPaper,
  Paper,
  PaperHead,
  ReportPaper,
} from '../../casework/paper/paper.ts';
import type { Money } from '../../engine/money.ts';
import type { Piece } from './block.ts';
import { outcomePieces } from './conclusion.ts';
import { windowsOf } from './decision.ts';
import { factPieces, hardshipFact } from './fact.ts';
import { hardshipWords, methodPieces, windowOfRecord } from './monitoring.ts';
import { incomePieces, reportRemarks } from './report.ts';
import { amountWords, dayOrNull, dayWords, monthWords, regionWords, say, windowWords } from './words.ts';

/** A value (null: a line to write on), a condition, or the lines of a list. */
export type TemplateValue = string | null | boolean | readonly Readonly<Record<string, string | null>>[];

/** Values by the names of `templateNames(paper.kind)`. */
export function templateValues(paper: Paper): Readonly<Record<string, TemplateValue>> {
  return { ...headValues(paper), ...ownValues(paper) };
}

/** Pieces as plain text, for places where nothing can be underlined or ticked. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('blank' in piece) return '_'.repeat(piece.blank);
      return 'box' in piece ? piece.box : 'bold' in piece ? piece.bold : piece.underlined;
    })
    .join('');
}

function headValues(paper: PaperHead): Readonly<Record<string, TemplateValue>> {
  return {
    регион: regionWords(paper.region).name,
    учреждение: paper.officeName,
    номер_контракта: paper.contractNumber,
    получатель: paper.recipientName,
    мероприятие: say(`track.${paper.track}`),
    дата_начала: dayWords(paper.startsOn),
    дата_окончания: dayWords(paper.endsOn),
    дата_документа: dayOrNull(paper.preparedOn),
    специалист: orLine(paper.specialist.name),
    должность_специалиста: orLine(paper.specialist.position),
    начальник: orLine(paper.head.name),
    должность_начальника: orLine(paper.head.position),
    редакция: String(paper.revision),
    проект: paper.draft,
  };
}

function ownValues(paper: Paper): Readonly<Record<string, TemplateValue>> {
  switch (paper.kind) {
    case 'conclusion':
      return conclusionValues(paper);
    case 'report':
      return reportValues(paper);
    case 'monitoring':
      return monitoringValues(paper);
    case 'decision':
      return decisionValues(paper);
    case 'inquiry':
      return inquiryValues(paper);
  }
}

function conclusionValues(paper: ConclusionPaper): Readonly<Record<string, TemplateValue>> {
  return {
    мероприятия: paper.measures.map(({ name, status }) => ({ название: name, отметка: say(`conclusion.${status}`) })),
    исход: plainText(outcomePieces(paper)),
    номер_исхода: String(paper.outcome),
    причина: orLine(paper.cause),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [`исход_${number}`, number === paper.outcome])),
  };
}

function reportValues(paper: ReportPaper): Readonly<Record<string, TemplateValue>> {
  const { before, after } = paper;
  const result = paper.result === 'partly' ? 'result-partly' : paper.result;
  return {
    дата_до: dayOrNull(before.on),
    среднемесячный_доход_до: amount(before.averageMonthlyIncome),
    минимум_семьи_до: amount(before.familyMinimum),
    среднедушевой_доход_до: amount(before.perCapitaIncome),
    дата_после: dayOrNull(after.on),
    среднемесячный_доход_после: amount(after.averageMonthlyIncome),
    минимум_семьи_после: amount(after.familyMinimum),
    среднедушевой_доход_после: amount(after.perCapitaIncome),
    минимум_на_душу: amount(after.perCapitaMinimum),
    нужен_доход_от_дела: paper.track === 'business' || paper.track === 'household-farm',
    доход_от_дела: amount(paper.business?.total ?? null),
    среднемесячный_доход_от_дела: amount(paper.business?.monthlyAverage ?? null),
    условия_жизни: orLine(paper.livingConditions),
    изменение_дохода: plainText(incomePieces(paper)).replace(/;$/, ''),
    изменение_условий: paper.conditions === 'same' ? null : say(`report.${paper.conditions}`),
    результат: say(`report.${result}`),
    вывод: say(`report.${paper.verdict}`),
    примечания: reportRemarks(paper).join('\n'),
    эффективен: paper.verdict === 'effective',
    неэффективен: paper.verdict === 'ineffective',
  };
}

function monitoringValues(paper: MonitoringPaper): Readonly<Record<string, TemplateValue>> {
  const numbers = windowOfRecord(paper.number);
  const payer = paper.registeredAs === 'self-employed' ? 'payer' : 'entrepreneur';
  return {
    номер_месяца: String(paper.number),
    месяц_мониторинга: say(`ordinal.${paper.number}`),
    месяц: paper.month === null ? null : monthWords(paper.month),
    дата_проверки: dayWords(paper.checkedOn),
    проверенный_факт: checkedFact(paper),
    факт: paper.fact === null ? null : say(`monitoring.${paper.fact}`),
    способ: plainText(methodPieces(paper.confirmedBy, paper.paper)),
    документ: orLine(paper.paper),
    регистрация: paper.registeredAs === null ? null : say(`fact.${payer}`),
    условия: paper.conditions === null ? null : say(`fact.${paper.conditions}`),
    трудная_ситуация: paper.hardship === null ? null : hardshipWords()[paper.hardship],
    тжс: paper.track === 'hardship',
    есть_период: numbers !== null,
    период: numbers === null ? null : windowWords(numbers),
    доход_гражданина: numbers === null ? null : amount(paper.window?.ownIncome ?? null),
    среднедушевой_доход: numbers === null ? null : amount(paper.window?.perCapitaIncome ?? null),
  };
}

function decisionValues(paper: DecisionPaper): Readonly<Record<string, TemplateValue>> {
  return {
    проверенный_факт: checkedFact(paper),
    подтверждено_месяцев: say('months', { count: paper.confirmedMonths }),
    месяцев_улучшения: paper.betterMonths === null ? null : say('months', { count: paper.betterMonths }),
    месяцев_ухудшения: paper.worseMonths === null ? null : say('months', { count: paper.worseMonths }),
    тжс: paper.track === 'hardship',
    периоды: windowsOf(paper).map((each) => ({
      период: windowWords(each.numbers),
      доход_гражданина: amount(each.ownIncome),
      среднедушевой_доход: amount(each.perCapitaIncome),
    })),
    отчет_был: paper.report !== null,
    дата_отчета: paper.report === null ? null : dayWords(paper.report.on),
    вывод_отчета: paper.report === null ? null : say(`decision.${paper.report.verdict}`),
    решение: say(`decision.${paper.decision}`),
    целесообразно: paper.decision === 'advisable',
    нецелесообразно: paper.decision === 'not-advisable',
    меры_поддержки: paper.decision === 'advisable' ? [] : paper.otherSupport.map((мера) => ({ мера })),
  };
}

function inquiryValues(paper: InquiryPaper): Readonly<Record<string, TemplateValue>> {
  return {
    адресат: paper.addressee,
    месяц: monthWords(paper.month),
    дата_запроса: dayWords(paper.sentOn),
    ответ_до: dayWords(paper.answerBy),
    работодателю: paper.to === 'employer',
    налоговой_службе: paper.to === 'tax-service',
  };
}

function checkedFact(paper: MonitoringPaper | DecisionPaper): string {
  return plainText(paper.track === 'hardship' ? hardshipFact([say('fact.either')]) : factPieces(paper.track));
}

function amount(of: Money | null): string | null {
  return of === null ? null : amountWords(of);
}

function orLine(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}
