/**
 * Where each file of a case lies in its archive, so that the office finds it: one folder a case, in it the papers in the order in
 * which order 693 asks for them (01 conclusion, 02 report, 03–14 the monthly records, 15 decision, 16 inquiries), the proofs in a
 * folder of their own by month.
 */
import type { Paper, PaperHead } from '../../casework/paper/paper.ts';
import { type Month, monthOf } from '../../engine/day.ts';
import type { Texts } from '../../texts/render.ts';
import type { Language } from '../../texts/text.ts';
import { registerWords, type Say } from '../register/register-words.ts';
import { safeName } from './file-name.ts';

/** Names of folders and of the file, from the outermost; each may hold any letters, the archive makes them harmless. */
export type ArchivePath = readonly string[];

/** Whose case it is. */
export type CaseName = Pick<PaperHead, 'contractNumber' | 'recipientName'>;

/** A file that proves something of a month; `name` as it was sent, with its ending. */
export interface ProofName {
  readonly month: Month | null;
  readonly name: string;
}

/** Paths of one language. */
export interface CasePaths {
  /** `Дело 12-2026 Иванова Анна.zip`: the file name of an archive of one case. */
  archive(of: CaseName): string;
  /** `Дело 12-2026 Иванова Анна/02 Отчёт 2027-01.docx`; a record has its number as well, a later revision and a draft say so. */
  paper(paper: Paper): ArchivePath;
  /** `…/Подтверждения/2026-09 Справка.jpg`. */
  proof(of: CaseName, proof: ProofName): ArchivePath;
  /** `…/00 График дохода.png`. */
  chart(of: CaseName): ArchivePath;
}

const BEFORE_MONITORING = 2;

/** Paths with the words of the language. */
export function casePaths(texts: Texts, language: Language = 'ru'): CasePaths {
  const say = registerWords(texts, language);
  const folder = (of: CaseName): string =>
    safeName(
      say('archive.case', { contract: of.contractNumber, recipient: of.recipientName }),
      say('archive.nameless'),
    );
  return {
    archive: (of) => `${folder(of)}.zip`,
    paper: (paper) => [folder(paper), `${paperName(paper, say)}.docx`],
    proof: (of, proof) => [
      folder(of),
      say('archive.proofs'),
      `${proof.month ?? say('archive.no-month')} ${safeName(proof.name, say('archive.nameless'))}`,
    ],
    chart: (of) => [folder(of), `00 ${say('archive.chart')}.png`],
  };
}

function paperName(paper: Paper, say: Say): string {
  const number = paper.kind === 'monitoring' ? twoDigits(paper.number) : null;
  const parts = [twoDigits(orderOf(paper)), say(`archive.kind.${paper.kind}`), number, monthOfPaper(paper)];
  const name = parts.filter((part) => part !== null).join(' ');
  const revised = paper.revision > 1 ? say('archive.revision', { name, revision: paper.revision }) : name;
  return paper.draft ? say('archive.draft', { name: revised }) : revised;
}

function orderOf(paper: Paper): number {
  switch (paper.kind) {
    case 'conclusion':
      return 1;
    case 'report':
      return 2;
    case 'monitoring':
      return BEFORE_MONITORING + paper.number;
    case 'decision':
      return 15;
    case 'inquiry':
      return 16;
  }
}

/** The month the paper speaks of; of those that speak of none, the month of their day, null where the day is left open. */
function monthOfPaper(paper: Paper): Month | null {
  if (paper.kind === 'inquiry') return paper.month;
  if (paper.kind === 'monitoring') return paper.month ?? monthOf(paper.checkedOn);
  return paper.preparedOn === null ? null : monthOf(paper.preparedOn);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
