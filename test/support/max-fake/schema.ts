/**
 * Checks calls and the fake's own words against the vendor's OpenAPI description, which lies outside the project (`MAX_SPEC`, or
 * `../shared/specs/max-bot-api-0.0.32.json` beside it). The description is turned into JSON Schema first: `nullable`, and families
 * told apart by a discriminator, are OpenAPI's own.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2019, type ErrorObject } from 'ajv/dist/2019.js';

type Json = { readonly [name: string]: unknown };

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Json;
  }[];
  readonly requestBody?: Json;
  readonly responses: Json;
}

interface OpenApi {
  readonly info: { readonly version: string };
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: { readonly schemas: { readonly [name: string]: Json } };
}

export interface MaxSchema {
  readonly version: string;
  /** What is wrong with a call; `path` as described: `/messages/{messageId}`. */
  faultsOfCall(method: string, path: string, query: URLSearchParams, body: unknown): string[];
  /** What is wrong with what the server says: the answer to a call. */
  faultsOfAnswer(method: string, path: string, value: unknown): string[];
  /** What is wrong with a value of a named schema. */
  faultsOf(name: string, value: unknown): string[];
}

let loaded: MaxSchema | null | undefined;

/** The description, or null where this machine has none: then only hand-written limits are checked, and that is said once. */
export function loadMaxSchema(): MaxSchema | null {
  if (loaded !== undefined) return loaded;
  const root = resolve(import.meta.dirname, '../../..');
  const path = process.env['MAX_SPEC'] ?? resolve(root, '../shared/specs/max-bot-api-0.0.32.json');
  if (!existsSync(path)) {
    console.warn(`no MAX Bot API description at ${path}: calls are checked against hand-written limits only`);
    loaded = null;
  } else loaded = createSchema(JSON.parse(readFileSync(path, 'utf8')) as OpenApi);
  return loaded;
}

/** In the description and not true: its own fixtures speak of dialogs, and PATCH /me/commands stands only in the next version. */
function corrected(api: OpenApi): OpenApi {
  const { schemas } = api.components;
  const commands = {
    properties: { commands: { type: 'array', maxItems: 32, items: { $ref: '#/components/schemas/BotCommand' } } },
    required: ['commands'],
  };
  return {
    ...api,
    components: {
      schemas: { ...schemas, ChatType: { enum: ['dialog', 'chat', 'channel'] }, BotCommandsPatch: commands },
    },
    paths: {
      ...api.paths,
      '/me/commands': {
        patch: {
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/BotCommandsPatch' } } },
          },
          responses: {},
        },
      },
    },
  };
}

function createSchema(given: OpenApi): MaxSchema {
  const api = corrected(given);
  const ajv = new Ajv2019({ strict: false, allErrors: false, validateFormats: false });
  const { schemas } = api.components;
  for (const [name, schema] of Object.entries(schemas)) {
    ajv.addSchema(converted(schema, 'base'), `max:/base/${name}`);
    ajv.addSchema(whole(name, schema), `max:/whole/${name}`);
  }
  const check = (key: string, make: () => Json, value: unknown): string[] => {
    const validate = ajv.getSchema(key) ?? ajv.addSchema(make(), key).getSchema(key);
    if (validate === undefined) throw new Error(`no schema ${key}`);
    return validate(value) === true ? [] : (validate.errors ?? []).map(told);
  };
  const operation = (method: string, path: string) => api.paths[path]?.[method.toLowerCase()];
  return {
    version: api.info.version,
    faultsOf: (name, value) => check(`max:/whole/${name}`, () => ({}), value).map((fault) => `${name}${fault}`),
    faultsOfCall(method, path, query, body) {
      const known = operation(method, path);
      if (known === undefined) return [`${method} ${path}: not in MAX Bot API ${api.info.version}`];
      const schema = jsonSchemaOf(known.requestBody);
      const faults =
        schema === null
          ? body === undefined
            ? []
            : [': takes no body']
          : check(`max:/call/${method}${path.replaceAll(/[{}]/g, '')}`, () => converted(schema, 'use'), body);
      return [...faultsOfQuery(known, query), ...faults].map((fault) => `${method} ${path}${fault}`);
    },
    faultsOfAnswer(method, path, value) {
      const good = operation(method, path)?.responses['200'] as Json | undefined;
      const schema = jsonSchemaOf(good);
      if (schema === null) return [];
      return check(`max:/answer/${method}${path.replaceAll(/[{}]/g, '')}`, () => converted(schema, 'use'), value).map(
        (fault) => `${method} ${path}${fault}`,
      );
    },
  };
}

function jsonSchemaOf(holder: Json | undefined): Json | null {
  const content = holder?.['content'] as { readonly 'application/json'?: { readonly schema: Json } } | undefined;
  return content?.['application/json']?.schema ?? null;
}

/** A schema with its whole family: the kind is found by the discriminator, and a field nobody describes is a fault. */
function whole(name: string, schema: Json): Json {
  const family = schema['discriminator'] as { propertyName: string; mapping: { [kind: string]: unknown } } | undefined;
  const isObject = schema['properties'] !== undefined || schema['allOf'] !== undefined;
  const base = { $ref: `max:/base/${name}` };
  if (family === undefined) return isObject ? { allOf: [base], unevaluatedProperties: false } : base;
  const kinds = Object.entries(family.mapping);
  const field = family.propertyName;
  return {
    allOf: [
      base,
      { properties: { [field]: { enum: kinds.map(([kind]) => kind) } } },
      ...kinds.map(([kind, target]) => ({
        if: { properties: { [field]: { const: kind } } },
        // oxlint-disable-next-line unicorn/no-thenable
        then: { $ref: `max:/base/${nameOf(typeof target === 'string' ? target : (target as { $ref: string }).$ref)}` },
      })),
    ],
    unevaluatedProperties: false,
  };
}

/** `base`: the schema itself, whose own `allOf` names what it grows from; `use`: a place where a value stands. */
function converted(schema: Json, as: 'base' | 'use'): Json {
  const { $ref: ref, allOf, properties, items, nullable, required, additionalProperties, type } = schema;
  if (typeof ref === 'string') return { $ref: `max:/${as === 'base' ? 'base' : 'whole'}/${nameOf(ref)}` };
  const parts = allOf as readonly Json[] | undefined;
  const fields = properties as { readonly [name: string]: Json } | undefined;
  const named = Array.isArray(required) ? (required as readonly string[]) : [];
  const plain: Json = {
    ...(typeof type === 'string' ? { type } : fields === undefined ? {} : { type: 'object' }),
    ...pick(schema, [
      'enum',
      'maxLength',
      'minLength',
      'maxItems',
      'minItems',
      'pattern',
      'minimum',
      'maximum',
      'uniqueItems',
    ]),
    ...(parts === undefined ? {} : { allOf: parts.map((part) => converted(part, as)) }),
    ...(fields === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, converted(one, 'use')])) }),
    // Required and nullable at once is what the vendor's own client leaves out; what is no field cannot be required.
    ...(fields === undefined
      ? {}
      : { required: named.filter((name) => fields[name] !== undefined && fields[name]['nullable'] !== true) }),
    ...(items === undefined ? {} : { items: converted(items as Json, 'use') }),
    ...(typeof additionalProperties === 'object' && additionalProperties !== null
      ? { additionalProperties: converted(additionalProperties as Json, 'use') }
      : {}),
  };
  return nullable === true ? { anyOf: [{ type: 'null' }, plain] } : plain;
}

function pick(schema: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.filter((name) => schema[name] !== undefined).map((name) => [name, schema[name]]));
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function faultsOfQuery(operation: Operation, query: URLSearchParams): string[] {
  const known = (operation.parameters ?? []).filter((one) => one.in === 'query');
  const unknown = [...query.keys()].filter((name) => !known.some((one) => one.name === name));
  const missing = known.filter((one) => one.required === true && !query.has(one.name)).map((one) => one.name);
  const wrong = known.filter((one) => query.has(one.name) && !fitsQuery(one.schema, query.get(one.name) ?? ''));
  return [
    ...unknown.map((name) => `?${name}: no such parameter`),
    ...missing.map((name) => `?${name}: missing`),
    ...wrong.map(({ name }) => `?${name}: not as described`),
  ];
}

function fitsQuery(schema: Json, value: string): boolean {
  switch (schema['type']) {
    case 'integer': {
      const [least, most] = [schema['minimum'] ?? -Infinity, schema['maximum'] ?? Infinity];
      return /^-?\d{1,19}$/.test(value) && Number(value) >= Number(least) && Number(value) <= Number(most);
    }
    case 'boolean':
      return value === 'true' || value === 'false';
    default:
      return value !== '';
  }
}

function told({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath}: ${message ?? 'wrong'} ${JSON.stringify(params)}`;
}
