/** The action's inputs: raw texts in, one frozen value out. This is the only place that knows their defaults and ranges besides `action.yml`. */
import * as z from 'zod/mini';
import { ActionError, InputError } from '../errors.ts';
import { PLATFORM_NAMES } from '../providers/registry.ts';
import { combinationProblems } from './combinations.ts';
import { choice, flag, lines, number, optionalChoice, optionalNumber, text } from './fields.ts';
import { problemOf } from './problems.ts';
import type { ReadStructures, Structures } from './structures.ts';

export const OPERATIONS = [
  'create',
  'validate',
  'wait',
  'retrieve',
  'list',
  'list_events',
  'list_checkpoints',
  'cancel',
  'pause',
  'resume',
] as const;
/** What `status` may ask for. Servers have states that the specification does not name, so any word passes. */
const STATUS = z.pipe(
  text,
  z.transform((value, context) => {
    if (value === undefined || /^[a-z_]{1,40}$/.test(value)) return value;
    context.issues.push({ code: 'custom', input: value, message: 'a status such as succeeded, running or paused' });
    return z.NEVER;
  }),
);

const PlainSchema = z.object({
  operation: choice(...OPERATIONS),
  model: text,
  training_file: lines,
  validation_file: lines,
  seed: optionalNumber({ low: 0, high: 2_147_483_647, whole: true }),
  suffix: z.pipe(
    text,
    z.transform((value, context) => {
      if (value === undefined || [...value].length <= 64) return value;
      context.issues.push({ code: 'custom', input: value, message: 'a text of 1 to 64 characters' });
      return z.NEVER;
    }),
  ),
  provider: choice('auto', ...PLATFORM_NAMES),
  base_url: text,
  allow_http: flag(false),
  api_key: text,
  organization: text,
  project: text,
  identity_provider_id: text,
  service_account_id: text,
  audience: text,
  wait: flag(true),
  timeout_minutes: number({ low: 0, above: true, high: 35 * 24 * 60 }, 330),
  poll_interval_seconds: number({ low: 0, high: 3600 }, 0),
  on_timeout: choice('fail', 'detach', 'cancel'),
  on_cancel: optionalChoice('cancel', 'detach'),
  reuse: flag(true),
  job_id: text,
  status: STATUS,
  if_not_found: choice('fail', 'empty'),
  limit: number({ low: 1, high: 10_000, whole: true }, 20),
  min_model_days: number({ low: 0, high: 3650, whole: true }, 0),
  price_per_million_tokens: optionalNumber({ low: 0 }),
  max_cost_usd: optionalNumber({ low: 0 }),
  max_tokens: optionalNumber({ low: 1, whole: true }),
  exact_tokens_up_to_mb: number({ low: 0 }, 200),
  strict: flag(false),
  allow_secrets: flag(false),
  allow_paths: lines,
  allow_untrusted_data: flag(false),
  show_rows: choice('auto', 'true', 'false'),
  delete_files: choice('never', 'after_success'),
  artifact_name: z.pipe(
    z.optional(z.string()),
    z.transform((value) => value ?? 'auto'),
  ),
  comment: flag(false),
  github_token: text,
  job_status: text,
  matrix: text,
});

/** One run's inputs under the API's own names, checked. An empty input is undefined (or its default); lists are lists. */
export type Inputs = Readonly<z.infer<typeof PlainSchema>> &
  Structures & {
    /** What is unusual without being wrong: a hyperparameter that the API does not name, for example. One line each. */
    readonly remarks: readonly string[];
  };
export type Operation = Inputs['operation'];
export type InputName = keyof z.infer<typeof PlainSchema> | keyof Structures;
/** Those that hold JSON or YAML. */
const STRUCTURED = ['method', 'hyperparameters', 'integrations', 'metadata', 'extra_body'];
export const INPUT_NAMES = [...Object.keys(PlainSchema.shape), ...STRUCTURED];

/** The texts as the runner gives them, by input name; undefined where it gives none. */
export type RawInputs = Readonly<Record<string, string | undefined>>;

/** White space around a value is no error, and an expression that was never evaluated counts as empty. */
function plain(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed !== undefined && /^\$\{\{[\s\S]*\}\}$/.test(trimmed) ? '' : trimmed;
}

/**
 * Checks all inputs.
 * @param raw the texts as given
 * @param readText reads a file of the workspace, for a `method` that is a path
 * @throws InputError with every problem that was found
 */
export async function readInputs(raw: RawInputs, readText: (path: string) => Promise<string>): Promise<Inputs> {
  const given: Record<string, string | undefined> = Object.fromEntries(INPUT_NAMES.map((name) => [name, plain(raw[name])]));
  const texts = { ...given, method: await methodText(given.method ?? '', readText) };
  const plainly = PlainSchema.safeParse(given);
  const { structures, problems: unreadable, remarks } = await structuresOf(texts);
  if (!plainly.success || structures === undefined) {
    const issues = plainly.success ? [] : plainly.error.issues;
    throw new InputError([...issues.map((issue) => problemOf(issue.path, issue.message, given)), ...unreadable]);
  }
  const inputs = { ...plainly.data, ...structures };
  const problems = combinationProblems(inputs);
  if (problems.length > 0) throw new InputError(problems);
  return Object.freeze({ ...inputs, remarks });
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

/** The structured inputs. Their parser and schemas are loaded where there is something to read: many steps have none. */
async function structuresOf(given: RawInputs): Promise<ReadStructures> {
  if (STRUCTURED.every((name) => !given[name])) return { structures: NONE, problems: [], remarks: [] };
  const { readStructures } = await import('./structures.ts');
  return readStructures(given);
}
