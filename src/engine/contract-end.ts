/** The term of a contract: what is known of it, the day it really ends, and what cannot be true of it. */
import type { Day } from './day.ts';
import { later } from './day.ts';
import { latestExtension } from './extension.ts';
import type { Policy, Track } from './law.ts';
import type { Fault } from './outcome.ts';
import type { PolicyInput } from './policy.ts';

/** What `calendar` of design/interfaces.md takes. Absent and undefined mean the same. */
export interface CalendarInput {
  /** Code of the region: the law must be of it. */
  readonly region: string;
  readonly track: Track;
  readonly startsOn: Day;
  /** The last day first agreed. */
  readonly endsOn: Day;
  /** The last day after the commission extended the contract. */
  readonly extendedTo?: Day | undefined;
  readonly stoppedOn?: Day | undefined;
  /** Only with `stoppedOn`; asked of the office, never inferred from the conclusion (domain.md, "Time"). */
  readonly stoppedUnderPoint49?: boolean | undefined;
  /** Readings that stand in place of the region's. */
  readonly policy?: PolicyInput | undefined;
}

/** Why the contract ends on its real end. */
export type EndReason = 'agreed' | 'extended' | 'stopped' | 'stopped-under-point-49';

/** The real end E: stopped, else extended, else agreed. */
export function contractEnd(input: CalendarInput): { readonly on: Day; readonly reason: EndReason } {
  if (input.stoppedOn !== undefined) {
    return { on: input.stoppedOn, reason: input.stoppedUnderPoint49 ? 'stopped-under-point-49' : 'stopped' };
  }
  return input.extendedTo === undefined
    ? { on: input.endsOn, reason: 'agreed' }
    : { on: input.extendedTo, reason: 'extended' };
}

/** Everything that cannot be true of the term, as far as its days are known. `policy` is the one in force for this contract. */
export function termFaults(input: Partial<CalendarInput>, policy: Policy): Fault[] {
  const { startsOn, endsOn } = input;
  const faults: Fault[] = [];
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) {
    faults.push({
      path: 'endsOn',
      problem: `the contract ends on ${endsOn}, before its start ${startsOn}`,
      remedy: `give the last day of the term first agreed, ${startsOn} or later`,
    });
  }
  return [...faults, ...extensionFaults(input, policy), ...stopFaults(input)];
}

function extensionFaults({ startsOn, endsOn, extendedTo }: Partial<CalendarInput>, policy: Policy): Fault[] {
  if (endsOn === undefined || extendedTo === undefined) return [];
  if (extendedTo <= endsOn) {
    return [
      {
        path: 'extendedTo',
        problem: `${extendedTo} is not after the first end ${endsOn}`,
        remedy: 'give the new last day, later than the first one, or leave it out if the contract was not extended',
      },
    ];
  }
  if (startsOn === undefined || startsOn > endsOn) return [];
  const { days, months } = latestExtension(startsOn, endsOn, policy);
  if (extendedTo <= later(days, months)) return [];
  return [
    {
      path: 'extendedTo',
      problem: `${extendedTo} is more than half of the term first agreed: by days it may last to ${days}, by whole months to ${months}`,
      remedy: `give a day up to ${later(days, months)}`,
    },
  ];
}

function stopFaults(input: Partial<CalendarInput>): Fault[] {
  const { startsOn, endsOn, extendedTo, stoppedOn } = input;
  const faults: Fault[] = [];
  if (stoppedOn === undefined) {
    if (!input.stoppedUnderPoint49) return [];
    const remedy = 'add stoppedOn, the day of the stop, or leave stoppedUnderPoint49 out';
    return [{ path: 'stoppedUnderPoint49', problem: 'it is given without the day of the stop', remedy }];
  }
  const inForce = extendedTo ?? endsOn;
  if (startsOn !== undefined && stoppedOn < startsOn) {
    faults.push({
      path: 'stoppedOn',
      problem: `${stoppedOn} is before the start ${startsOn}`,
      remedy: `give a day of the contract, ${startsOn} or later`,
    });
  } else if (inForce !== undefined && stoppedOn > inForce) {
    faults.push({
      path: 'stoppedOn',
      problem: `${stoppedOn} is after the end then in force ${inForce}`,
      remedy: `give a day up to ${inForce}; a contract that ran to its end was not stopped`,
    });
  }
  return faults;
}
