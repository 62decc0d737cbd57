import type { Text } from '../../texts/text.ts';
import type { Dialog, Option } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import type { OfficeCard, View } from '../view.ts';
import { citizenText, linesText } from './wording.ts';

/** Offices listed to a person whose own is not known; the pre-check finds the right one. */
const MOST_OFFICES = 5;

/** What this is, whom to call, and the words that always work. */
export const HELP_DIALOG: Dialog = {
  id: 'help',
  version: 1,
  audience: 'anyone',
  content: 'public',
  open: ({ view }) => ({
    kind: 'say',
    replies: [
      {
        texts: [citizenText('help.what'), people(view), citizenText('help.mistake'), citizenText('help.words')],
        options: [...newcomerRow(view), [goOption(citizenText('go.privacy'), 'privacy'), menuOption()]],
        content: view.contracts.length > 0 ? 'personal' : 'public',
      },
    ],
  }),
};

function newcomerRow(view: View): Option[][] {
  return view.contracts.length > 0 ? [] : [[goOption(citizenText('go.pre-check'), 'pre-check')]];
}

/** The person's own specialist and office first; else offices with a phone. */
function people({ contracts, offices }: View): Text {
  const own = offices.filter((office) => contracts.some(({ officeId }) => officeId === office.id));
  const specialists = contracts.flatMap(({ specialist }) => (specialist ? [specialistText(specialist)] : []));
  const phones = (own.length > 0 ? own : offices.slice(0, MOST_OFFICES)).flatMap((office) => officePhone(office));
  const lines = [...unique(specialists), ...phones];
  return lines.length === 0 ? citizenText('help.no-phone') : linesText([citizenText('help.person'), ...lines]);
}

/** Name, phone and hours of an office on one line; empty where it has no phone. */
export function officePhone({ name, phone, hours }: OfficeCard): Text[] {
  if (phone === null) return [];
  return [
    hours === null
      ? citizenText('help.office', { name, phone })
      : citizenText('help.office-hours', { name, phone, hours }),
  ];
}

/** The specialist with the phone where there is one. */
export function specialistText({ name, phone }: { readonly name: string; readonly phone: string | null }): Text {
  return phone === null
    ? citizenText('help.specialist', { name })
    : citizenText('help.specialist-phone', { name, phone });
}

function unique(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
}
