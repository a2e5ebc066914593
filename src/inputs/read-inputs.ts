/** Reads the action's inputs: raw texts in, one frozen value out. */
import { methodName } from '../api/method.ts';
import { ActionError, InputError, type InputProblem } from '../errors.ts';
import { combinationProblems } from './combinations.ts';
import { readFields, type WrongInput } from './fields.ts';
import {
  CONNECTION,
  type ConnectionInputs,
  fieldsFor,
  INPUT_NAMES,
  type Inputs,
  ownInputs,
  type RawInputs,
  STRUCTURED,
} from './inputs.ts';
import type { OperationInputs } from './needs.ts';
import { problemOf } from './problems.ts';
import type { ReadStructures } from './read-structures.ts';
import type { Strays } from './stray-inputs.ts';

/** White space around a value is no error, and an expression that was never evaluated counts as empty. */
function plain(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed !== undefined && /^\$\{\{[\s\S]*\}\}$/.test(trimmed) ? '' : trimmed;
}

/** What is known of the server that is asked for, without asking it. */
export interface ServerSide {
  /** Names that the platform itself takes inside `method`. */
  readonly ownNames: readonly string[];
  /** Fields of its create call that are nearly named as the API's. */
  readonly ownFields: readonly string[];
  /** Inputs that it does not demand, though the API does. */
  readonly optional: readonly string[];
  /** What is wrong with the way to it. */
  readonly problems: readonly InputProblem[];
}
const NO_SERVER: ServerSide = { ownNames: [], ownFields: [], optional: [], problems: [] };

/**
 * Checks all inputs.
 * @param raw the texts as given; a name that is none of an input is pointed out
 * @param readText reads a file of the workspace, for a `method` that is a path
 * @param operations those that there are; the first is the default
 * @param serverOf what is known of the server to which these inputs lead
 * @throws InputError with every problem that was found
 */
export async function readInputs(
  raw: RawInputs,
  readText: (path: string) => Promise<string>,
  operations: readonly OperationInputs[],
  serverOf: (given: ConnectionInputs) => Promise<ServerSide> = async () => NO_SERVER,
): Promise<Inputs> {
  const given = trimmed(raw);
  const plainly = readFields(fieldsFor(operations.map(({ name }) => name)), given);
  const { structures, problems: wrong, values } = await structuresOf(given, readText);
  const inputs = { ...plainly.values, ...structures, own: ownInputs(given) };
  const server = await serverOf(inputs);
  const type = methodName(values.method);
  const strays = await straysOf(raw, type);
  const slips = await slipsOf(values, server);
  const each = [...problemsOf(plainly.wrong, given), ...wrong, ...slips, ...strays.problems];
  const said = new Set(each.map(({ place }) => place.split('.')[0] ?? place));
  const operation = said.has('operation') ? undefined : operations.find(({ name }) => name === inputs.operation);
  const combined = [
    ...combinationProblems(inputs, operation, { type, wrong: said, optional: server.optional }),
    ...server.problems,
  ];
  // What is wrong by itself is not wrong once more in company.
  const problems = [...each, ...combined.filter(({ place }) => !said.has(place.split('.')[0] ?? place))];
  if (problems.length > 0) throw new InputError(problems);
  return Object.freeze({ ...inputs, remarks: strays.remarks });
}

/**
 * The inputs that say where the server is and who signs in, and no others: whoever only has to reach it needs
 * no file and no data.
 * @throws InputError with every problem that was found
 */
export async function readConnection(raw: RawInputs): Promise<ConnectionInputs> {
  const given = trimmed(raw);
  const { values, wrong } = readFields(CONNECTION, given);
  const { extra_query, extra_headers } = given;
  const { structures, problems } = await structuresOf({ extra_query, extra_headers }, () => Promise.resolve(''));
  const all = [...problemsOf(wrong, given), ...problems];
  if (all.length > 0) throw new InputError(all);
  return { ...values, extra_query: structures.extra_query, extra_headers: structures.extra_headers, own: ownInputs(given) };
}

/** What is wrong with plain inputs, in sentences. */
const problemsOf = (wrong: readonly WrongInput[], given: RawInputs): readonly InputProblem[] =>
  wrong.map(({ name, allowed }) => problemOf([name], allowed, given));

/** The inputs that there are. */
function trimmed(raw: RawInputs): RawInputs {
  return Object.fromEntries(INPUT_NAMES.map((name) => [name, plain(raw[name])]));
}

const NOTHING: ReadStructures = {
  structures: {
    method: undefined,
    hyperparameters: undefined,
    integrations: undefined,
    metadata: undefined,
    extra_body: undefined,
    extra_query: undefined,
    extra_headers: undefined,
    grader: undefined,
    sampling_params: undefined,
    deployment: undefined,
  },
  problems: [],
  values: {},
};

/**
 * The structured inputs. Their parser and schemas are loaded where there is something to read: many steps
 * have none.
 */
async function structuresOf(given: RawInputs, readText: (path: string) => Promise<string>): Promise<ReadStructures> {
  if (STRUCTURED.every((name) => !given[name])) return NOTHING;
  const { readStructures } = await import('./read-structures.ts');
  const method = given.method ?? '';
  if (!/^[^\n{}]+\.(json|ya?ml)$/i.test(method)) return readStructures(given);
  try {
    return readStructures({ ...given, method: await readText(method) });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const message = `Input method names a file that cannot be read: ${error.message}`;
    const { problems, ...others } = readStructures({ ...given, method: '' });
    return { ...others, problems: [{ place: 'method', message }, ...problems] };
  }
}

/** Names inside the structured inputs that nobody knows, or nobody means. */
async function slipsOf(values: Readonly<Record<string, unknown>>, { ownNames, ownFields }: ServerSide): Promise<InputProblem[]> {
  const { method, hyperparameters, integrations, extra_body } = values;
  if ([method, hyperparameters, integrations, extra_body].every((value) => value === undefined)) return [];
  const [{ unknownNames }, { bodySlips }] = await Promise.all([import('./unknown-names.ts'), import('./body-slips.ts')]);
  return [...unknownNames(values, ownNames, INPUT_NAMES), ...bodySlips(extra_body, [...ownNames, ...ownFields])];
}

/** What the runner handed over under names that no input has. */
async function straysOf(raw: RawInputs, type: string): Promise<Strays> {
  if (Object.keys(raw).every((name) => INPUT_NAMES.includes(name))) return { problems: [], remarks: [] };
  return (await import('./stray-inputs.ts')).strayInputs(raw, INPUT_NAMES, type);
}
