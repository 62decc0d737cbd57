/** A contract ends on another day: the old days stay as they were kept, the new ones stand in their place, and what moved is told. */
import { citizenAsks } from '../../../engine/citizen-asks.ts';
import { type ContractCalendar, contractCalendar } from '../../../engine/contract-calendar.ts';
import type { Day } from '../../../engine/day.ts';
import { officeDuties } from '../../../engine/duties.ts';
import type { Fault } from '../../../engine/outcome.ts';
import type { MovedDate } from '../../../dialogs/evaluation-card.ts';
import type { Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import { termOf } from '../../case/contract-term.ts';
import { lawOf, planContract } from '../../case/plan-contract.ts';
import type { Contract, DateChange } from '../../ports.ts';

/** What may change of the term. */
export type TermChange = Partial<
  Pick<Contract, 'extendedTo' | 'extensionAskedOn' | 'stoppedOn' | 'stoppedUnderPoint49'>
>;

/** What came of it. */
export interface Moved {
  readonly endsOn: Day;
  readonly moved: readonly MovedDate[];
  /** Asks of the recipient that fell away. */
  readonly excused: number;
}

/** Faults of the term as it would be; empty where it may be so. */
export function termFaultsOf({ deps }: Turn, contract: Contract, change: TermChange): readonly Fault[] {
  const outcome = contractCalendar(lawOf(deps, contract.region), termOf({ ...contract, ...change }));
  return outcome.ok ? [] : outcome.faults;
}

/** Keeps the change and its reason, excuses asks that fall away, plans anew, and sets aside papers nobody signed of duties that are gone. */
export async function moveDates(
  turn: Turn,
  contract: Contract,
  change: TermChange,
  kept: Pick<DateChange, 'kind' | 'endsOn' | 'reason'>,
  why: MovedDate['why'],
): Promise<Moved> {
  const { deps, stores, actor } = turn;
  const before = calendarOfContract(deps, contract);
  const next: Contract = { ...contract, ...change };
  const after = calendarOfContract(deps, next);
  await stores.cases.change(contract.id, change);
  await stores.cases.addDateChange(contract.id, {
    ...kept,
    startsOn: contract.startsOn,
    stoppedUnderPoint49: next.stoppedUnderPoint49,
    recordedAt: actor.now,
    byStaffId: actor.staff?.id ?? null,
  });
  const excused = await excuseAsks(turn, next);
  await planContract(deps, stores, next, actor.today);
  await setAsidePapers(turn, next);
  return { endsOn: after.endsOn, moved: movedDates(before, after, why), excused };
}

/** Open asks that the new term does not have are excused: kept, and quiet. */
async function excuseAsks({ deps, stores }: Turn, next: Contract): Promise<number> {
  const wanted = new Set(citizenAsks(lawOf(deps, next.region), termOf(next)).asks.map((ask) => ask.id));
  const open = (await stores.duties.asksOf(next.id)).filter(
    (ask) => (ask.state === 'open' || ask.state === 'returned') && !wanted.has(ask.id),
  );
  const ids = open.map((ask) => ask.askId);
  await stores.duties.markAsks(next.id, ids, 'excused');
  return ids.length;
}

/** The conclusion of an end that was signed, or is with the head, stays: each end has its own. */
async function setAsidePapers({ deps, stores }: Turn, next: Contract): Promise<void> {
  const keys = new Set(officeDuties(lawOf(deps, next.region), termOf(next)).map((duty) => duty.key));
  for (const paper of await stores.papers.ofContract(next.id)) {
    const isOpen = paper.status === 'draft' || paper.status === 'returned' || paper.status === 'submitted';
    const stays = paper.kind === 'inquiry' || (paper.kind === 'conclusion' && paper.status === 'submitted');
    if (isOpen && !stays && !keys.has(paper.key)) await stores.papers.supersede(paper.id);
  }
}

/** Each day that is another one now, the end first; numbers of records and windows by their last month. */
function movedDates(before: ContractCalendar, after: ContractCalendar, why: MovedDate['why']): MovedDate[] {
  const [old, fresh] = [namedDays(before), namedDays(after)];
  const names = [...new Map([...old, ...fresh].map((each) => [nameOf(each), each])).values()];
  const dayIn = (days: readonly NamedDay[], of: NamedDay) =>
    days.find((each) => nameOf(each) === nameOf(of))?.day ?? null;
  return names
    .map((each) => ({ what: each.what, number: each.number, from: dayIn(old, each), to: dayIn(fresh, each), why }))
    .filter(({ from, to }) => from !== to);
}

interface NamedDay {
  readonly what: MovedDate['what'];
  readonly number: number | null;
  readonly day: Day;
}

function nameOf({ what, number }: NamedDay): string {
  return `${what}:${number ?? ''}`;
}

function namedDays(calendar: ContractCalendar): NamedDay[] {
  const { endsOn, conclusion, report, monitoring, incomeWindows, decision } = calendar;
  const days: NamedDay[] = [{ what: 'end', number: null, day: endsOn }];
  if (conclusion) days.push({ what: 'conclusion', number: null, day: conclusion.dueOn });
  if (report)
    days.push(
      { what: 'report', number: null, day: report.dueOn },
      { what: 'register', number: null, day: report.toDepartmentBy },
    );
  for (const { number, dueOn } of monitoring) days.push({ what: 'monitoring', number, day: dueOn });
  for (const { numbers, dueOn } of incomeWindows) days.push({ what: 'income-window', number: numbers[2], day: dueOn });
  if (decision) days.push({ what: 'decision', number: null, day: decision.dueOn });
  return days;
}
