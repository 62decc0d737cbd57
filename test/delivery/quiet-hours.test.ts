import { describe, expect, it } from 'vitest';
import { quietMinutesLeft } from '../../src/delivery/quiet-hours.ts';

const at = (hour: number, minute = 0) => hour * 60 + minute;

describe('between 21:00 and 9:00 only answers go out', () => {
  it.each([
    ['a minute before nine in the evening goes', 'reminder', at(20, 59), 0],
    ['nine in the evening waits twelve hours', 'reminder', at(21), 12 * 60],
    ['midnight waits till nine', 'nudge', at(0), 9 * 60],
    ['a minute before nine in the morning waits a minute', 'notice', at(8, 59), 1],
    ['nine in the morning goes', 'digest', at(9), 0],
    ['an answer goes at any hour', 'answer', at(3), 0],
  ] as const)('%s', (_name, kind, minute, wait) => expect(quietMinutesLeft(kind, minute)).toBe(wait));
});
