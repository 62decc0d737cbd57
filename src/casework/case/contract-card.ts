/** A contract as the talk knows it: dates, what is asked of the recipient, what the office owes, what was decided last. */
import { contractCalendar, type ContractCalendar } from '../../engine/contract-calendar.ts';
import type { Day } from '../../engine/day.ts';
import type { AskLine, ContractCard, DutyLine } from '../../dialogs/view.ts';
import type { Deps } from '../deps.ts';
import type { Contract, Staff, Stores, StoredAsk, StoredDuty, Submission } from '../ports.ts';
import { householdOf, termOf } from './contract-term.ts';
import { lawOf } from './plan-contract.ts';
import { acceptedItem } from './submission-figures.ts';

/** The card as of `today`, the day in the office's zone. */
export async function contractCard(
  deps: Pick<Deps, 'laws'>,
  stores: Stores,
  contract: Contract,
  today: Day,
): Promise<ContractCard> {
  const office = await stores.offices.find(contract.officeId);
  const specialist = await stores.offices.findStaff(contract.specialistId);
  const asks = await stores.duties.asksOf(contract.id);
  const duties = await stores.duties.ofContract(contract.id);
  const submissions = await stores.submissions.ofContract(contract.id);
  const calendar = calendarOfContract(deps, contract);
  return {
    id: contract.id,
    number: contract.number,
    recipientName: contract.recipientName,
    region: contract.region,
    municipality: contract.municipality,
    officeId: contract.officeId,
    officeName: office?.name ?? '',
    track: contract.track,
    startsOn: contract.startsOn,
    agreedEndsOn: contract.agreedEndsOn,
    endsOn: calendar.endsOn,
    calendar,
    asks: asks.map((ask) => askLine(ask, today)),
    duties: duties.map((duty) => dutyLine(duty, contract, specialist)),
    specialist: specialist ? { name: specialist.name, phone: specialist.phone ?? office?.phone ?? null } : null,
    measures: contract.measures.map(({ name, status, dueOn }) => ({ name, status, dueOn })),
    householdCounted: householdOf(contract.household, today).counted.length,
    perCapitaIncomeBefore: contract.perCapitaIncomeBefore,
    joined: contract.personId !== null,
    remindersPausedUntil: contract.remindersPausedUntil,
    lastAccepted: lastAccepted(submissions),
    lastDecision: lastDecision(submissions),
  };
}

/** The calendar of a stored contract; a term that was valid when stored and is not any more is a bug. */
export function calendarOfContract(deps: Pick<Deps, 'laws'>, contract: Contract): ContractCalendar {
  const outcome = contractCalendar(lawOf(deps, contract.region), termOf(contract));
  if (!outcome.ok) throw new Error(`stored contract ${contract.id} has an impossible term`);
  return outcome.value;
}

/** A stored duty with the names a list needs. */
export function dutyLine(duty: StoredDuty, contract: Contract, specialist: Staff | null): DutyLine {
  const { done, ...plain } = duty;
  return {
    ...plain,
    contractNumber: contract.number,
    recipientName: contract.recipientName,
    specialistName: specialist?.name ?? '',
    done: done !== null,
  };
}

function askLine(ask: StoredAsk, today: Day): AskLine {
  const { askId: _askId, contractId: _contractId, state, ...plain } = ask;
  return { ...plain, state: state === 'open' && today < ask.askFrom ? 'not-open' : state };
}

function lastAccepted(submissions: readonly Submission[]): ContractCard['lastAccepted'] {
  const newestFirst = [...submissions].sort((left, right) => (left.month < right.month ? 1 : -1));
  for (const submission of newestFirst) {
    const fact = acceptedItem(submission, 'fact')?.answers.fact?.state ?? null;
    const answers = acceptedItem(submission, 'income')?.answers;
    if (fact === null && !answers) continue;
    const income = answers?.income;
    const household = answers?.household;
    return {
      month: submission.month,
      fact,
      incomeItems: income === 'none' ? [] : typeof income === 'object' ? (income?.items ?? null) : null,
      household: typeof household === 'object' ? (household?.amount ?? null) : null,
    };
  }
  return null;
}

function lastDecision(submissions: readonly Submission[]): ContractCard['lastDecision'] {
  const decided = submissions.flatMap(({ month, revisions }) =>
    revisions.flatMap(({ decision }) => (decision ? [{ month, decision }] : [])),
  );
  const last = decided.sort((left, right) => (left.decision.at < right.decision.at ? 1 : -1))[0];
  if (!last) return null;
  const { on, what, reason, words } = last.decision;
  return { month: last.month, on, what, reason, words };
}
