/**
 * Sentences about wrong inputs: which input, the value as given, what is allowed, and an example of what to
 * write.
 */
import { isMap } from '../api/method.ts';
import type { InputProblem } from '../errors.ts';
import type { Parsed } from '../structured.ts';
import { nearest } from './nearest.ts';
import { isSecretName } from './secret-names.ts';

/** A value that is right for its input, to show what to write. */
const EXAMPLES: Readonly<Record<string, string>> = {
  operation: 'create',
  training_file: 'data/train.jsonl',
  hyperparameters: '{n_epochs: 3}',
  integrations: '[{type: wandb, wandb: {project: support-bot}}]',
  metadata: 'team=support',
  seed: '42',
  suffix: 'support-bot',
  timeout_minutes: '330',
  poll_interval_seconds: '30',
  limit: '20',
  price_per_million_tokens: '3.00',
  max_cost_usd: '25',
  max_tokens: '5000000',
  status: 'succeeded',
};

/** A method that is right, by the type that is asked for. */
const METHODS: Readonly<Record<string, string>> = {
  supervised: '{type: supervised, supervised: {hyperparameters: {n_epochs: 3}}}',
  dpo: '{type: dpo, dpo: {hyperparameters: {beta: 0.1}}}',
  reinforcement:
    '{type: reinforcement, reinforcement: {grader: {type: string_check, name: exact, input: "{{sample.output_text}}", reference: "{{item.answer}}", operation: eq}}}',
};

/** What others call a method. */
const ALIASES: Readonly<Record<string, string>> = {
  sft: 'supervised',
  preference: 'dpo',
  rft: 'reinforcement',
  ppo: 'reinforcement',
  grpo: 'reinforcement',
};

/** What to write for an input, of the case that it is in; nothing where no example would be of that case. */
function exampleOf(name: string, value: unknown): string | undefined {
  const pair = typeof value === 'string' ? /^([\w.-]+)\s*[=:]\s*([^\s{}[\],]+)$/.exec(value) : null;
  if (pair !== null && ['method', 'hyperparameters', 'extra_body'].includes(name)) return `{${pair[1]}: ${pair[2]}}`;
  if (name !== 'method') return EXAMPLES[name];
  const given = isMap(value) ? value.type : value;
  const word = typeof given === 'string' ? given.toLowerCase() : '';
  const type = ALIASES[word] ?? nearest(word, Object.keys(METHODS)) ?? word;
  return isMap(value) || type === 'reinforcement' ? METHODS[type] : type in METHODS ? type : undefined;
}

const SHOWN = 100;

/** A value as it reads in an error: short, on one line, never a credential. */
export function shown(value: unknown, name = ''): string {
  if (value === undefined || value === '') return 'missing';
  if (isSecretName(name)) return '***';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    return names.length === 0 ? 'an empty map' : `a map of ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;
  }
  const written = JSON.stringify(value) ?? String(value);
  return written.length > SHOWN ? `${written.slice(0, SHOWN)}…" (${written.length - 2} characters)` : written;
}

/** The value at a path inside a parsed input, or undefined. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/**
 * One problem as a sentence.
 * @param path the input's name, then the place inside it
 * @param allowed the phrase of what is allowed
 * @param values the inputs as given, structured ones parsed
 */
export function problemOf(
  path: readonly PropertyKey[],
  allowed: string,
  values: Readonly<Record<string, unknown>>,
): InputProblem {
  const [input, ...inside] = path.map(String);
  const name = input ?? 'inputs';
  const place = [name, ...inside].join('.');
  // What goes into an address or a header may be a credential under any name.
  const veiled = name === 'extra_query' || name === 'extra_headers';
  const value = valueAt(values[name], inside);
  const phrase = allowed === 'Invalid input' ? 'of the form that the API describes' : allowed;
  // Deep inside a structure the phrase says more than an example of the whole.
  const whole = inside.length === 0 || (name === 'method' && value === undefined);
  const example = whole ? exampleOf(name, values[name]) : undefined;
  const fix = example === undefined ? '' : ` For example: ${name}: ${example}`;
  const held = [name, ...inside].find((one) => isSecretName(one)) ?? '';
  const given = veiled && typeof value === 'string' ? '***' : shown(value, held);
  return { place, message: `Input ${place} is ${given}; it must be ${phrase}.${fix}` };
}

/**
 * What to write in place of a text that is neither JSON nor YAML: of metadata the same pair in the other
 * form.
 */
function readable(name: string, text: string): string | undefined {
  const pair = name === 'metadata' ? /^\s*([\w.-]+)\s*:\s*(\S.*)$/m.exec(text) : null;
  if (pair !== null) return `${pair[1]}=${pair[2]}`;
  const type = name === 'method' ? Object.keys(METHODS).find((word) => text.includes(word)) : undefined;
  return type === undefined ? EXAMPLES[name] : METHODS[type];
}

/** An input that is neither JSON nor YAML. */
export function unreadableProblem(
  name: string,
  text: string,
  { fault, line }: Extract<Parsed, { readonly fault: string }>,
): InputProblem {
  const example = readable(name, text);
  const fix = example === undefined ? '' : ` For example: ${name}: ${example}`;
  const where = line === undefined || !text.includes('\n') ? '' : `line ${line}: `;
  return { place: name, message: `Input ${name} cannot be read as JSON or YAML: ${where}${fault.replace(/\.$/, '')}.${fix}` };
}
