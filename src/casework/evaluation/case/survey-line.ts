import type { SurveyLine } from '../../../dialogs/evaluation-card.ts';
import type { StoredSurvey, Stores } from '../../ports.ts';

/** A survey with the name of who made it. */
export async function surveyLine(
  stores: Stores,
  { id, on, findings, files, byStaffId }: StoredSurvey,
): Promise<SurveyLine> {
  return { surveyId: id, on, findings, files, by: (await stores.offices.findStaff(byStaffId))?.name ?? '' };
}

/** All surveys of a contract, oldest first. */
export async function surveyLines(stores: Stores, contractId: string): Promise<SurveyLine[]> {
  const lines: SurveyLine[] = [];
  for (const survey of await stores.surveys.ofContract(contractId)) lines.push(await surveyLine(stores, survey));
  return lines;
}
