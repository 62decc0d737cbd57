/** Form 4 from a kept record, with the figures of its window where they are known. */
import type { PaperWarning } from '../../../dialogs/paper-card.ts';
import type { WindowLine } from '../../../dialogs/evaluation-card.ts';
import type { Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import type { MonitoringPaper } from '../../paper/paper.ts';
import type { StoredDuty, StoredRecord } from '../../ports.ts';
import type { HeldDuty } from '../case/held.ts';
import { printedWindow } from '../figures/window-figures.ts';
import type { Draft } from '../paper/keep-draft.ts';
import type { KeptOutcome } from '../paper/kept-outcome.ts';
import { paperHead } from '../paper/paper-head.ts';
import type { KeptWindow } from './decision-figures.ts';
import { evidenceOf, windowEndingWith, windowKey } from './monitoring-card.ts';

/** The draft of a record. `held` is the duty of the record itself. Throws on a record without an answer: no form is printed of it. */
export async function recordDraft(turn: Turn, held: HeldDuty, record: StoredRecord): Promise<Draft> {
  const { contract, duty, staff } = held;
  const window = await windowEndingWith(turn, contract, record.number);
  const printed = window && printedWindow(window);
  const head = await paperHead(turn, contract, staff, turn.actor.today);
  const { endsOn } = calendarOfContract(turn.deps, contract);
  const value = {
    kind: 'monitoring',
    number: record.number,
    month: record.month,
    ...answersOf(record),
    paper: await paperOf(turn, held, record),
    window: printed,
  } as const;
  const inputs: KeptWindow & { record: StoredRecord } = { record, window: printed ? window : null };
  return {
    contractId: contract.id,
    officeId: contract.officeId,
    key: duty.key,
    answers: printed ? [duty.key, windowKey(printed.numbers, endsOn)] : [duty.key],
    value: (revision) => ({ ...head, revision, ...value }),
    inputs,
    outcome: keptOf(turn, duty, window, printed !== null),
    proposed: null,
    whyAgainst: null,
  };
}

function answersOf(
  record: StoredRecord,
): Pick<MonitoringPaper, 'checkedOn' | 'confirmedBy' | 'fact' | 'registeredAs' | 'conditions' | 'hardship'> {
  const { fact, conditions, confirmedBy, checkedOn, registeredAs, hardship } = record;
  if (fact === 'no-answer' || conditions === 'no-answer' || confirmedBy === null)
    throw new Error(`record ${record.key} has no answer: nothing may be printed of it`);
  return { checkedOn, confirmedBy, fact, registeredAs, conditions, hardship };
}

/** A record by a survey carries what the newest survey of its month found, after the words of the record. */
async function paperOf(turn: Turn, { contract, duty }: HeldDuty, record: StoredRecord): Promise<string | null> {
  const { paperWords, confirmedBy } = record;
  if (confirmedBy !== 'home-survey') return paperWords;
  const { surveys } = await evidenceOf(turn, contract, duty);
  const findings = surveys.at(-1)?.findings ?? null;
  if (findings === null || paperWords?.includes(findings)) return paperWords;
  return paperWords === null ? findings : `${paperWords}\n${findings}`;
}

function keptOf({ actor }: Turn, duty: StoredDuty, window: WindowLine | null, isPrinted: boolean): KeptOutcome {
  const warnings: PaperWarning[] = [];
  if (window && !isPrinted) warnings.push({ code: 'window-to-come', numbers: window.numbers });
  if (actor.today > duty.dueOn) warnings.push({ code: 'after-its-day', dueOn: duty.dueOn });
  return { result: window, reasons: [], assumptions: [], warnings };
}
