/** One case opened at one of its duties: figures first. */
import { addMonths, firstDay, lastDay, monthOf } from '../../../engine/day.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import type { DutyCard, RegisterCard } from '../../../dialogs/evaluation-card.ts';
import { refused, type Turn } from '../../actor.ts';
import { reportCard } from '../stage2/report-card.ts';
import { conclusionCard } from '../stage1/conclusion-card.ts';
import { decisionCard } from '../stage3/decision-card.ts';
import { monitoringCard, windowCard } from '../stage3/monitoring-card.ts';
import type { Wish } from '../wish.ts';
import { dutyHead } from './duty-head.ts';
import { dutyOfOffice, type HeldDuty } from './held.ts';

/** A duty of the actor's office, done or not. */
export async function openDuty(turn: Turn, command: Wish<'open-duty'>): Promise<CommandResult> {
  const held = await dutyOfOffice(turn, command.dutyId);
  return held ? { of: 'open-duty', kind: 'duty', card: await dutyCard(turn, held) } : refused('open-duty', 'not-found');
}

/** The card by the kind of the duty. */
export function dutyCard(turn: Turn, held: HeldDuty): Promise<DutyCard> {
  switch (held.duty.kind) {
    case 'conclusion':
      return conclusionCard(turn, held);
    case 'report':
      return reportCard(turn, held);
    case 'monitoring':
      return monitoringCard(turn, held);
    case 'income-window':
      return windowCard(turn, held);
    case 'decision':
      return decisionCard(turn, held);
    case 'register':
      return registerCard(turn, held);
  }
}

/** The register is the office's, one for all reports of the month before its day. */
async function registerCard(turn: Turn, held: HeldDuty): Promise<RegisterCard> {
  const { stores } = turn;
  const month = addMonths(monthOf(held.duty.dueOn), -1);
  const days = { officeId: held.contract.officeId, from: firstDay(month), to: lastDay(month) };
  const reports = await stores.duties.list(
    {
      officeId: days.officeId,
      dueFrom: days.from,
      dueTo: days.to,
      openBy: days.to,
      specialistId: null,
      kind: 'report',
    },
    0,
    1,
  );
  return {
    ...(await dutyHead(turn, held)),
    kind: 'register',
    month,
    reports: await stores.papers.countApproved({ ...days, kind: 'report' }),
    notReady: reports.total,
  };
}
