/** Reads the inputs that hold JSON or YAML. */
import type { InputProblem } from '../errors.ts';
import { crowdedLine, type Parsed, parseStructured, parseTextMap } from '../structured.ts';
import { INPUT_NAMES, type RawInputs } from './inputs.ts';
import { leniently } from './leniently.ts';
import { problemOf, shown, unreadableProblem } from './problems.ts';
import { asMethod, type Structures, StructuresSchema } from './structures.ts';
import { unknownNames } from './unknown-names.ts';

export interface ReadStructures {
  /** Those that are right; one that is wrong is undefined. */
  readonly structures: Structures;
  readonly problems: readonly InputProblem[];
  /** All as they were parsed, whether or not they are right. */
  readonly values: Readonly<Record<string, unknown>>;
}

type Read = { readonly value: unknown } | { readonly problem: InputProblem };

function parsed(name: string, text: string): Parsed {
  return name === 'metadata' ? parseTextMap(text) : parseStructured(text);
}

function read(name: string, text: string): Read {
  const crowded = name === 'metadata' ? crowdedLine(text) : undefined;
  if (crowded !== undefined) {
    const pairs = crowded.replaceAll(/\s*[,;]\s*|\s+(?=[\w.-]+=)/g, ', ').replaceAll('=', ': ');
    const message = `Input metadata has more than one pair in a line: ${shown(crowded)}. Write one pair a line, or a map: {${pairs}}.`;
    return { problem: { place: 'metadata', message } };
  }
  const one = parsed(name, text);
  if ('fault' in one) return { problem: unreadableProblem(name, text, one) };
  return { value: name === 'method' ? asMethod(one.value) : one.value };
}

/**
 * Parses and checks them.
 * @param own names that the platform itself takes inside `method`
 */
export function readStructures(given: RawInputs, own: readonly string[]): ReadStructures {
  const texts = Object.keys(StructuresSchema.shape).map((name) => [name, given[name] ?? ''] as const);
  const all = texts.map(([name, text]) => [name, text === '' ? { value: undefined } : read(name, text)] as const);
  const values = Object.fromEntries(all.map(([name, one]) => [name, 'value' in one ? one.value : undefined]));
  const { value: structures, issues } = leniently(StructuresSchema, values);
  return {
    structures,
    problems: [
      ...all.flatMap(([, one]) => ('problem' in one ? [one.problem] : [])),
      ...issues.map((issue) => problemOf(issue.path, issue.message, values)),
      ...unknownNames(values, own, INPUT_NAMES),
    ],
    values,
  };
}
