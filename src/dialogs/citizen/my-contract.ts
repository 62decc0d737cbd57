import type { Day } from '../../engine/day.ts';
import { type Stage, stageOf } from '../../engine/stage.ts';
import type { Text } from '../../texts/text.ts';
import type { Dialog, Option, Reply } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import type { ContractCard, View } from '../view.ts';
import { askedMonths, monthArgument } from './asked-months.ts';
import { specialistText } from './help.ts';
import { citizenText, lawWord, linesText } from './wording.ts';

/** Where the contract stands, what comes next, what is missing, what was decided last and why, and who leads it. */
export const MY_CONTRACT: Dialog = {
  id: 'my-contract',
  version: 1,
  audience: 'recipient',
  content: 'personal',
  open: ({ argument, view, today }) => {
    const contract = view.contracts.find(({ id }) => id === argument) ?? view.contracts[0];
    return contract ? { kind: 'say', replies: [card(contract, view, today)] } : { kind: 'go', to: 'menu' };
  },
};

function card(contract: ContractCard, view: View, today: Day): Reply {
  const stage = stageOf(contract.calendar, today);
  return {
    texts: [
      head(contract, stage),
      missing(contract, today),
      ...next(contract, today),
      ...measures(contract),
      ...decision(contract),
      ...(contract.specialist ? [specialistText(contract.specialist)] : []),
    ],
    options: [
      ...confirmRow(contract),
      ...otherRows(contract, view),
      [goOption(citizenText('go.sent-months'), 'sent-month'), menuOption()],
    ],
    content: 'personal',
  };
}

function head(contract: ContractCard, stage: Stage): Text {
  const facts = { number: contract.number, track: { text: lawWord(`track.${contract.track}`) } };
  const days = { from: { day: contract.startsOn }, to: { day: contract.endsOn } };
  const extended = contract.endsOn > contract.agreedEndsOn;
  return linesText([
    citizenText('contract.title', facts),
    citizenText(extended ? 'contract.days-extended' : 'contract.days', days),
    citizenText('contract.stage', { stage: { text: lawWord(`stage.${stage}`) } }),
  ]);
}

function missing(contract: ContractCard, today: Day): Text {
  const months = askedMonths([contract]);
  if (months.length === 0) return citizenText('contract.nothing-missing');
  const lines = months.map((month) => {
    const facts = { month: { month: month.month }, day: { day: month.citizenDay } };
    if (month.returned) return citizenText('menu.returned-line', facts);
    return citizenText(month.citizenDay < today ? 'menu.asked-late' : 'menu.asked-line', facts);
  });
  return linesText([citizenText('contract.missing'), ...lines]);
}

/** The next thing that will be asked, and the next step of the office. */
function next({ asks, calendar }: ContractCard, today: Day): Text[] {
  const coming = asks
    .filter(({ state, askFrom }) => state === 'not-open' && askFrom > today)
    .sort((left, right) => (left.askFrom < right.askFrom ? -1 : 1))[0];
  const lines: Text[] = coming
    ? [citizenText('contract.next-ask', { day: { day: coming.askFrom }, month: { month: coming.month } })]
    : [];
  const { report, decision: decides, conclusion } = calendar;
  const before = (day: Day | undefined): day is Day => day !== undefined && today <= day;
  if (before(conclusion?.dueOn))
    lines.push(citizenText('contract.next-conclusion', { day: { day: conclusion?.dueOn ?? today } }));
  else if (before(report?.dueOn) && report)
    lines.push(citizenText('contract.next-report', { from: { day: report.opensOn }, to: { day: report.dueOn } }));
  else if (before(decides?.dueOn) && decides)
    lines.push(citizenText('contract.next-decision', { from: { day: decides.opensOn }, to: { day: decides.dueOn } }));
  return lines.length === 0 ? [] : [linesText([citizenText('contract.next'), ...lines])];
}

function measures({ measures: list }: ContractCard): Text[] {
  if (list.length === 0) return [];
  const lines = list.map(({ name, status, dueOn }) => {
    const facts = { name, status: { text: lawWord(`measure-status.${status}`) } };
    return dueOn === null || status === 'done'
      ? citizenText('contract.measure', facts)
      : citizenText('contract.measure-by', { ...facts, day: { day: dueOn } });
  });
  return [linesText([citizenText('contract.measures'), ...lines])];
}

function decision({ lastDecision }: ContractCard): Text[] {
  if (lastDecision === null) return [];
  const { what, month, on, reason, words } = lastDecision;
  return [
    linesText([
      citizenText(`contract.${what}`, { month: { month }, day: { day: on } }),
      ...(reason === null
        ? []
        : [citizenText('month.returned', { reason: { text: lawWord(`return-reason.${reason}`) } })]),
      ...(words === null ? [] : [citizenText('month.returned-words', { words })]),
    ]),
  ];
}

function confirmRow(contract: ContractCard): Option[][] {
  const [first] = askedMonths([contract]);
  if (!first) return [];
  const label = citizenText(first.returned ? 'go.mend' : 'go.confirm', { month: { month: first.month } });
  return [[goOption(label, 'confirm-month', monthArgument(first))]];
}

function otherRows(contract: ContractCard, { contracts }: View): Option[][] {
  return contracts
    .filter(({ id }) => id !== contract.id)
    .map(({ id, number }): Option[] => [goOption(citizenText('contract.other', { number }), 'my-contract', id)]);
}
