/** The member of staff who speaks, and the law of their region. */
import type { Law } from '../../engine/law.ts';
import type { StaffView, View } from '../view.ts';

/** The member of staff. Throws for anyone else: the runner lets only staff into these dialogs. */
export function staffOf(view: Pick<View, 'person'>): StaffView {
  const { staff } = view.person;
  if (staff === null) throw new Error('a staff dialog was opened for someone who is not staff');
  return staff;
}

/** The law of the office's region. Throws where there is none: the office could not have been set up. */
export function lawOf(view: Pick<View, 'person' | 'laws'>): Law {
  const { region } = staffOf(view);
  const law = view.laws[region];
  if (law === undefined) throw new Error(`no law of region ${region}`);
  return law;
}

/** Whether the head speaks: who sees whose work it is. */
export function isHead(view: Pick<View, 'person'>): boolean {
  return staffOf(view).role === 'head';
}
