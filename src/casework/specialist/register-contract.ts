/** A specialist registers a contract: its calendar, duties and asks are there from this moment. */
import { contractCalendar } from '../../engine/contract-calendar.ts';
import type { Fault } from '../../engine/outcome.ts';
import type { Command, CommandResult, ContractDraft } from '../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../actor.ts';
import { termOf } from '../case/contract-term.ts';
import { lawOf, planContract } from '../case/plan-contract.ts';
import type { Contract, Office, Staff } from '../ports.ts';

/** The contract belongs to the office of the one who registers it, and to them as its specialist. */
export async function registerContract(
  turn: Turn,
  command: Extract<Command, { kind: 'register-contract' }>,
): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const office = actor.staff ? await stores.offices.find(actor.staff.officeId) : null;
  if (!actor.staff || !office) return refused('register-contract', 'not-allowed');
  const contract = newContract(turn, command.draft, actor.staff, office);
  const calendar = contractCalendar(lawOf(deps, contract.region), termOf(contract));
  const faults = [...draftFaults(command.draft), ...(calendar.ok ? [] : calendar.faults)];
  if (await stores.cases.numberTaken(office.id, contract.number)) faults.push(numberTaken(contract.number));
  if (!calendar.ok || faults.length > 0) return refused('register-contract', 'faults', faults);
  await stores.cases.add(contract);
  await planContract(deps, stores, contract, actor.today);
  await recordEvent(turn, 'contract-registered', { kind: 'contract', id: contract.id }, { track: contract.track });
  return { of: 'register-contract', kind: 'contract-registered', contractId: contract.id, calendar: calendar.value };
}

function newContract({ deps, actor }: Turn, draft: ContractDraft, staff: Staff, office: Office): Contract {
  return {
    id: deps.newId.id(),
    officeId: office.id,
    specialistId: staff.id,
    personId: null,
    number: draft.number,
    recipientName: draft.recipientName,
    region: office.region,
    municipality: draft.municipality ?? office.municipality,
    track: draft.track,
    startsOn: draft.startsOn,
    agreedEndsOn: draft.endsOn,
    extendedTo: null,
    extensionAskedOn: null,
    stoppedOn: null,
    stoppedUnderPoint49: false,
    perCapitaIncomeBefore: draft.perCapitaIncomeBefore,
    averageMonthlyIncomeBefore: draft.averageMonthlyIncomeBefore,
    household: draft.household,
    measures: draft.measures.map((measure) => ({ id: deps.newId.id(), ...measure, status: 'planned', note: null })),
    dates: [
      {
        kind: 'agreed',
        startsOn: draft.startsOn,
        endsOn: draft.endsOn,
        stoppedUnderPoint49: false,
        reason: null,
        recordedAt: actor.now,
        byStaffId: staff.id,
      },
    ],
    remindersPausedUntil: null,
    nextDate: actor.today,
  };
}

function draftFaults(draft: ContractDraft): Fault[] {
  const faults: Fault[] = [];
  const applicants = draft.household.filter((member) => member.relation === 'applicant').length;
  if (applicants !== 1) {
    faults.push({ path: 'household', problem: `${applicants} applicants`, remedy: 'name exactly one applicant' });
  }
  if (draft.measures.length === 0) {
    faults.push({
      path: 'measures',
      problem: 'no measure',
      remedy: 'add at least one measure of the programme: the conclusion is made of them',
    });
  }
  return faults;
}

function numberTaken(number: string): Fault {
  return {
    path: 'number',
    problem: `the office has a contract ${number} already`,
    remedy: 'check the number, or open that contract',
  };
}
