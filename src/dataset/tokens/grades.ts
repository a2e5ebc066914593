/**
 * How sure each rule of counting is, and what it rests on. `exact` is said only where every rule that a
 * dataset needed is billed truth.
 */

/**
 * - `billed`: it agrees to the token with bills of real training jobs.
 * - `measured`: it agrees with one bill, or with the prompt tokens that the API reports when a model is
 *   called.
 * - `assumed`: nobody has published what it counts in training; it is reckoned in the spirit of the rest.
 */
export type Grade = 'billed' | 'measured' | 'assumed';

interface Rule {
  readonly grade: Exclude<Grade, 'billed'>;
  /** What is estimated, in the words of the estimate's basis. */
  readonly what: string;
}

/**
 * Everything that a row may hold beyond text by system, user and assistant, which is billed truth: 3 for each
 * message, the tokens of its role and its content, and 1 for each row. That holds to the token in 15 jobs
 * whose files and `trained_tokens` stand in public notebooks (OpenAI, gpt-4o-mini-2024-07-18 and
 * gpt-3.5-turbo, 565,647 to 955,854 and 6,850 to 376,193 tokens). The `+ 3 for each example` of OpenAI's
 * cookbook primes an answer, and is not billed.
 */
const RULES_OF_COUNTING = {
  // One bill (OpenAI's cookbook, Fine_tuning_for_function_calling.ipynb: 103 rows, 145,983 tokens in 3
  // epochs), and prompt tokens of the API by third parties (openai-chat-tokens,
  // openai-messages-token-helper). Names and arguments of calls count as their text, their IDs and
  // `parallel_tool_calls` nothing.
  tools: { grade: 'measured', what: 'definitions and calls of tools (±5 %)' },
  // Prompt tokens of the API (openai-chat-tokens): 3 more than a call's text, and a message by a function 2
  // fewer than one with a name.
  functions: { grade: 'measured', what: 'functions in the deprecated form' },
  // Prompt tokens of the API (OpenAI's cookbook, How_to_count_tokens_with_tiktoken.ipynb): 1 and the name's
  // tokens.
  names: { grade: 'measured', what: 'names of speakers' },
  // Prompt tokens of the API: a list of text parts counts as its texts.
  parts: { grade: 'measured', what: 'content in parts' },
  // Prompt tokens of the API by third parties; OpenAI's guide to vision.
  pictures: { grade: 'measured', what: 'pictures by the tiles of their size' },
  'remote-pictures': { grade: 'measured', what: 'pictures of unknown size, each from the least to the most that one takes' },
  // Two public notebooks on Azure OpenAI.
  'pictures-as-text': { grade: 'assumed', what: 'embedded pictures, which seem to be billed there as their base64 text' },
  'unknown-pictures': { grade: 'assumed', what: 'pictures, of which no rule is known for this model' },
  answers: { grade: 'assumed', what: 'messages by tools and developers' },
  refusals: { grade: 'assumed', what: 'refusals' },
  // OpenAI's guide to audio (2024): 1 token for 100 ms that a user speaks.
  audio: { grade: 'assumed', what: 'audio and other parts' },
  // The bills are of older models. gpt-oss gets 2 more for each answer and a preamble of about 60
  // (github.com/openai/harmony).
  conversation: { grade: 'assumed', what: 'the form of a conversation, which was not held against a bill for this model' },
  completion: { grade: 'assumed', what: 'rows of prompt and completion, as their text' },
  text: { grade: 'assumed', what: 'rows of text alone, as it stands' },
  preference: { grade: 'assumed', what: 'preference rows, of which no bill is known, with the prompt once or twice' },
  reinforcement: { grade: 'assumed', what: 'prompts alone; what is sampled in training comes on top' },
} as const satisfies Readonly<Record<string, Rule>>;

export type Estimated = keyof typeof RULES_OF_COUNTING;

const NAMES = Object.entries(RULES_OF_COUNTING);
const BITS: ReadonlyMap<string, number> = new Map(NAMES.map(([name], index) => [name, 1 << index]));

/** A set of rules as bits, which is cheap to carry row by row. */
export function bitOf(rule: Estimated): number {
  return BITS.get(rule) ?? 0;
}

const rulesOf = (bits: number) => NAMES.flatMap(([name, rule]) => ((bits & (BITS.get(name) ?? 0)) === 0 ? [] : [rule]));

/**
 * What a set of rules estimates, in words, what was measured first; empty where everything is billed truth.
 */
export function estimatedParts(bits: number): string {
  const rules = rulesOf(bits);
  const of = (grade: Grade) => rules.filter((rule) => rule.grade === grade).map(({ what }) => what);
  const [measured, assumed] = [of('measured'), of('assumed')];
  return [
    measured.length > 0 ? `estimated: ${measured.join(', ')}` : '',
    assumed.length > 0 ? `assumed: ${assumed.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
