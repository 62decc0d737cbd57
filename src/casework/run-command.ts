/** The table of use cases: every command of the talk has one, and the compiler refuses a command without. */
import type { Command, CommandKind, CommandResult } from '../dialogs/command.ts';
import type { Turn } from './actor.ts';
import { askContact } from './citizen/ask-contact.ts';
import { giveConsent, withdrawConsent } from './citizen/consent.ts';
import { openMonth } from './citizen/open-month.ts';
import { resumeReminders, setLanguage, stopReminders } from './citizen/preferences.ts';
import { submitMonth } from './citizen/submit-month.ts';
import { dismissStaff } from './head/dismiss-staff.ts';
import { inviteStaff } from './head/invite-staff.ts';
import { listStaff } from './head/list-staff.ts';
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
import { acceptSubmission, returnSubmission } from './specialist/review-submission.ts';

type UseCase<Kind extends CommandKind> = (
  turn: Turn,
  command: Extract<Command, { kind: Kind }>,
) => Promise<CommandResult>;

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
};

/** Runs one command as the person who spoke. Each use case checks the right to do it. */
export function runCommand<Kind extends CommandKind>(
  turn: Turn,
  command: Extract<Command, { kind: Kind }>,
): Promise<CommandResult> {
  const useCase: UseCase<Kind> = USE_CASES[command.kind as Kind];
  return useCase(turn, command);
}
