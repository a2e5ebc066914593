/** Reads the action's inputs: raw texts in, one frozen value out. */
import { ActionError, InputError } from '../errors.ts';
import { combinationProblems } from './combinations.ts';
import { CONNECTION, type ConnectionInputs, INPUT_NAMES, type Inputs, type RawInputs, STRUCTURED, schemaFor } from './inputs.ts';
import type { OperationInputs } from './needs.ts';
import { problemOf } from './problems.ts';
import type { ReadStructures } from './read-structures.ts';
import type { Structures } from './structures.ts';

/** White space around a value is no error, and an expression that was never evaluated counts as empty. */
function plain(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed !== undefined && /^\$\{\{[\s\S]*\}\}$/.test(trimmed) ? '' : trimmed;
}

/**
 * Checks all inputs.
 * @param raw the texts as given
 * @param readText reads a file of the workspace, for a `method` that is a path
 * @param operations those that there are; the first is the default
 * @throws InputError with every problem that was found
 */
export async function readInputs(
  raw: RawInputs,
  readText: (path: string) => Promise<string>,
  operations: readonly OperationInputs[],
): Promise<Inputs> {
  const given: Record<string, string | undefined> = Object.fromEntries(INPUT_NAMES.map((name) => [name, plain(raw[name])]));
  const texts = { ...given, method: await methodText(given.method ?? '', readText) };
  const plainly = schemaFor(operations.map(({ name }) => name)).safeParse(given);
  const { structures, problems: unreadable, remarks } = await structuresOf(texts);
  if (!plainly.success || structures === undefined) {
    const issues = plainly.success ? [] : plainly.error.issues;
    throw new InputError([...issues.map((issue) => problemOf(issue.path, issue.message, given)), ...unreadable]);
  }
  const inputs = { ...plainly.data, ...structures };
  const operation = operations.find(({ name }) => name === inputs.operation);
  const problems = combinationProblems(inputs, operation);
  if (problems.length > 0) throw new InputError(problems);
  return Object.freeze({ ...inputs, remarks });
}

/**
 * The inputs that say where the server is and who signs in, and no others: whoever only has to reach it needs
 * no file and no data.
 * @throws InputError with every problem that was found
 */
export function readConnection(raw: RawInputs): ConnectionInputs {
  const given: Record<string, string | undefined> = Object.fromEntries(INPUT_NAMES.map((name) => [name, plain(raw[name])]));
  const read = CONNECTION.safeParse(given);
  if (!read.success) throw new InputError(read.error.issues.map((issue) => problemOf(issue.path, issue.message, given)));
  return read.data;
}

/** The text of `method`: as given, or read from the file that it names. */
async function methodText(given: string, readText: (path: string) => Promise<string>): Promise<string> {
  if (!/^[^\n{}]+\.(json|ya?ml)$/i.test(given)) return given;
  try {
    return await readText(given);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    throw new InputError([{ place: 'method', message: `Input method names a file that cannot be read: ${error.message}` }]);
  }
}

const NONE: Structures = {
  method: undefined,
  hyperparameters: undefined,
  integrations: undefined,
  metadata: undefined,
  extra_body: undefined,
};

/**
 * The structured inputs. Their parser and schemas are loaded where there is something to read: many steps
 * have none.
 */
async function structuresOf(given: RawInputs): Promise<ReadStructures> {
  if (STRUCTURED.every((name) => !given[name])) return { structures: NONE, problems: [], remarks: [] };
  const { readStructures } = await import('./read-structures.ts');
  return readStructures(given);
}
