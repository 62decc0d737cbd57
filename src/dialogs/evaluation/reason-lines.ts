/** Reasons and assumptions of the engine in words, with their facts. */
import { parseDay, parseMonth } from '../../engine/day.ts';
import { parseMoney } from '../../engine/money.ts';
import type { Assumption, Reason } from '../../engine/outcome.ts';
import type { Fact, Text } from '../../texts/text.ts';
import { evaluationText } from './wording.ts';

/** Which list of reasons a code is of: those of forms 1, 2 and 3. */
export type ReasonsOf = 'conclusion' | 'report' | 'decision';

/** Said to the one who signs only where they change what to look at; the rest stands in the papers of the case. */
const LEFT_OUT: readonly string[] = ['repeat-interval-unknown', 'minimum-row'];

/** "Because: income rose and is above the minimum, result reached"; nothing where there are no reasons. */
export function reasonTexts(of: ReasonsOf, reasons: readonly Reason[]): readonly Text[] {
  if (reasons.length === 0) return [];
  return [evaluationText('because', { reasons: { list: reasons.map((reason) => reasonText(of, reason)) } })];
}

/** Each assumption on a line. */
export function assumptionLines(assumptions: readonly Assumption[]): readonly Text[] {
  return assumptions
    .filter(({ code }) => !LEFT_OUT.includes(code))
    .map((each) =>
      evaluationText('bullet', { text: { text: { key: `law-words:assumption.${each.code}`, facts: factsOf(each) } } }),
    );
}

function reasonText(of: ReasonsOf, reason: Reason): Text {
  const facts = factsOf(reason);
  switch (of) {
    case 'conclusion':
      return { key: `law-words:conclusion-reason.${reason.code}`, facts };
    case 'report':
      return { key: `law-words:report-reason.${reason.code}`, facts };
    case 'decision':
      return { key: `law-words:decision-reason.${reason.code}`, facts };
  }
}

/** Facts as the words write them: days, months and amounts in the reader's way, lists by commas; what has no words is left out. */
function factsOf(from: Reason | Assumption): { readonly [name: string]: Fact } {
  return Object.fromEntries(
    Object.entries(from).flatMap(([name, value]): [string, Fact][] => {
      const fact = name === 'code' ? null : factOf(value);
      return fact === null ? [] : [[name, fact]];
    }),
  );
}

function factOf(value: unknown): Fact | null {
  if (Array.isArray(value)) return listOf(value);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const [amount, day, month] = [parseMoney(value), parseDay(value), parseMonth(value)];
  if (amount !== null) return { money: amount };
  if (day !== null) return { day };
  return month === null ? value : { month };
}

/** Numbers of records, months that differ; months may come with their figures. */
function listOf(values: readonly unknown[]): Fact {
  const months = values.map((value) =>
    parseMonth(typeof value === 'object' && value !== null && 'month' in value ? value.month : value),
  );
  const texts = values.map((value, at) => {
    const month = months[at] ?? null;
    return month === null
      ? evaluationText('plain', { value: String(value) })
      : evaluationText('month', { month: { month } });
  });
  return { list: texts };
}
