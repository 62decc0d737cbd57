/** Income of the family at application, as the file has it; unknown stays unknown and is never zero. */
import type { Day } from '../../engine/day.ts';
import { inForce } from '../../engine/in-force.ts';
import type { Law, Track } from '../../engine/law.ts';
import { type Money, parseMoney } from '../../engine/money.ts';
import type { Choice, Json, Question } from '../dialog.ts';
import { readMoney } from '../read/read-money.ts';
import { staffText } from './wording.ts';

const UNKNOWN = 'unknown';
const NO_TEST = 'no-test';

/** Per-capita income: an amount, "not known", or "not tested" where the law has a track without an income test. */
export function perCapitaQuestion(law: Law, track: Track, startsOn: Day): Question {
  const untested = inForce(law.noIncomeTest, startsOn)?.value?.track === track;
  const choices: Choice[] = [{ id: UNKNOWN, label: staffText('new-contract.income-before.unknown') }];
  if (untested) choices.push({ id: NO_TEST, label: staffText('new-contract.income-before.no-test') });
  return {
    id: 'income-before',
    ask: [staffText('new-contract.income-before.ask')],
    choices: choices.map((choice) => [choice]),
    read: (input) => (input.kind === 'choice' ? { kind: 'answered', value: input.id } : readMoney(input)),
    line: (value) => {
      const amount = moneyOf(value);
      if (amount !== null) return staffText('new-contract.income-before.line', { amount: { money: amount } });
      const kind = value === NO_TEST && untested ? 'line-no-test' : 'line-unknown';
      return staffText(`new-contract.income-before.${kind}`);
    },
  };
}

/** Average monthly income of the family: may be skipped. */
export function averageIncomeQuestion(): Question {
  return {
    id: 'average-before',
    ask: [staffText('new-contract.average-before.ask')],
    read: (input) => readMoney(input),
    skip: null,
    line: (value) => {
      const amount = moneyOf(value);
      return amount === null ? null : staffText('new-contract.average-before.line', { amount: { money: amount } });
    },
  };
}

/** The amount of an answer; null for "not known", "not tested" and skipped. */
export function moneyOf(value: Json | undefined): Money | null {
  return parseMoney(value);
}
