/** Deadlines of today, of this week, and overdue: of the specialist's own contracts, of the whole office for the head. */
import { addDays, type Day, weekday } from '../../engine/day.ts';
import type { DeadlineSpan } from '../../dialogs/codes.ts';
import type { Command, CommandResult } from '../../dialogs/command.ts';
import type { DutyLine } from '../../dialogs/view.ts';
import { refused, type Turn } from '../actor.ts';
import { dutyLine } from '../case/contract-card.ts';
import { PAGE_LINES, pagesOf, skipOf } from '../page.ts';
import type { DutyStore, Staff } from '../ports.ts';

type Filter = Parameters<DutyStore['list']>[0];

/** A page of undone duties, the earliest first, with the counts of all three spans. */
export async function listDeadlines(
  { stores, actor }: Turn,
  command: Extract<Command, { kind: 'list-deadlines' }>,
): Promise<CommandResult> {
  const { staff, today } = actor;
  if (!staff) return refused('list-deadlines', 'not-allowed');
  const count = async (span: DeadlineSpan) =>
    (await stores.duties.list(deadlineFilter(staff, span, today), 0, 1)).total;
  const { lines, total } = await stores.duties.list(
    deadlineFilter(staff, command.span, today),
    skipOf(command.page),
    PAGE_LINES,
  );
  const shown: DutyLine[] = [];
  for (const duty of lines) {
    const contract = await stores.cases.find(duty.contractId);
    if (contract) shown.push(dutyLine(duty, contract, await stores.offices.findStaff(contract.specialistId)));
  }
  return {
    of: 'list-deadlines',
    kind: 'deadlines',
    span: command.span,
    lines: shown,
    page: command.page,
    pages: pagesOf(total),
    counts: { today: await count('today'), week: await count('week'), overdue: await count('overdue') },
  };
}

/** Which stored duties a list shows. This week is from tomorrow to Sunday, or to the next Sunday when today is one. */
export function deadlineFilter(staff: Staff, span: DeadlineSpan, today: Day): Filter {
  const scope = { officeId: staff.officeId, openBy: today, specialistId: staff.role === 'head' ? null : staff.id };
  switch (span) {
    case 'today':
      return { ...scope, dueFrom: today, dueTo: today };
    case 'week': {
      const sunday = addDays(today, weekday(today) === 7 ? 7 : 7 - weekday(today));
      return { ...scope, openBy: sunday, dueFrom: addDays(today, 1), dueTo: sunday };
    }
    case 'overdue':
      return { ...scope, dueFrom: null, dueTo: addDays(today, -1) };
  }
}
