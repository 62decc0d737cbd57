/** The table of use cases: every command of the talk has one, and the compiler refuses a command without. */
import type { ChannelCommand } from '../dialogs/channel-command.ts';
import type { Command, CommandKind, CommandResult } from '../dialogs/command.ts';
import type { EvaluationCommand } from '../dialogs/evaluation-command.ts';
import type { SourceCommand } from '../dialogs/source-command.ts';
import type { Turn } from './actor.ts';
import { askContact } from './citizen/ask-contact.ts';
import { giveConsent, withdrawConsent } from './citizen/consent.ts';
import { openMonth } from './citizen/open-month.ts';
import { resumeReminders, setLanguage, stopReminders } from './citizen/preferences.ts';
import { submitMonth } from './citizen/submit-month.ts';
import { listWork } from './evaluation/case/list-work.ts';
import { keepSurvey } from './evaluation/case/keep-survey.ts';
import { openCase } from './evaluation/case/open-case.ts';
import { openDuty } from './evaluation/case/open-duty.ts';
import { drawChart } from './evaluation/batch/draw-chart.ts';
import { makeArchive, makeOfficeArchive } from './evaluation/batch/make-archive.ts';
import { makeRegister } from './evaluation/batch/make-register.ts';
import { approveRecords, prepareRecords, submitRecords } from './evaluation/batch/month-records.ts';
import { listTemplates, putTemplate, removeTemplate } from './evaluation/batch/templates.ts';
import { approvePaper } from './evaluation/paper/approve-paper.ts';
import { openPaper } from './evaluation/paper/open-paper.ts';
import { returnPaper } from './evaluation/paper/return-paper.ts';
import { revisePaper } from './evaluation/paper/revise-paper.ts';
import { submitPaper } from './evaluation/paper/submit-paper.ts';
import { askExtension } from './evaluation/stage1/ask-extension.ts';
import { prepareConclusion } from './evaluation/stage1/prepare-conclusion.ts';
import { recordCommission } from './evaluation/stage1/record-commission.ts';
import { setMeasure } from './evaluation/stage1/set-measure.ts';
import { stopContract } from './evaluation/stage1/stop-contract.ts';
import { keepFigure, keepHousehold } from './evaluation/stage2/keep-figure.ts';
import { prepareReport } from './evaluation/stage2/prepare-report.ts';
import { keepRecord } from './evaluation/stage3/keep-record.ts';
import { fileInquiryAnswer, makeInquiry } from './evaluation/stage3/make-inquiry.ts';
import { prepareDecision } from './evaluation/stage3/prepare-decision.ts';
import { prepareWindow } from './evaluation/stage3/prepare-window.ts';
import { dismissStaff } from './head/dismiss-staff.ts';
import { inviteStaff } from './head/invite-staff.ts';
import { listStaff } from './head/list-staff.ts';
import { askChannelCode } from './link/ask-channel-code.ts';
import { joinChannel } from './link/join-channel.ts';
import { joinContract } from './link/join-contract.ts';
import { joinStaff } from './link/join-staff.ts';
import { lookAtLink } from './link/look-at-link.ts';
import { makeRecipientLink } from './link/make-recipient-link.ts';
import { closeContactRequest, listContactRequests } from './specialist/contact-requests.ts';
import { listContracts, openContract } from './specialist/contracts.ts';
import { listDeadlines } from './specialist/list-deadlines.ts';
import { markDutyDone } from './specialist/mark-duty-done.ts';
import { pauseReminders } from './specialist/pause-reminders.ts';
import { listQueue, openSubmission } from './specialist/queue.ts';
import { registerContract } from './specialist/register-contract.ts';
import { listChannels, makeMainChannel, removeChannel } from './link/own-channels.ts';
import { listOwnSources, listSources } from './source/list-sources.ts';
import { listPlaces, makeOwnSource, makeSource } from './source/make-source.ts';
import { openSource } from './source/open-source.ts';
import { invitePartner, joinPartner } from './source/partner-seat.ts';
import { acceptSubmission, returnSubmission } from './specialist/review-submission.ts';

type UseCase<Kind extends CommandKind> = (
  turn: Turn,
  command: Extract<Command, { kind: Kind }>,
) => Promise<CommandResult>;

const EVALUATION = {
  'list-work': listWork,
  'open-duty': openDuty,
  'open-case': openCase,
  'set-measure': setMeasure,
  'prepare-conclusion': prepareConclusion,
  'ask-extension': askExtension,
  'record-commission': recordCommission,
  'stop-contract': stopContract,
  'keep-figure': keepFigure,
  'keep-household': keepHousehold,
  'prepare-report': prepareReport,
  'keep-record': keepRecord,
  'prepare-window': prepareWindow,
  'prepare-records': prepareRecords,
  'submit-records': submitRecords,
  'approve-records': approveRecords,
  'prepare-decision': prepareDecision,
  'make-inquiry': makeInquiry,
  'file-inquiry-answer': fileInquiryAnswer,
  'keep-survey': keepSurvey,
  'open-paper': openPaper,
  'submit-paper': submitPaper,
  'approve-paper': approvePaper,
  'return-paper': returnPaper,
  'revise-paper': revisePaper,
  'draw-chart': drawChart,
  'make-register': makeRegister,
  'make-archive': makeArchive,
  'make-office-archive': makeOfficeArchive,
  'list-templates': listTemplates,
  'put-template': putTemplate,
  'remove-template': removeTemplate,
} satisfies { readonly [Kind in EvaluationCommand['kind']]: UseCase<Kind> };

const CHANNELS = {
  'list-channels': listChannels,
  'ask-channel-code': askChannelCode,
  'join-channel': joinChannel,
  'make-main-channel': makeMainChannel,
  'remove-channel': removeChannel,
} satisfies { readonly [Kind in ChannelCommand['kind']]: UseCase<Kind> };

const SOURCES = {
  'open-source': openSource,
  'join-partner': joinPartner,
  'list-places': listPlaces,
  'make-source': makeSource,
  'invite-partner': invitePartner,
  'list-sources': listSources,
  'list-own-sources': listOwnSources,
  'make-own-source': makeOwnSource,
} satisfies { readonly [Kind in SourceCommand['kind']]: UseCase<Kind> };

const USE_CASES: { readonly [Kind in CommandKind]: UseCase<Kind> } = {
  'set-language': setLanguage,
  'give-consent': giveConsent,
  'withdraw-consent': withdrawConsent,
  'look-at-link': lookAtLink,
  'join-contract': joinContract,
  'join-staff': joinStaff,
  'ask-contact': askContact,
  'stop-reminders': stopReminders,
  'resume-reminders': resumeReminders,
  'submit-month': submitMonth,
  'open-month': openMonth,
  'register-contract': registerContract,
  'make-recipient-link': makeRecipientLink,
  'list-contracts': listContracts,
  'open-contract': openContract,
  'list-queue': listQueue,
  'open-submission': openSubmission,
  'accept-submission': acceptSubmission,
  'return-submission': returnSubmission,
  'list-deadlines': listDeadlines,
  'mark-duty-done': markDutyDone,
  'pause-reminders': pauseReminders,
  'list-contact-requests': listContactRequests,
  'close-contact-request': closeContactRequest,
  'invite-staff': inviteStaff,
  'list-staff': listStaff,
  'dismiss-staff': dismissStaff,
  ...CHANNELS,
  ...SOURCES,
  ...EVALUATION,
};

/** Runs one command as the person who spoke. Each use case checks the right to do it. */
export function runCommand<Kind extends CommandKind>(
  turn: Turn,
  command: Extract<Command, { kind: Kind }>,
): Promise<CommandResult> {
  const useCase: UseCase<Kind> = USE_CASES[command.kind as Kind];
  return useCase(turn, command);
}
