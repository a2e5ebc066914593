/**
 * The action's inputs as a table of fields. This is the only place that knows their defaults and ranges
 * besides `action.yml`.
 */
import { meantStatus, STATES, STATUSES } from '../api/statuses.ts';
import { PLATFORM_INPUTS, PLATFORM_NAMES } from '../providers/registry.ts';
import {
  choice,
  type Field,
  flag,
  lines,
  number,
  optionalChoice,
  optionalNumber,
  shortText,
  text,
  type ValuesOf,
} from './fields.ts';
import { nearest } from './nearest.ts';
import type { Structures } from './structures.ts';

/** What `status` may ask for: words for a status, in whatever form people and servers write them. */
const statuses: Field<readonly string[] | undefined> = (raw) => {
  if (!raw) return { value: undefined };
  const words = raw.split(',').map((word) => word.trim());
  const wrong = words.find((word) => meantStatus(word) === undefined);
  if (wrong === undefined) return { value: words.flatMap((word) => meantStatus(word) ?? []) };
  const meant = nearest(wrong, Object.keys(STATES));
  const hint = meant === undefined ? '' : ` (did you mean ${meant}?)`;
  return { value: undefined, allowed: `one or several of ${STATUSES.join(', ')}, separated by commas${hint}` };
};

/** The inputs that lead to the server. */
export const CONNECTION = {
  provider: choice('auto', ...PLATFORM_NAMES),
  base_url: text,
  inference_base_url: text,
  allow_http: flag(false),
  api_key: text,
  organization: text,
  project: text,
  identity_provider_id: text,
  service_account_id: text,
  audience: text,
};

/** Every input that is no structure, besides the operation. */
const PLAIN = {
  model: text,
  training_file: lines,
  validation_file: lines,
  seed: optionalNumber({ low: 0, high: 2_147_483_647, whole: true }),
  suffix: shortText(64),
  ...CONNECTION,
  wait: flag(true),
  timeout_minutes: number({ low: 0, above: true, high: 35 * 24 * 60 }, 330),
  poll_interval_seconds: number({ low: 0, high: 3600 }, 0),
  on_timeout: choice('fail', 'detach', 'cancel'),
  on_cancel: optionalChoice('cancel', 'detach'),
  reuse: flag(true),
  job_id: text,
  status: statuses,
  if_not_found: choice('fail', 'empty'),
  any_repository: flag(false),
  limit: number({ low: 1, high: 10_000, whole: true }, 20),
  min_model_days: number({ low: 0, high: 3650, whole: true }, 0),
  price_per_million_tokens: optionalNumber({ low: 0 }),
  max_cost_usd: optionalNumber({ low: 0 }),
  max_tokens: optionalNumber({ low: 1, whole: true }),
  exact_tokens_up_to_mb: number({ low: 0 }, 200),
  tokenizer: text,
  evaluation_file: lines,
  baseline: text,
  baseline_base_url: text,
  baseline_api_key: text,
  grader_model_base_url: text,
  grader_model_api_key: text,
  repeat: number({ low: 1, high: 20, whole: true }, 1),
  concurrency: number({ low: 1, high: 256, whole: true }, 8),
  cluster_by: text,
  tag_by: text,
  max_drop: number({ low: 0, high: 1 }, 0.05),
  min_gain: optionalNumber({ low: -1, high: 1 }),
  min_score: optionalNumber({ low: -1_000_000 }),
  max_regressions: optionalNumber({ low: 0, whole: true }),
  confidence: number({ low: 0.5, above: true, high: 0.9999 }, 0.95),
  on_inconclusive: choice('fail', 'pass'),
  min_rows: number({ low: 2, whole: true }, 30),
  min_coverage: number({ low: 0, above: true, high: 1 }, 0.98),
  price_per_million_input_tokens: optionalNumber({ low: 0 }),
  price_per_million_output_tokens: optionalNumber({ low: 0 }),
  answers_path: text,
  strict: flag(false),
  allow_secrets: flag(false),
  allow_paths: lines,
  allow_untrusted_data: flag(false),
  show_rows: choice('auto', 'true', 'false'),
  delete_files: choice('never', 'after_success'),
  artifact_name: (raw: string | undefined) => ({ value: raw ?? 'auto' }),
  comment: flag(false),
  github_token: text,
  job_status: text,
  matrix: text,
  job_check_run_id: text,
};

/** The fields of the plain inputs. @param operations those that there are; the first is the default */
export const fieldsFor = ([first = '', ...others]: readonly string[]) => ({ operation: choice(first, ...others), ...PLAIN });

export type ConnectionInputs = ValuesOf<typeof CONNECTION> &
  Pick<Structures, 'extra_query' | 'extra_headers'> & {
    /** Of the inputs that one platform alone takes, those that were given, by name. */
    readonly own?: Readonly<Record<string, string>>;
  };

/**
 * One run's inputs under the API's own names, checked. An empty input is undefined (or its default); lists
 * are lists.
 */
export type Inputs = ValuesOf<ReturnType<typeof fieldsFor>> &
  Structures &
  Pick<ConnectionInputs, 'own'> & {
    /**
     * What is unusual without being wrong: a hyperparameter that the API does not name, for example. One line
     * each.
     */
    readonly remarks: readonly string[];
  };
/** Those that hold JSON or YAML. */
export const STRUCTURED = [
  'method',
  'hyperparameters',
  'integrations',
  'metadata',
  'extra_body',
  'extra_query',
  'extra_headers',
  'grader',
  'sampling_params',
  'deployment',
];
export const INPUT_NAMES = ['operation', ...Object.keys(PLAIN), ...STRUCTURED, ...PLATFORM_INPUTS];

/** The inputs of single platforms among these texts. */
export function ownInputs(given: RawInputs): Readonly<Record<string, string>> {
  return Object.fromEntries(PLATFORM_INPUTS.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
}

/** The texts as the runner gives them, by input name; undefined where it gives none. */
export type RawInputs = Readonly<Record<string, string | undefined>>;
