import type { CommandResult } from '../../../dialogs/command.ts';
import type { InquiryLine, SittingLine } from '../../../dialogs/evaluation-card.ts';
import type { PaperLine } from '../../../dialogs/paper-card.ts';
import { contractOfOffice, refused, type Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import type { Sitting } from '../../ports.ts';
import { paperLine } from '../paper/paper-line.ts';
import { inquiryLine } from '../stage3/inquiry-line.ts';
import type { Wish } from '../wish.ts';
import { surveyLines } from './survey-line.ts';

/** All that the office keeps of one case: papers with every revision, letters, surveys, sittings. */
export async function openCase(turn: Turn, command: Wish<'open-case'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('open-case', 'not-found');
  const { contract } = held;
  const papers: PaperLine[] = [];
  for (const paper of await stores.papers.ofContract(contract.id)) papers.push(await paperLine(stores, paper));
  const inquiries: InquiryLine[] = [];
  for (const inquiry of await stores.inquiries.ofContract(contract.id))
    inquiries.push(await inquiryLine(stores, inquiry, actor.today));
  return {
    of: 'open-case',
    kind: 'case',
    card: {
      contractId: contract.id,
      contractNumber: contract.number,
      recipientName: contract.recipientName,
      track: contract.track,
      startsOn: contract.startsOn,
      endsOn: calendarOfContract(deps, contract).endsOn,
      papers,
      inquiries,
      surveys: await surveyLines(stores, contract.id),
      sittings: (await stores.cases.sittings(contract.id)).map(sittingLine),
      extensionAskedOn: contract.extensionAskedOn,
    },
  };
}

function sittingLine({ askedOn, decided }: Sitting): SittingLine {
  const { satOn, result, extendedTo, words } = decided ?? { satOn: null, result: null, extendedTo: null, words: null };
  return { askedOn, satOn, result, extendedTo, words };
}
