/** The register of a month as files, and as messages to the heads of the office. */
import { addMonths, type Day, dayIn, type Month } from '../../../engine/day.ts';
import type { FileRef } from '../../../dialogs/file-ref.ts';
import { registerNotice } from '../../../dialogs/notice/register-notice.ts';
import { lawOf } from '../../case/plan-contract.ts';
import type { Deps } from '../../deps.ts';
import type { Register } from '../../paper/paper.ts';
import type { Instant, MadeFile, Office, OutboxDraft, Stores } from '../../ports.ts';
import { registerOf } from './register-rows.ts';

/** A register with its two files. */
export interface WrittenRegister {
  readonly register: Register;
  readonly contractIds: readonly string[];
  readonly xlsx: FileRef;
  readonly csv: FileRef;
}

type WriterDeps = Pick<Deps, 'documents' | 'files'>;

/** Writes it; one with nothing in it says so. */
export async function writtenRegister(
  deps: WriterDeps,
  stores: Stores,
  office: Office,
  month: Month,
): Promise<WrittenRegister> {
  const { register, contractIds } = await registerOf(stores, office, month);
  const keep = ({ bytes, name, mediaType }: MadeFile) => deps.files.keepMade(bytes, name, mediaType);
  const xlsx = await keep(await deps.documents.registerXlsx(register));
  const csv = await keep(await deps.documents.registerCsv(register));
  return { register, contractIds, xlsx, csv };
}

/** The day before which the department must have the register of the month. */
export function departmentDay(deps: Pick<Deps, 'laws'>, office: Office, month: Month): Day {
  return dayIn(addMonths(month, 1), lawOf(deps, office.region).policy.departmentDay);
}

/** One message a head; `keyOf` names it by the person. */
export async function registerDrafts(
  deps: Pick<Deps, 'laws'>,
  stores: Stores,
  office: Office,
  { register, xlsx, csv }: WrittenRegister,
  notBefore: Instant,
  keyOf: (personId: string) => string,
): Promise<OutboxDraft[]> {
  const day = departmentDay(deps, office, register.month);
  const reply = registerNotice({ month: register.month, rows: register.rows.length, day, files: [xlsx, csv] });
  const heads = (await stores.offices.staffOf(office.id)).filter(({ active, role }) => active && role === 'head');
  return heads.flatMap(({ personId }): OutboxDraft[] =>
    personId === null
      ? []
      : [{ uniqueKey: keyOf(personId), personId, addressId: null, kind: 'notice', reply, notBefore, about: [] }],
  );
}
