/** The inputs that hold JSON or YAML, each a parameter of the API. */
import * as z from 'zod/mini';
import { METADATA_PAIRS } from '../api/limits.ts';
import { isMap } from '../api/method.ts';
import { Integrations, KnownGrader, Metadata, Method, SIMILARITY_METRICS, SupervisedHyperparameters } from '../api/requests.ts';
import { nearest } from './nearest.ts';

const TYPES: readonly string[] = Method.def.options.map((option) => option.shape.type.def.values[0] ?? '');

/**
 * A method as its author meant it: the bare word `dpo` is `{type: dpo}`, and capital letters make no other.
 */
export function asMethod(value: unknown): unknown {
  const given = isMap(value) ? value.type : value;
  const type = typeof given === 'string' ? TYPES.find((name) => name === given.toLowerCase()) : undefined;
  if (type === undefined) return value;
  return isMap(value) ? { ...value, type } : { type };
}

const MethodInput = z.pipe(
  z.pipe(
    z.unknown(),
    z.transform((value, context) => {
      if (typeof value !== 'string') return value;
      context.issues.push({
        code: 'custom',
        input: value,
        message: `${TYPES.join(', ')} or a map whose type is one of them`,
      });
      return z.NEVER;
    }),
  ),
  Method,
);
const TextMap = z.record(z.string(), z.string({ error: 'a text' }), { error: 'a map from text to text' });
const AnyMap = z.record(z.string({ error: 'a text' }), z.unknown(), { error: 'a map' });

/** One of the pairs that the API takes is the action's own. */
const OWN_PAIRS = METADATA_PAIRS - 1;
const MetadataInput = Metadata.check(
  z.refine(
    (map) => Object.keys(map).length <= OWN_PAIRS,
    `a map of at most ${OWN_PAIRS} pairs, because one is needed for the fingerprint, by which a job is never paid for twice`,
  ),
);

/** A bare word is the operation or the metric of a grader against the answer that is held back. */
function asGrader(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const texts = { name: value, input: '{{sample.output_text}}', reference: '{{item.reference_answer}}' };
  if (OPERATIONS.includes(value)) return { type: 'string_check', operation: value, ...texts };
  if (METRICS.includes(value)) return { type: 'text_similarity', evaluation_metric: value, ...texts };
  return value;
}

const OPERATIONS: readonly string[] = ['eq', 'ne', 'like', 'ilike'];
const METRICS: readonly string[] = SIMILARITY_METRICS;
const PYTHON = 'a grader without Python, which is not run here; a check, a similarity, a formula over them, or a model';

const usesPython = (grader: KnownGrader): boolean =>
  grader.type === 'python' || (grader.type === 'multi' && Object.values(grader.graders).concat(grader.graders).some(isPython));
const isPython = (one: unknown) => isMap(one) && one.type === 'python';

const GraderInput = z.pipe(
  z.pipe(
    z.unknown(),
    z.transform((value, context) => {
      const grader = asGrader(value);
      if (typeof grader !== 'string') return grader;
      const message = `one of ${[...OPERATIONS, ...METRICS].join(', ')}, or a map with a type`;
      context.issues.push({ code: 'custom', input: value, message });
      return z.NEVER;
    }),
  ),
  KnownGrader.check(z.refine((grader) => !usesPython(grader), { error: PYTHON })),
);

const NUMBER = z.optional(z.number({ error: 'a number' }));
const ANYTHING = z.optional(z.unknown());
/** What shapes an answer, under the API's own names; what only a server knows stands in `extra_body`. */
const SamplingInput = z.strictObject(
  {
    temperature: NUMBER,
    top_p: NUMBER,
    seed: NUMBER,
    max_completion_tokens: NUMBER,
    max_tokens: NUMBER,
    presence_penalty: NUMBER,
    frequency_penalty: NUMBER,
    stop: ANYTHING,
    response_format: ANYTHING,
    reasoning_effort: ANYTHING,
    verbosity: ANYTHING,
    logit_bias: ANYTHING,
    tools: ANYTHING,
    tool_choice: ANYTHING,
    parallel_tool_calls: ANYTHING,
    store: ANYTHING,
    metadata: ANYTHING,
    service_tier: ANYTHING,
    prompt_cache_key: ANYTHING,
    safety_identifier: ANYTHING,
    user: ANYTHING,
    extra_body: z.optional(AnyMap),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? unknownParameter(issue.keys) : 'a map of parameters') },
);

function unknownParameter(names: readonly string[]): string {
  const known = Object.keys(SamplingInput.shape);
  const [name = ''] = names;
  const near = nearest(name, known);
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  return `a map of the API's own parameters, which ${name} is not${hint}; a server's own stand under extra_body`;
}

/** Undefined where nothing was given. */
function structured<Inner extends z.core.$ZodType>(schema: Inner) {
  return z.pipe(
    z.unknown(),
    z.transform((value, context): z.infer<Inner> | undefined => {
      if (value === undefined) return undefined;
      const parsed = z.safeParse(schema, value);
      if (parsed.success) return parsed.data;
      for (const { message, path } of parsed.error.issues)
        context.issues.push({ code: 'custom', message, input: value, path: [...path] });
      return z.NEVER;
    }),
  );
}

export const StructuresSchema = z.object({
  method: structured(MethodInput),
  hyperparameters: structured(SupervisedHyperparameters),
  integrations: structured(Integrations),
  metadata: structured(MetadataInput),
  extra_body: structured(AnyMap),
  extra_query: structured(TextMap),
  extra_headers: structured(TextMap),
  grader: structured(GraderInput),
  sampling_params: structured(SamplingInput),
  deployment: structured(AnyMap),
});

/** An input that is not given is undefined. */
export type Structures = Readonly<z.infer<typeof StructuresSchema>>;
