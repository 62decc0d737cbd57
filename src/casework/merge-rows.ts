/** Rows of a file merged into rows of the law, remembering which row came from where, so that a fault names the file. */
import type { Law } from '../engine/law.ts';
import type { Fault } from '../engine/outcome.ts';

/** Where an added row stands in its file. */
interface Origin {
  readonly file: string;
  readonly path: string;
}

/** The file and field a list of rows comes from; `at` where the rows are not that whole list. */
interface Source {
  readonly file: string;
  readonly field: string;
  readonly record: MergeRecord;
  readonly at?: number;
}

/** What a merge learned: the origin of every added row, and faults the merge itself found. */
export class MergeRecord {
  readonly faults: Fault[] = [];
  readonly #origins = new Map<object, Origin>();

  /** Remembers where a part of the merged law came from. */
  note(part: object, file: string, path: string): void {
    this.#origins.set(part, { file, path });
  }

  /** A fault the merge found at a place of a file. */
  refuse(file: string, path: string, problem: string, remedy: string): void {
    this.faults.push({ path: `${file}: ${path}`, problem, remedy });
  }

  /** A fault of the merged law, told at the place of the file its innermost added part came from. */
  inFile(merged: Law, fault: Fault): Fault {
    const steps = fault.path.split(/[.[\]]+/).filter((step) => step !== '');
    let part: unknown = merged;
    let told: string | null = null;
    steps.forEach((step, at) => {
      part =
        typeof part === 'object' && part !== null ? Object.entries(part).find(([key]) => key === step)?.[1] : undefined;
      const origin = typeof part === 'object' && part !== null ? this.#origins.get(part) : undefined;
      if (origin !== undefined)
        told = `${origin.file}: ${origin.path}${steps
          .slice(at + 1)
          .map(stepText)
          .join('')}`;
    });
    return told === null ? fault : { ...fault, path: told };
  }
}

function stepText(step: string): string {
  return /^\d+$/.test(step) ? `[${step}]` : `.${step}`;
}

/**
 * The rows of the law with the rows of the file. A row whose key stands already is refused, unless it says `replaces`;
 * `replaces` with nothing to replace is refused too. With an order the result is sorted, equal rows as they came.
 */
export function mergeRows<Row extends object>(
  own: readonly Row[],
  added: readonly (Row & { readonly replaces?: boolean | undefined })[] | undefined,
  key: (row: Row) => string,
  order: ((left: Row, right: Row) => number) | null,
  from: Source,
): readonly Row[] {
  let rows = own;
  (added ?? []).forEach((row, index) => {
    const path = `${from.field}[${from.at ?? index}]`;
    const stands = rows.some((known) => key(known) === key(row));
    if (row.replaces === true && !stands) {
      from.record.refuse(from.file, `${path}.replaces`, `there is no row ${key(row)} to replace`, 'remove "replaces"');
    }
    if (row.replaces !== true && stands) {
      const remedy = 'remove it, correct its day or code, or say "replaces": true if the act was read anew';
      from.record.refuse(from.file, path, `a row ${key(row)} stands already`, remedy);
      return;
    }
    from.record.note(row, from.file, path);
    rows = [...rows.filter((known) => key(known) !== key(row)), row];
  });
  return order === null ? rows : rows.toSorted(order);
}
