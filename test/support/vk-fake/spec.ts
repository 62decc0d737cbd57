/**
 * Checks calls against the machine-readable description of VK's `messages` methods, which lies outside the project (`VK_SPEC`, or
 * `../shared/specs/vk-messages-5.199.json` beside it). Methods of other sections are described by hand, from the vendor's documents.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

interface SpecParameter {
  readonly name: string;
  readonly type: string;
  readonly required?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly items?: { readonly type: string };
}

interface SpecMethod {
  readonly name: string;
  readonly access_token_type: readonly string[];
  readonly parameters?: readonly SpecParameter[];
}

export interface VkSpec {
  readonly version: string;
  /** What is wrong with the parameters of a call; null where the description does not know the method's section. */
  faultsOf(method: string, params: { readonly [name: string]: string }): readonly string[] | null;
}

let told = false;

/** The description, or null where this machine has none: then only hand-written limits are checked, and that is said once. */
export function loadSpec(): VkSpec | null {
  const root = resolve(import.meta.dirname, '../../..');
  const path = process.env['VK_SPEC'] ?? resolve(root, '../shared/specs/vk-messages-5.199.json');
  if (!existsSync(path)) {
    if (!told)
      console.warn(`no description of the VK API at ${path}: calls are checked against hand-written limits only`);
    told = true;
    return null;
  }
  const { version, methods } = JSON.parse(readFileSync(path, 'utf8')) as {
    version: string;
    methods: readonly SpecMethod[];
  };
  const ajv = new Ajv({ strict: false, allErrors: true });
  const known = new Map(methods.map((method) => [method.name, { method, validate: ajv.compile(schemaOf(method)) }]));
  return {
    version,
    faultsOf(name, params) {
      if (!name.startsWith('messages.')) return null;
      const found = known.get(name);
      if (found === undefined) return [`${name}: no such method in API ${version}`];
      const faults = found.method.access_token_type.includes('group') ? [] : [`${name}: not for a community token`];
      return [...faults, ...faultsOfParams(name, found.validate, valuesOf(found.method, params))];
    },
  };
}

/** Whether a token of a community may be used for what these parameters ask of a method described by hand. */
export function faultsOfNames(
  method: string,
  params: { readonly [name: string]: string },
  known: { readonly required: readonly string[]; readonly optional: readonly string[] },
): readonly string[] {
  const names = [...known.required, ...known.optional];
  return [
    ...Object.keys(params).flatMap((name) => (names.includes(name) ? [] : [`${method}: no parameter ${name}`])),
    ...known.required.flatMap((name) => (params[name] === undefined ? [`${method}.${name}: missing`] : [])),
  ];
}

function faultsOfParams(method: string, validate: ValidateFunction, values: object): readonly string[] {
  if (validate(values)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${method}${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
}

function schemaOf({ parameters = [] }: SpecMethod): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, propertyOf(parameter)])),
    required: parameters.filter((parameter) => parameter.required === true).map((parameter) => parameter.name),
  };
}

function propertyOf({ type, minimum, maximum, maxLength, maxItems, items, ...rest }: SpecParameter): object {
  const limits = { minimum, maximum, maxLength, maxItems, enum: rest.enum };
  const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
  return { type, ...given, ...(items === undefined ? {} : { items: { type: items.type } }) };
}

/** A form carries text only; it is read as the server reads it: whole numbers, 0 and 1, lists with commas. */
function valuesOf({ parameters = [] }: SpecMethod, params: { readonly [name: string]: string }): object {
  return Object.fromEntries(
    Object.entries(params).map(([name, text]) => {
      const parameter = parameters.find((one) => one.name === name);
      return [name, parameter?.type === 'array' ? listOf(parameter, text) : valueOf(parameter?.type ?? 'string', text)];
    }),
  );
}

function listOf({ items }: SpecParameter, text: string): readonly unknown[] {
  return text.split(',').map((item) => valueOf(items?.type ?? 'string', item));
}

function valueOf(type: string, text: string): unknown {
  if (type === 'boolean') return text === '1' ? true : text === '0' ? false : text;
  const isNumber = (type === 'integer' || type === 'number') && text.trim() !== '' && Number.isFinite(Number(text));
  return isNumber ? Number(text) : text;
}
