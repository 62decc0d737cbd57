/** Rules of rows and lists of the law whatever they hold: cited, in the order of their days, each code once (`law-rules.ts` runs them). */
import { parseDay } from './day.ts';
import type { Citation, Dated, ListedCode } from './law.ts';
import type { Fault } from './outcome.ts';

/** A citation names where the figure was read, and an address only as https. An act that was not seen is `null`, never an empty text. */
export function citationFaults(cite: Citation, path: string): Fault[] {
  const faults: Fault[] = [];
  if (cite.source.trim() === '') {
    faults.push(fault(`${path}.source`, 'no source', 'say in words where the value was read'));
  }
  if (cite.act?.trim() === '') {
    faults.push(
      fault(`${path}.act`, 'an empty act', 'write title, date and number of the act, or null if it was not seen'),
    );
  }
  if (cite.link !== null && !/^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/.test(cite.link)) {
    faults.push(fault(`${path}.link`, `not an https address: ${cite.link}`, 'give an address with https://, or null'));
  }
  return faults;
}

/** Values of one list stand in the order of their days, one a day, each cited. */
export function datedFaults<T>(
  rows: readonly Dated<T>[],
  path: string,
  valueFaults: (value: T, path: string) => Fault[] = () => [],
): Fault[] {
  return rows.flatMap((row, at) => {
    const here = `${path}[${at}]`;
    const before = rows[at - 1];
    const order = before === undefined ? [] : orderFaults(before.since, row.since, here);
    const value = row.value === null ? [] : valueFaults(row.value, `${here}.value`);
    return [...dayFaults(row.since, here), ...order, ...value, ...citationFaults(row.cite, `${here}.cite`)];
  });
}

/** The day of a row exists. */
export function dayFaults(since: string, path: string): Fault[] {
  if (parseDay(since) !== null) return [];
  return [fault(`${path}.since`, `not a day: ${since}`, 'give a day that exists, like 2027-01-01')];
}

/** A row stands after the row before it, never on the same day. */
export function orderFaults(before: string, since: string, path: string): Fault[] {
  if (before === since) {
    return [
      fault(`${path}.since`, `a second value from ${since}`, 'keep one value a day: remove one, or correct its day'),
    ];
  }
  return before < since
    ? []
    : [fault(`${path}.since`, `${since} stands after ${before}`, 'put the rows in the order of their days')];
}

/** Codes have their form and stand once. */
export function codeFaults(codes: readonly string[], path: string): Fault[] {
  return codes.flatMap((code, at) => {
    if (!/^[a-z][a-z0-9-]*$/.test(code)) {
      return [fault(`${path}[${at}]`, `not a code: ${code}`, 'use small Latin letters, digits and hyphens')];
    }
    return codes.indexOf(code) === at
      ? []
      : [fault(`${path}[${at}]`, `code ${code} stands twice`, 'keep one of the two')];
  });
}

/** Codes of a list with their citations. */
export function listFaults(list: readonly ListedCode[], path: string): Fault[] {
  return [
    ...codeFaults(
      list.map(({ code }) => code),
      path,
    ),
    ...list.flatMap(({ cite }, at) => citationFaults(cite, `${path}[${at}].cite`)),
  ];
}

/** One fault, in the order a person reads it. */
export function fault(path: string, problem: string, remedy: string): Fault {
  return { path, problem, remedy };
}
