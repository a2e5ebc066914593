/**
 * The bodies that the fine-tuning API takes, as its schema bounds them (openai-openapi 2.3.0, amended by what
 * servers document: grader maps, `response_format`). Objects stay open, because providers add fields of their
 * own and a body goes out exactly as its author meant it; the fields that the API names are checked. Each
 * `error` text says what is allowed, so that whoever reports a failure only adds the place and the value.
 */
import * as z from 'zod/mini';
import { LARGEST_BATCH, METADATA_KEY_LENGTH, METADATA_PAIRS, METADATA_VALUE_LENGTH } from './limits.ts';

/** `auto`, or a number that passes; `allowed` is how the range reads in an error. */
function autoOr(allowed: string, passes: (value: number) => boolean) {
  const accepts = (value: unknown) => value === 'auto' || (typeof value === 'number' && passes(value));
  return z.optional(z.custom<'auto' | number>(accepts, { error: `"auto" or ${allowed}` }));
}

const whole = (low: number, high: number) =>
  autoOr(`a whole number from ${low} to ${high}`, (value) => Number.isInteger(value) && value >= low && value <= high);

const isBatch = (value: unknown) =>
  value === 'auto' || value === LARGEST_BATCH || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 256);

const common = {
  n_epochs: whole(1, 50),
  batch_size: z.optional(z.custom<'auto' | 'max' | number>(isBatch, { error: '"auto" or a whole number from 1 to 256' })),
  learning_rate_multiplier: autoOr('a number above 0', (value) => value > 0),
};

const atLeastOne = autoOr('a whole number from 1', (value) => Number.isInteger(value) && value >= 1);

export const SupervisedHyperparameters = z.looseObject(common, { error: 'a map of hyperparameters' });

export const DpoHyperparameters = z.looseObject(
  {
    ...common,
    beta: autoOr('a number above 0 and up to 2', (value) => value > 0 && value <= 2),
  },
  { error: 'a map of hyperparameters' },
);

export const ReinforcementHyperparameters = z.looseObject(
  {
    ...common,
    compute_multiplier: autoOr('a number above 0.00001 and up to 10', (value) => value > 0.00001 && value <= 10),
    eval_interval: atLeastOne,
    eval_samples: atLeastOne,
    reasoning_effort: z.optional(z.enum(['default', 'low', 'medium', 'high'], { error: 'one of default, low, medium, high' })),
  },
  { error: 'a map of hyperparameters' },
);

const text = (what: string) => z.string({ error: what }).check(z.minLength(1, what));

const StringCheckGrader = z.looseObject({
  type: z.literal('string_check'),
  name: text('a name'),
  input: z.string({ error: 'a template such as {{sample.output_text}}' }),
  reference: z.string({ error: 'a text or a template such as {{item.answer}}' }),
  operation: z.enum(['eq', 'ne', 'like', 'ilike'], { error: 'one of eq, ne, like, ilike' }),
});

export const SIMILARITY_METRICS = [
  'fuzzy_match',
  'bleu',
  'gleu',
  'meteor',
  'rouge_1',
  'rouge_2',
  'rouge_3',
  'rouge_4',
  'rouge_5',
  'rouge_l',
] as const;

const TextSimilarityGrader = z.looseObject({
  type: z.literal('text_similarity'),
  name: text('a name'),
  input: z.string({ error: 'a template such as {{sample.output_text}}' }),
  reference: z.string({ error: 'a text or a template such as {{item.answer}}' }),
  evaluation_metric: z.enum(SIMILARITY_METRICS, {
    error: ({ input }) =>
      `one of ${SIMILARITY_METRICS.join(', ')}${input === 'cosine' ? ' (cosine compares embeddings, and no grader of a training job or of this action does)' : ''}`,
  }),
});

const PythonGrader = z.looseObject({
  type: z.literal('python'),
  name: text('a name'),
  source: text('Python source that defines grade(sample, item)'),
  image_tag: z.optional(z.string({ error: 'an image tag' })),
});

const anything = z.optional(z.unknown());
const GraderMessage = z.looseObject({ role: text('a role'), content: z.unknown(), type: anything });

const SamplingParams = z.looseObject(
  { seed: anything, top_p: anything, temperature: anything, max_completions_tokens: anything, reasoning_effort: anything },
  { error: 'a map' },
);

const ScoreModelGrader = z.looseObject({
  type: z.literal('score_model'),
  name: text('a name'),
  model: text('the name of the model that grades'),
  input: z.array(GraderMessage, { error: 'a list of messages' }).check(z.minLength(1, 'a list of at least one message')),
  range: z.optional(
    z
      .tuple([z.number(), z.number()], { error: 'two numbers, the lowest and the highest score' })
      .check(z.refine(([lowest, highest]) => lowest < highest, 'two numbers, the lowest score and a higher one')),
  ),
  sampling_params: z.optional(SamplingParams),
});

const LabelModelGrader = z.looseObject({
  type: z.literal('label_model'),
  name: text('a name'),
  model: text('the name of the model that grades'),
  input: z.array(GraderMessage, { error: 'a list of messages' }).check(z.minLength(1, 'a list of at least one message')),
  labels: z.array(z.string(), { error: 'a list of labels' }),
  passing_labels: z.array(z.string(), { error: 'a list of labels' }),
});

const SimpleGrader = z.discriminatedUnion(
  'type',
  [StringCheckGrader, TextSimilarityGrader, PythonGrader, ScoreModelGrader, LabelModelGrader],
  { error: 'a grader with a type of string_check, text_similarity, python, score_model or label_model' },
);

/**
 * The specification draws `graders` as one grader, the guides as a map from name to grader or as a list;
 * servers take the map.
 */
const MultiGrader = z.looseObject({
  type: z.literal('multi'),
  name: z.optional(z.string({ error: 'a name' })),
  graders: z.union([SimpleGrader, z.array(SimpleGrader), z.record(z.string(), SimpleGrader)], {
    error: 'a map from name to grader',
  }),
  calculate_output: text('a formula over the names of the graders'),
});

/** The graders that the API itself defines. */
export const KnownGrader = z.discriminatedUnion('type', [...SimpleGrader.def.options, MultiGrader], {
  error: 'a grader with a type of string_check, text_similarity, python, score_model, label_model or multi',
});
export type KnownGrader = z.infer<typeof KnownGrader>;
export type SimpleGrader = z.infer<typeof SimpleGrader>;

const KNOWN_GRADERS = ['string_check', 'text_similarity', 'python', 'score_model', 'label_model', 'multi'];

/**
 * A grader as an author may write it: the API's own kinds are checked, a provider's own kind (Bedrock's
 * `lambda`) passes as it is.
 */
const Grader = z.pipe(
  z.looseObject({ type: text('the kind of grader') }, { error: 'a grader: a map with a type' }),
  z.transform((value, context) => {
    if (!KNOWN_GRADERS.includes(value.type)) return value;
    const checked = KnownGrader.safeParse(value);
    if (!checked.success) {
      for (const { path, message } of checked.error.issues) context.issues.push({ code: 'custom', path, message, input: value });
    }
    return value;
  }),
);

const ResponseFormat = z.looseObject({ type: text('json_schema'), json_schema: anything }, { error: 'a map with a type' });

export const Method = z.discriminatedUnion(
  'type',
  [
    z.looseObject({
      type: z.literal('supervised'),
      supervised: z.optional(z.looseObject({ hyperparameters: z.optional(SupervisedHyperparameters) }, { error: 'a map' })),
    }),
    z.looseObject({
      type: z.literal('dpo'),
      dpo: z.optional(z.looseObject({ hyperparameters: z.optional(DpoHyperparameters) }, { error: 'a map' })),
    }),
    z.looseObject({
      type: z.literal('reinforcement'),
      reinforcement: z.looseObject(
        {
          grader: Grader,
          response_format: z.optional(ResponseFormat),
          hyperparameters: z.optional(ReinforcementHyperparameters),
        },
        { error: 'a map with a grader' },
      ),
    }),
  ],
  { error: 'a map whose type is supervised, dpo or reinforcement' },
);
export type Method = z.infer<typeof Method>;

export const Integration = z.looseObject(
  {
    type: text('the kind of integration, such as wandb'),
    wandb: z.optional(
      z.looseObject({
        project: text('the name of the project'),
        name: z.nullish(z.string({ error: 'a text' })),
        entity: z.nullish(z.string({ error: 'a text' })),
        tags: z.optional(z.array(z.string({ error: 'a text' }), { error: 'a list of texts' })),
      }),
    ),
  },
  { error: 'a map with a type' },
);

export const Integrations = z
  .array(Integration, { error: 'a list of integrations' })
  .check(z.maxLength(5, 'a list of at most 5 integrations'));
export type Integrations = z.infer<typeof Integrations>;

/** `metadata`: at most 16 pairs of text, a key of at most 64 characters, a value of at most 512. */
export const Metadata = z
  .record(
    z.string().check(z.maxLength(METADATA_KEY_LENGTH, `a key of at most ${METADATA_KEY_LENGTH} characters`)),
    z
      .string({ error: 'a text' })
      .check(z.maxLength(METADATA_VALUE_LENGTH, `a value of at most ${METADATA_VALUE_LENGTH} characters`)),
    { error: 'a map from text to text' },
  )
  .check(z.refine((map) => Object.keys(map).length <= METADATA_PAIRS, `at most ${METADATA_PAIRS} pairs`));

const SEED = 'a whole number from 0 to 2147483647';
const SUFFIX = 'a text of 1 to 64 characters';
export const Seed = z.int({ error: SEED }).check(z.gte(0, SEED), z.lte(2147483647, SEED));
export const Suffix = z.string({ error: SUFFIX }).check(z.minLength(1, SUFFIX), z.maxLength(64, SUFFIX));

/** The body of `POST /fine_tuning/jobs`. */
export const CreateBody = z.looseObject({
  model: text('the name of a model'),
  training_file: text('the ID of an uploaded file'),
  validation_file: z.nullish(text('the ID of an uploaded file')),
  suffix: z.nullish(Suffix),
  seed: z.nullish(Seed),
  method: z.optional(Method),
  hyperparameters: z.optional(SupervisedHyperparameters),
  integrations: z.nullish(Integrations),
  metadata: z.nullish(Metadata),
});
export type CreateBody = z.infer<typeof CreateBody>;
