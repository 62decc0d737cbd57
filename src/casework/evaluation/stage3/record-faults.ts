/** What cannot be true of a record as it is kept. */
import type { Fault } from '../../../engine/outcome.ts';
import type { Turn } from '../../actor.ts';
import type { HeldDuty } from '../case/held.ts';
import type { Wish } from '../wish.ts';
import { evidenceOf } from './monitoring-card.ts';

type Command = Wish<'keep-record'>;

/** Whether the record says that nobody has answered: it stays open and nothing is printed. */
export function isUnanswered({ fact, conditions }: Pick<Command, 'fact' | 'conditions'>): boolean {
  return fact === 'no-answer' || conditions === 'no-answer';
}

/** Every fault at once: answers of the other tracks, a day that cannot be, a method without its paper or its answer. */
export async function recordFaults(turn: Turn, held: HeldDuty, command: Command): Promise<Fault[]> {
  return [
    ...answerFaults(held, command),
    ...dayFaults(turn, held, command),
    ...(await methodFaults(turn, held, command)),
  ];
}

function answerFaults({ contract }: HeldDuty, command: Command): Fault[] {
  const faults: Fault[] = [];
  const isHardship = contract.track === 'hardship';
  if (isHardship && command.conditions === null)
    faults.push({ path: 'conditions', problem: 'no conditions', remedy: 'say better, worse or no answer' });
  if (!isHardship && command.fact === null)
    faults.push({ path: 'fact', problem: 'no fact', remedy: 'say confirmed, not confirmed or no answer' });
  if (isUnanswered(command)) return faults;
  if (isHardship && command.hardship === null)
    faults.push({
      path: 'hardship',
      problem: 'no word on the hardship',
      remedy: 'say overcome, partly or not overcome',
    });
  if (contract.track === 'business' && command.fact === 'confirmed' && command.registeredAs === null)
    faults.push({
      path: 'registeredAs',
      problem: 'which registration was found is not said',
      remedy: 'say entrepreneur or self-employed',
    });
  return faults;
}

function dayFaults({ actor }: Turn, { duty }: HeldDuty, { checkedOn }: Command): Fault[] {
  if (checkedOn > actor.today)
    return [{ path: 'checkedOn', problem: `${checkedOn} has not come`, remedy: `give ${actor.today} or before` }];
  if (checkedOn < duty.opensOn)
    return [
      {
        path: 'checkedOn',
        problem: `${checkedOn} is before the month of the record`,
        remedy: `give ${duty.opensOn} or later`,
      },
    ];
  return [];
}

/** "By inquiry" needs the answer to a letter of that month: without one no paper says "not confirmed", nor "confirmed". */
async function methodFaults(turn: Turn, { contract, duty }: HeldDuty, command: Command): Promise<Fault[]> {
  if (isUnanswered(command)) return [];
  if (command.confirmedBy === null)
    return [{ path: 'confirmedBy', problem: 'no method', remedy: 'say how it was checked' }];
  if (command.confirmedBy === 'papers' && !command.paperWords?.trim())
    return [{ path: 'paperWords', problem: 'the papers are not named', remedy: 'say which papers' }];
  if (command.confirmedBy !== 'employer-inquiry' && command.confirmedBy !== 'tax-inquiry') return [];
  const to = command.confirmedBy === 'employer-inquiry' ? 'employer' : 'tax-service';
  const { inquiries } = await evidenceOf(turn, contract, duty);
  const answered = inquiries.some((inquiry) => inquiry.to === to && inquiry.answer !== null);
  return answered
    ? []
    : [
        {
          path: 'confirmedBy',
          problem: 'no letter of this month has been answered',
          remedy: 'file the answer first; until then the record stays open',
        },
      ];
}
