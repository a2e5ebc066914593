/** Reads the inputs that hold JSON or YAML. */
import * as z from 'zod/mini';
import type { InputProblem } from '../errors.ts';
import { crowdedLine, type Parsed, parseStructured, parseTextMap } from '../structured.ts';
import type { RawInputs } from './inputs.ts';
import { problemOf, shown, unreadableProblem } from './problems.ts';
import { asMethod, type Structures, StructuresSchema } from './structures.ts';

export interface ReadStructures {
  /** Those that are right; one that is wrong is undefined. */
  readonly structures: Structures;
  readonly problems: readonly InputProblem[];
  /** All as they were parsed, whether or not they are right. */
  readonly values: Readonly<Record<string, unknown>>;
}

type Read = { readonly value: unknown } | { readonly problem: InputProblem };

/** Maps from text to text, whose numbers keep the digits that their author wrote. */
const TEXT_MAPS = ['metadata', 'extra_query', 'extra_headers'];

function parsed(name: string, text: string): Parsed {
  return TEXT_MAPS.includes(name) ? parseTextMap(text) : parseStructured(text);
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

/** Those that are right. One that is wrong reads as if it were not given. */
function checked(values: Readonly<Record<string, unknown>>): Pick<ReadStructures, 'structures' | 'problems'> {
  const read = z.safeParse(StructuresSchema, values);
  if (read.success) return { structures: read.data, problems: [] };
  const { issues } = read.error;
  const wrong = issues.map(({ path }) => [String(path[0]), undefined] as const);
  return {
    structures: z.parse(StructuresSchema, { ...values, ...Object.fromEntries(wrong) }),
    problems: issues.map(({ path, message }) => problemOf(path, message, values)),
  };
}

/** Parses and checks them. */
export function readStructures(given: RawInputs): ReadStructures {
  const texts = Object.keys(StructuresSchema.shape).map((name) => [name, given[name] ?? ''] as const);
  const all = texts.map(([name, text]) => [name, text === '' ? { value: undefined } : read(name, text)] as const);
  const values = Object.fromEntries(all.map(([name, one]) => [name, 'value' in one ? one.value : undefined]));
  const { structures, problems } = checked(values);
  const unread = all.flatMap(([, one]) => ('problem' in one ? [one.problem] : []));
  return { structures, problems: [...unread, ...problems], values };
}
