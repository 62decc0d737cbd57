/** How every family begins: the office opens, the family checks itself and asks for a call, the contract is registered and joined. */
import type { Day } from '../../engine/day.ts';
import { choose, demoText, move, open, say, start } from './deeds.ts';
import type { Deed, FamilyScript, Scene } from './script.ts';
import { talk } from './talk-scene.ts';

/** The head lets a colleague in: nobody signs a paper twice. */
export function officeScenes(on: Day, office: FamilyScript['office']): Scene[] {
  const joins = [start('operator'), ...choose('ru', 'yes')];
  const invites = [
    open('work'),
    open('staff'),
    open('invite-staff'),
    ...choose('specialist'),
    say(demoText(`office.${office}.specialist`)),
    say(demoText('office.specialist-position')),
    move('send'),
  ];
  return [
    talk(on, '09:30', 'head', demoText('scene.head-invites'), [...joins, ...invites]),
    talk(on, '10:00', 'specialist', demoText('scene.specialist-joins'), [
      start('head'),
      ...choose('ru', 'yes'),
      open('work'),
    ]),
  ];
}

/** What differs between families in the pre-check. */
export interface Check {
  /** Place, track, adults, children, students. */
  readonly family: readonly Deed[];
  /** Income of the whole family in the three months asked for, as typed. */
  readonly incomes: readonly [string, string, string];
  readonly circumstance: string;
}

/** The anonymous pre-check, and the wish to be called. */
export function checkScenes(on: Day, office: FamilyScript['office'], check: Check): Scene[] {
  const { family, incomes, circumstance } = check;
  const answers = [...family, ...incomes.map((amount) => say(amount)), ...choose(circumstance, 'no')];
  const name = say(demoText(`office.${office}.family-calls-itself`));
  return [
    talk(on, '19:10', 'family', demoText('scene.pre-check'), [
      start(null),
      ...choose('ru'),
      open('pre-check'),
      ...answers,
    ]),
    talk(on, '19:20', 'family', demoText('scene.asks-contact'), [
      ...choose('contact', 'yes'),
      name,
      say('+7 900 000-00-01'),
      move('send'),
    ]),
  ];
}

/** The specialist has called and marks it. */
export function callScene(on: Day): Scene {
  const deeds = [open('work'), open('contact-requests'), open('contact-request-done')];
  return talk(on, '11:00', 'specialist', demoText('scene.calls-back'), deeds);
}

/** The contract is registered and joined. */
export function contractScenes(on: Day, contract: readonly Deed[]): Scene[] {
  const registers = [
    open('work'),
    open('new-contract'),
    ...contract,
    move('send'),
    open('recipient-link'),
    ...choose('yes'),
  ];
  const joins = [start('specialist'), ...choose('yes'), open('my-contract')];
  return [
    talk(on, '15:00', 'specialist', demoText('scene.registers'), registers),
    talk(on, '16:20', 'family', demoText('scene.joins'), joins),
  ];
}
