/**
 * Checks values against the machine-readable Bot API description, which lies outside the project (`TELEGRAM_SPEC`, or
 * `../shared/specs/telegram-bot-api.json` beside it). Both ways: what the bot sends, and what the fake itself makes up.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface SpecField {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
}

interface SpecType {
  readonly fields?: readonly SpecField[];
  readonly subtypes?: readonly string[];
}

interface SpecMethod {
  readonly fields?: readonly SpecField[];
  readonly returns: readonly string[];
}

export interface TelegramSpec {
  readonly version: string;
  readonly methods: { readonly [name: string]: SpecMethod };
  readonly types: { readonly [name: string]: SpecType };
}

let told = false;

/** The description, or null where this machine has none: then only hand-written limits are checked, and that is said once. */
export function loadSpec(): TelegramSpec | null {
  const root = resolve(import.meta.dirname, '../../..');
  const path = process.env['TELEGRAM_SPEC'] ?? resolve(root, '../shared/specs/telegram-bot-api.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as TelegramSpec;
  if (!told) console.warn(`no Bot API description at ${path}: calls are checked against hand-written limits only`);
  told = true;
  return null;
}

/** What is wrong with the parameters of a call; `uploads` are fields whose value arrived as a file. */
export function faultsOfCall(
  spec: TelegramSpec,
  method: string,
  params: { readonly [name: string]: unknown },
  uploads: ReadonlySet<string>,
): string[] {
  const known = spec.methods[method];
  if (known === undefined) return [`${method}: no such method in Bot API ${spec.version}`];
  return faultsOfFields(spec, known.fields ?? [], params, method, uploads);
}

/** What is wrong with a value that should be one of the types. */
export function faultsOfValue(spec: TelegramSpec, types: readonly string[], value: unknown, at: string): string[] {
  const found = types.map((type) => faultsOfOne(spec, type, value, at));
  const best = found.toSorted((one, other) => one.length - other.length)[0];
  return best ?? [`${at}: no type`];
}

function faultsOfOne(spec: TelegramSpec, type: string, value: unknown, at: string): string[] {
  const list = /^Array of (.+)$/.exec(type);
  if (list?.[1] !== undefined) {
    const inner = list[1];
    if (!Array.isArray(value)) return [`${at}: should be a list of ${inner}`];
    return value.flatMap((item, index) => faultsOfOne(spec, inner, item, `${at}[${index}]`));
  }
  const plain = plainTypes[type];
  if (plain !== undefined) return plain(value) ? [] : [`${at}: should be ${type}`];
  const known = spec.types[type];
  if (known === undefined) return [`${at}: type ${type} is not described`];
  if (known.subtypes !== undefined) return faultsOfValue(spec, known.subtypes, value, at);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: should be ${type}`];
  return faultsOfFields(spec, known.fields ?? [], value as { readonly [name: string]: unknown }, at, new Set());
}

const plainTypes: { readonly [type: string]: (value: unknown) => boolean } = {
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  // An upload is seen as a file part, never as a value.
  InputFile: () => false,
};

function faultsOfFields(
  spec: TelegramSpec,
  fields: readonly SpecField[],
  value: { readonly [name: string]: unknown },
  at: string,
  uploads: ReadonlySet<string>,
): string[] {
  const faults: string[] = [];
  const names = new Set(fields.map((field) => field.name));
  for (const name of [...Object.keys(value), ...uploads]) if (!names.has(name)) faults.push(`${at}: no field ${name}`);
  for (const field of fields) {
    const where = `${at}.${field.name}`;
    if (uploads.has(field.name)) {
      if (!field.types.includes('InputFile')) faults.push(`${where}: does not take a file`);
    } else if (value[field.name] === undefined) {
      if (field.required) faults.push(`${where}: missing`);
    } else faults.push(...faultsOfValue(spec, field.types, value[field.name], where));
  }
  return faults;
}
