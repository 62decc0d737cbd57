/**
 * Law an operator adds without a release: files of `DATA_DIR/law` merged into the built-in law and checked by the same
 * rules (`docs/law-overlay.md`). Nothing is used before everything is right.
 */
import type { Dated, Law } from '../engine/law.ts';
import { lawFaults } from '../engine/law-rules.ts';
import { accept, type Fault, type Outcome, refuse } from '../engine/outcome.ts';
import { type LawOverlay, lawFor, REGIONS } from '../law/index.ts';
import { type LawDocument, type LawFile, readLawFiles } from './law-document.ts';
import { MergeRecord, mergeRows } from './merge-rows.ts';

/** The laws of all regions the files speak of, or every fault of every file; paths name the file first. */
export function readLawOverlay(files: readonly LawFile[]): Outcome<LawOverlay> {
  const read = readLawFiles(files);
  if (!read.ok) return read;
  const faults: Fault[] = [];
  const overlay: Record<string, Law> = {};
  for (const region of REGIONS) {
    const law = lawFor(region);
    const spokenOf = read.value.filter((document) => document.region === region || document.region === 'all');
    if (law === null || spokenOf.length === 0) continue;
    const merged = merge(law, spokenOf);
    if (merged.ok) overlay[region] = merged.value;
    else
      faults.push(
        ...merged.faults.filter(
          (found) => !faults.some((known) => known.path === found.path && known.problem === found.problem),
        ),
      );
  }
  return faults.length === 0 ? accept(overlay) : refuse(faults);
}

/** One law with what the files add to it; files of other regions are read, checked in their form, and left aside. */
export function applyLawOverlay(law: Law, files: readonly LawFile[]): Outcome<Law> {
  const read = readLawFiles(files);
  if (!read.ok) return read;
  return merge(
    law,
    read.value.filter((document) => document.region === law.region.code || document.region === 'all'),
  );
}

function merge(law: Law, documents: readonly LawDocument[]): Outcome<Law> {
  const record = new MergeRecord();
  const merged = documents.reduce((sofar, document) => withDocument(sofar, document, record), law);
  const faults = [...record.faults, ...lawFaults(merged).map((found) => record.inFile(merged, found))];
  return faults.length === 0 ? accept(merged) : refuse(faults);
}

function withDocument(law: Law, document: LawDocument, record: MergeRecord): Law {
  const from = (field: string) => ({ file: document.name, field, record });
  return {
    ...law,
    region: {
      ...law.region,
      municipalities: mergeRows(
        law.region.municipalities,
        document.municipalities?.map(municipality),
        ({ code }) => code,
        null,
        from('municipalities'),
      ),
    },
    minima: mergeRows(
      law.minima,
      document.minima?.map(({ territory, ...row }) => ({ ...row, territory: territory ?? 'whole' })),
      ({ since, territory }) => `${since} ${territory}`,
      bySince,
      from('minima'),
    ),
    tracks: withTracks(law, document, record),
    policy: withPolicy(law, document, record),
    incomeKinds: withIncomeKinds(law, document, record),
    categories: mergeRows(law.categories, document.categories, ({ code }) => code, null, from('categories')),
    workCalendar: {
      ...law.workCalendar,
      transfers: mergeRows(
        law.workCalendar.transfers,
        document.transfers,
        ({ year }) => String(year),
        (left, right) => left.year - right.year,
        from('transfers'),
      ),
    },
    scoreWeights: mergeRows(
      law.scoreWeights,
      document.scoreWeights,
      ({ since }) => since,
      bySince,
      from('scoreWeights'),
    ),
    noIncomeTest: mergeRows(
      law.noIncomeTest,
      document.noIncomeTest,
      ({ since }) => since,
      bySince,
      from('noIncomeTest'),
    ),
  };
}

function withTracks(law: Law, document: LawDocument, record: MergeRecord): Law['tracks'] {
  return (document.tracks ?? []).reduce<Law['tracks']>((tracks, { track, ...row }, at) => {
    const from = { file: document.name, field: 'tracks', record, at };
    return { ...tracks, [track]: mergeRows(tracks[track], [row], ({ since }) => since, bySince, from) };
  }, law.tracks);
}

function withPolicy(law: Law, document: LawDocument, record: MergeRecord): Law['policy'] {
  if (document.policy === undefined) return law.policy;
  const chosen = Object.fromEntries(Object.entries(document.policy).filter(([, value]) => value !== undefined));
  const policy = { ...law.policy, ...chosen };
  record.note(policy, document.name, 'policy');
  return policy;
}

function withIncomeKinds(law: Law, document: LawDocument, record: MergeRecord): Law['incomeKinds'] {
  return (document.incomeKinds ?? []).reduce((rules, { kind, counted, ...row }, at) => {
    if (!rules.some((rule) => rule.kind === kind)) {
      const known = rules.map((rule) => rule.kind).join(', ');
      record.refuse(
        document.name,
        `incomeKinds[${at}].kind`,
        `"${kind}" is not a kind of income`,
        `write one of: ${known}`,
      );
      return rules;
    }
    const from = { file: document.name, field: 'incomeKinds', record, at };
    return rules.map((rule) =>
      rule.kind === kind
        ? { kind, counted: mergeRows(rule.counted, [{ ...row, value: counted }], ({ since }) => since, bySince, from) }
        : rule,
    );
  }, law.incomeKinds);
}

function municipality(row: NonNullable<LawDocument['municipalities']>[number]) {
  const { plannedContracts2021, ...rest } = row;
  return plannedContracts2021 === undefined ? rest : { ...rest, plannedContracts2021 };
}

function bySince(left: Dated<unknown>, right: Dated<unknown>): number {
  return left.since < right.since ? -1 : left.since > right.since ? 1 : 0;
}
