/** The office asks by itself: a letter to the employer or the tax service in one press, and its answer. */
import type { Day } from '../../../engine/day.ts';
import { monthOf } from '../../../engine/day.ts';
import type { Law } from '../../../engine/law.ts';
import type { Fault } from '../../../engine/outcome.ts';
import { addWorkingDays } from '../../../engine/working-days.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import type { InquiryTo } from '../../../dialogs/evaluation-codes.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../../actor.ts';
import { lawOf } from '../../case/plan-contract.ts';
import type { InquiryPaper } from '../../paper/paper.ts';
import type { Contract, Staff, StoredInquiry } from '../../ports.ts';
import { paperFile } from '../paper/paper-file.ts';
import { paperHead } from '../paper/paper-head.ts';
import { contentHash } from '../paper/seal.ts';
import type { Wish } from '../wish.ts';
import { inquiryKey, inquiryLine } from './inquiry-line.ts';

/** Working days in which an answer is waited for. No act sets them for these letters: they are our default. */
const ANSWER_DAYS: { readonly [to in InquiryTo]: number } = { employer: 10, 'tax-service': 5 };

/** Sent today. Refused: no addressee, a month that has not come. */
export async function makeInquiry(turn: Turn, command: Wish<'make-inquiry'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('make-inquiry', 'not-found');
  const { contract, staff } = held;
  const faults = inquiryFaults(command, actor.today);
  if (faults.length > 0) return refused('make-inquiry', 'faults', faults);
  const inquiry: StoredInquiry = {
    id: deps.newId.id(),
    contractId: contract.id,
    officeId: contract.officeId,
    month: command.month,
    to: command.to,
    addressee: command.addressee.trim(),
    sentOn: actor.today,
    answerBy: answerDay(lawOf(deps, contract.region), command.to, actor.today),
    byStaffId: staff.id,
    answer: null,
  };
  await stores.inquiries.add(inquiry);
  await keepLetter(turn, contract, staff, inquiry);
  await recordEvent(
    turn,
    'inquiry-sent',
    { kind: 'inquiry', id: inquiry.id },
    { to: inquiry.to, month: inquiry.month, answerBy: inquiry.answerBy },
  );
  return { of: 'make-inquiry', kind: 'inquiry', inquiry: await inquiryLine(stores, inquiry, actor.today) };
}

function answerDay(law: Law, to: InquiryTo, sentOn: Day): Day {
  return addWorkingDays(law.workCalendar, sentOn, ANSWER_DAYS[to]);
}

function inquiryFaults({ addressee, month }: Wish<'make-inquiry'>, today: Day): Fault[] {
  const faults: Fault[] = [];
  if (addressee.trim() === '')
    faults.push({
      path: 'addressee',
      problem: 'nobody is named',
      remedy: 'give name and address as the letter prints them',
    });
  if (month > monthOf(today))
    faults.push({ path: 'month', problem: `${month} has not come`, remedy: 'ask about a month that has begun' });
  return faults;
}

/** The letter goes out with the first press: it is kept and sealed at once, and needs no second signature here. */
async function keepLetter(turn: Turn, contract: Contract, staff: Staff, inquiry: StoredInquiry): Promise<void> {
  const { deps, stores, actor } = turn;
  const { to, addressee, month, sentOn, answerBy } = inquiry;
  const head = await paperHead(turn, contract, staff, sentOn);
  const value: InquiryPaper = {
    ...head,
    draft: false,
    revision: 1,
    kind: 'inquiry',
    to,
    addressee,
    month,
    sentOn,
    answerBy,
  };
  const signed = { at: actor.now, on: actor.today, byStaffId: staff.id };
  const content = { value, inputs: null, outcome: null };
  await stores.papers.add({
    id: deps.newId.id(),
    contractId: contract.id,
    officeId: contract.officeId,
    kind: 'inquiry',
    key: inquiryKey(inquiry.id),
    answers: [],
    revision: 1,
    status: 'approved',
    ...content,
    proposed: null,
    whyAgainst: null,
    revisionReason: null,
    prepared: signed,
    submitted: signed,
    approved: signed,
    remark: null,
    contentHash: contentHash(deps, content),
    file: await paperFile(turn, contract.officeId, value),
  });
}

/** Files the answer once. What it says is suggested for the record; the specialist keeps the record. */
export async function fileInquiryAnswer(turn: Turn, command: Wish<'file-inquiry-answer'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  const inquiry = await stores.inquiries.find(command.inquiryId);
  const held = inquiry ? await contractOfOffice(turn, inquiry.contractId) : null;
  if (!inquiry || !held) return refused('file-inquiry-answer', 'not-found');
  if (command.on > actor.today || command.on < inquiry.sentOn) {
    const remedy = `give a day from ${inquiry.sentOn} to ${actor.today}`;
    const fault = { path: 'on', problem: `no answer can have come on ${command.on}`, remedy };
    return refused('file-inquiry-answer', 'faults', [fault]);
  }
  const { on, answer: what } = command;
  const answer = { on, what, words: command.words?.trim() || null, byStaffId: held.staff.id };
  if (!(await stores.inquiries.answer(inquiry.id, answer))) return refused('file-inquiry-answer', 'already-done');
  await recordEvent(turn, 'inquiry-answered', { kind: 'inquiry', id: inquiry.id }, { what, on });
  const line = await inquiryLine(stores, { ...inquiry, answer }, actor.today);
  return { of: 'file-inquiry-answer', kind: 'inquiry', inquiry: line };
}
