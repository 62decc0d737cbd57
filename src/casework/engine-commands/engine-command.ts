/** One engine command as a function of its JSON document: the form is read, then the engine is asked (`design/interfaces.md`). */
import { z } from 'zod';
import { day } from '../../engine/day.ts';
import type { Law } from '../../engine/law.ts';
import { type Fault, type Outcome, refuse } from '../../engine/outcome.ts';
import { DOCUMENT, shapeFaults } from '../shape-faults.ts';

/** The law of a region, with what the operator added; `null` for an unknown region. `null` asks for the default region. */
export type LawOf = (region: string | null) => Law | null;

/** Answers one document, or every fault of it at once. Never throws on a wrong document. */
export type EngineCommand = (lawOf: LawOf) => (document: unknown) => Outcome<object>;

/** Stands for a day that was not readable where only "not after it" is asked. */
export const LATEST = day('2199-12-31');

/** The fields that are right, where others are not. */
type Salvaged<Input> = Readonly<Partial<Input>>;

interface CommandParts<Shape extends z.ZodRawShape, Input extends z.output<z.ZodObject<Shape>>> {
  /** Top-level fields. Fields not named here are ignored. */
  readonly fields: z.ZodObject<Shape>;
  /** Region whose law is asked; `null` where the document names none. */
  readonly region: (document: Input) => string | null;
  readonly run: (law: Law, document: Input) => Outcome<object>;
  /** Faults beyond the form that can be told although the form is wrong, so that one run names them all. */
  readonly further?: (
    right: Salvaged<Input>,
    raw: Readonly<Record<string, unknown>>,
    law: Law | null,
  ) => readonly Fault[];
}

/** Builds a command from its fields and its function of the engine. */
export function engineCommand<Shape extends z.ZodRawShape, Input extends z.output<z.ZodObject<Shape>>>(
  parts: CommandParts<Shape, Input>,
): EngineCommand {
  return (lawOf) => (document) => {
    const read = parts.fields.safeParse(document);
    if (!read.success) return refuse([...shapeFaults(read.error), ...furtherFaults(parts, document, lawOf)]);
    // `Input` is the output of these very fields; zod's own type of it cannot be named in a generic.
    const input = read.data as Input;
    const law = lawOf(parts.region(input));
    return law === null ? refuse([noLaw(parts.region(input))]) : parts.run(law, input);
  };
}

function furtherFaults<Shape extends z.ZodRawShape, Input extends z.output<z.ZodObject<Shape>>>(
  { fields, further }: CommandParts<Shape, Input>,
  document: unknown,
  lawOf: LawOf,
): readonly Fault[] {
  if (further === undefined || typeof document !== 'object' || document === null) return [];
  const raw: Readonly<Record<string, unknown>> = { ...document };
  const right = Object.entries(fields.shape).flatMap(([key, field]) => {
    const read = z.safeParse(field, raw[key]);
    return read.success ? [[key, read.data] as const] : [];
  });
  const law = typeof raw['region'] === 'string' ? lawOf(raw['region']) : null;
  return further(Object.fromEntries(right) as Salvaged<Input>, raw, law);
}

function noLaw(region: string | null): Fault {
  return {
    path: 'region',
    problem: `no law of region ${region ?? DOCUMENT}`,
    remedy: 'see `opora law` for the regions',
  };
}
