/** What zod found wrong, as faults of the public commands: path, problem, remedy (`design/interfaces.md`, "Commands"). */
import type { z } from 'zod';
import type { Fault } from '../engine/outcome.ts';

/** Path of a fault that lies in the document as a whole. */
export const DOCUMENT = '(document)';

/** Every issue as a fault, in the order of the document. Fields of `json-fields.ts` bring their own problem and remedy. */
export function shapeFaults(error: z.ZodError): Fault[] {
  return error.issues.flatMap(issueFaults);
}

function issueFaults(issue: z.core.$ZodIssue): Fault[] {
  const path = pathText(issue.path);
  if (issue.code === 'custom') {
    const remedy: unknown = issue.params?.['remedy'];
    return [{ path, problem: issue.message, remedy: typeof remedy === 'string' ? remedy : 'correct the value' }];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      problem: `unknown key "${key}"`,
      remedy: issue.message,
    }));
  }
  if (issue.code === 'invalid_type') {
    const kind = kindName(issue.expected);
    // The only place where zod says that the field is absent.
    const absent = issue.message.endsWith('received undefined');
    return [{ path, problem: absent ? `missing: ${kind}` : `not ${kind}`, remedy: `write ${kind} here` }];
  }
  return [{ path, problem: issue.message, remedy: 'correct the value' }];
}

function kindName(expected: string): string {
  switch (expected) {
    case 'array':
      return 'a JSON list [ … ]';
    case 'object':
      return 'a JSON object { … }';
    default:
      return `a JSON ${expected}`;
  }
}

/** `members[0].incomes[2].amount` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? DOCUMENT : text.replace(/^\./, '');
}
