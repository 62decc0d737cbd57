/** One member of staff on a line: name, position, load, and whether they have joined. */
import type { Text } from '../../texts/text.ts';
import type { StaffLine } from '../command.ts';
import { staffText } from './wording.ts';

/** "Петрова М. И., специалист: 12 договоров". */
export function staffLine({ name, position, joined, contracts, role }: StaffLine): Text {
  return staffText(joined ? 'staff.line' : 'staff.line-not-joined', {
    name,
    position: { text: position === '' ? staffText(`role.${role}`) : staffText('words', { words: position }) },
    count: contracts,
  });
}
