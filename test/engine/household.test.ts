import { describe, expect, test } from 'vitest';
import { day } from '../../src/engine/day.ts';
import { countHousehold, householdFaults, type WhyNotCounted } from '../../src/engine/household.ts';
import { hasReached, type Member } from '../../src/engine/member.ts';
import { person } from './support/families.ts';

const ON = day('2026-11-10');
const PARENT = person('a', 'applicant', '1990-05-01');

function why(member: Member, on = ON): WhyNotCounted | 'counted' {
  return countHousehold([PARENT, member], on).notCounted[0]?.why ?? 'counted';
}

describe('who counts', () => {
  test.each<[string, Member, WhyNotCounted | 'counted']>([
    ['a spouse', person('b', 'spouse', '1990-01-01'), 'counted'],
    ['a child', person('c', 'child', '2015-06-01'), 'counted'],
    ['a child born on the day', person('c', 'child', '2026-11-10'), 'counted'],
    ['a child on the eve of the 18th birthday', person('c', 'child', '2008-11-11'), 'counted'],
    ['a child on the 18th birthday', person('c', 'child', '2008-11-10'), 'adult-child'],
    ['a full-time student of 18', person('c', 'child', '2008-11-10', { fullTimeStudent: true }), 'counted'],
    ['a student on the eve of 23', person('c', 'child', '2003-11-11', { fullTimeStudent: true }), 'counted'],
    ['a student on the 23rd birthday', person('c', 'child', '2003-11-10', { fullTimeStudent: true }), 'adult-child'],
    ['a married child of 17', person('c', 'child', '2009-01-01', { married: true }), 'married-child'],
    [
      'a married student',
      person('c', 'child', '2006-01-01', { married: true, fullTimeStudent: true }),
      'married-child',
    ],
    ['a married child of 30', person('c', 'child', '1996-01-01', { married: true }), 'adult-child'],
    ['T14: a grandmother', person('g', 'grandparent', '1950-01-01'), 'not-close-family'],
    ['a mother', person('m', 'parent', '1960-01-01'), 'not-close-family'],
    ['a small brother', person('s', 'sibling', '2018-01-01'), 'not-close-family'],
    ['a lodger', person('o', 'other', '1980-01-01'), 'not-close-family'],
    [
      'a child in care of the state',
      person('c', 'child', '2015-01-01', { fullStateSupport: true }),
      'full-state-support',
    ],
    ['a husband in prison', person('b', 'spouse', '1988-01-01', { imprisoned: true }), 'imprisoned'],
    ['a conscript son of 19', person('c', 'child', '2007-01-01', { conscript: true }), 'conscript'],
    [
      'the state comes before kinship',
      person('g', 'parent', '1950-01-01', { fullStateSupport: true }),
      'full-state-support',
    ],
    [
      'state support comes before prison, prison before the army',
      person('c', 'child', '2000-01-01', { conscript: true, imprisoned: true, fullStateSupport: true }),
      'full-state-support',
    ],
    ['prison before the army', person('c', 'child', '2000-01-01', { conscript: true, imprisoned: true }), 'imprisoned'],
    ['by band: under 18', { id: 'c', relation: 'child', ageBand: 'under-18' }, 'counted'],
    ['by band: 18 to 22, working', { id: 'c', relation: 'child', ageBand: '18-22' }, 'adult-child'],
    ['by band: 18 to 22, studying', { id: 'c', relation: 'child', ageBand: '18-22', fullTimeStudent: true }, 'counted'],
    [
      'by band: 23 and studying',
      { id: 'c', relation: 'child', ageBand: 'adult', fullTimeStudent: true },
      'adult-child',
    ],
    ['the birth date decides over the band', person('c', 'child', '2015-01-01', { ageBand: 'adult' }), 'counted'],
  ])('%s: %#', (_name, member, expected) => expect(why(member)).toBe(expected));

  test('an applicant under 18 counts', () =>
    expect(countHousehold([person('a', 'applicant', '2009-05-01')], ON).counted).toHaveLength(1));

  test('the order of the input is kept', () => {
    const family = [person('c', 'child', '2015-01-01'), PARENT, person('b', 'spouse', '1990-01-01')];
    expect(countHousehold(family, ON).counted.map((member) => member.id)).toEqual(['c', 'a', 'b']);
  });
});

describe('birthdays', () => {
  test.each([
    ['29 February in a common year: not on 28 February', '2008-02-29', '2026-02-28', false],
    ['29 February in a common year: on 1 March', '2008-02-29', '2026-03-01', true],
    ['29 February in a leap year: on the day itself', '2010-02-28', '2028-02-28', true],
    ['the eve', '2008-11-11', '2026-11-10', false],
    ['the day', '2008-11-10', '2026-11-10', true],
  ])('%s', (_name, born, on, reached) => expect(hasReached(day(born), 18, day(on))).toBe(reached));

  test('born on 29 February, a student turns 23 on 1 March 2027', () => {
    const student = person('c', 'child', '2004-02-29', { fullTimeStudent: true });
    expect(why(student, day('2027-02-28'))).toBe('counted');
    expect(why(student, day('2027-03-01'))).toBe('adult-child');
  });
});

describe('faults', () => {
  const paths = (members: readonly Member[]) =>
    householdFaults(members, ON, 'members', 'any-age').map((fault) => fault.path);

  test.each<[string, Member[], string[]]>([
    ['nobody', [], ['members']],
    ['no applicant', [person('b', 'spouse', '1990-01-01')], ['members']],
    ['two applicants', [PARENT, person('b', 'applicant', '1990-01-01')], ['members']],
    ['two spouses', [PARENT, person('b', 'spouse', '1990-01-01'), person('d', 'spouse', '1991-01-01')], ['members']],
    ['an id used twice', [PARENT, person('a', 'child', '2015-01-01')], ['members[1].id']],
    ['not born yet', [PARENT, person('c', 'child', '2026-11-11')], ['members[1].birthDate']],
    ['no age', [PARENT, { id: 'c', relation: 'child' }], ['members[1].birthDate']],
    [
      'all of it at once',
      [person('c', 'child', '2027-01-01'), { id: 'c', relation: 'child' }],
      ['members', 'members[0].birthDate', 'members[1].id', 'members[1].birthDate'],
    ],
    ['a fine family', [PARENT, person('b', 'spouse', '1990-01-01'), person('c', 'child', '2026-11-10')], []],
  ])('%s', (_name, members, expected) => expect(paths(members)).toEqual(expected));

  test('where birth dates are needed a band is not enough', () => {
    const faults = householdFaults(
      [{ id: 'a', relation: 'applicant', ageBand: 'adult' }],
      ON,
      'after.members',
      'birth-date',
    );
    expect(faults.map((fault) => fault.path)).toEqual(['after.members[0].birthDate']);
  });

  test('each fault says what to do', () => {
    for (const fault of householdFaults([{ id: 'c', relation: 'child' }], ON, 'members', 'any-age'))
      expect([fault.problem, fault.remedy].every((words) => words.length > 5)).toBe(true);
  });
});
