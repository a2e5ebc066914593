/** The inputs that hold JSON or YAML, each a parameter of the API. */
import * as z from 'zod/mini';
import { Integrations, Metadata, Method, SupervisedHyperparameters } from '../api/requests.ts';
import type { InputProblem } from '../errors.ts';
import { parseStructured, parseTextMap } from '../structured.ts';
import { structured } from './fields.ts';
import type { RawInputs } from './inputs.ts';
import { problemOf } from './problems.ts';
import { unusualNames } from './unusual.ts';

/** The bare word `dpo` means `{type: dpo}`. */
const MethodInput = z.pipe(
  z.pipe(
    z.unknown(),
    z.transform((value) => (typeof value === 'string' ? { type: value } : value)),
  ),
  Method,
);
const AnyMap = z.record(z.string({ error: 'a text' }), z.unknown(), { error: 'a map' });

const StructuresSchema = z.object({
  method: structured(MethodInput),
  hyperparameters: structured(SupervisedHyperparameters),
  integrations: structured(Integrations),
  metadata: structured(Metadata),
  extra_body: structured(AnyMap),
});

/** An input that is not given is undefined. */
export type Structures = Readonly<z.infer<typeof StructuresSchema>>;

export interface ReadStructures {
  /** Undefined when there are problems. */
  readonly structures: Structures | undefined;
  readonly problems: readonly InputProblem[];
  /** What is unusual without being wrong, one line each. */
  readonly remarks: readonly string[];
}

/** Parses and checks them. */
export function readStructures(given: RawInputs): ReadStructures {
  const texts = Object.keys(StructuresSchema.shape).map((name) => [name, given[name] ?? ''] as const);
  const parse = (name: string, text: string) => (name === 'metadata' ? parseTextMap(text) : parseStructured(text));
  const parsed = Object.fromEntries(texts.map(([name, text]) => [name, text === '' ? undefined : parse(name, text)]));
  const checked = StructuresSchema.safeParse(parsed);
  if (checked.success) return { structures: checked.data, problems: [], remarks: unusualNames(checked.data) };
  const values = Object.fromEntries(
    Object.entries(parsed).map(([name, one]) => [name, one === undefined || 'fault' in one ? undefined : one.value]),
  );
  const problems = checked.error.issues.map((issue) => problemOf(issue.path, issue.message, values));
  return { structures: undefined, problems, remarks: [] };
}
