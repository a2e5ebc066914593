/** Reads the inputs that hold JSON or YAML. */
import type { InputProblem } from '../errors.ts';
import { parseStructured, parseTextMap } from '../structured.ts';
import type { RawInputs } from './inputs.ts';
import { problemOf } from './problems.ts';
import { type Structures, StructuresSchema } from './structures.ts';
import { unusualNames } from './unusual.ts';

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
