import type { CommandResult } from '../../../dialogs/command.ts';
import type { Fault } from '../../../engine/outcome.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../../actor.ts';
import type { Wish } from '../wish.ts';
import { surveyLine } from './survey-line.ts';

/** A survey of the home with its findings and photos; the report and the records of hardship rest on it. */
export async function keepSurvey(turn: Turn, command: Wish<'keep-survey'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('keep-survey', 'not-found');
  const faults: Fault[] = [];
  if (command.on > actor.today)
    faults.push({ path: 'on', problem: `${command.on} has not come`, remedy: `give ${actor.today} or before` });
  if (command.findings.trim() === '')
    faults.push({ path: 'findings', problem: 'no findings', remedy: 'write what was found' });
  if (faults.length > 0) return refused('keep-survey', 'faults', faults);
  const survey = {
    id: deps.newId.id(),
    contractId: held.contract.id,
    on: command.on,
    findings: command.findings.trim(),
    files: command.files,
    keptAt: actor.now,
    byStaffId: held.staff.id,
  };
  await stores.surveys.add(survey);
  await recordEvent(
    turn,
    'survey-kept',
    { kind: 'survey', id: survey.id },
    { contract: held.contract.id, files: command.files.length },
  );
  return { of: 'keep-survey', kind: 'survey', survey: await surveyLine(stores, survey) };
}
