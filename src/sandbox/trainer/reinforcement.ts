/**
 * Reinforcement fine-tuning in the small: the policy chooses among answers that the data itself suggests (the
 * values of the rows' fields), is graded by the real grader, and learns by REINFORCE with a baseline
 * (Williams, 1992). What it can learn is which kind of answer earns a reward. An attempt without a score is
 * neither rewarded nor punished: it counts in `train_mean_grader_error`, and its reason is an event.
 */
import type { Row } from '../../dataset/formats/formats.ts';
import type { Item } from '../../evaluation/grade.ts';
import type { TrainerReport, TrainingTask } from '../training.ts';
import { type Grading, gradingOf } from './graders.ts';
import { hashText, messageText } from './pieces.ts';
import { randomOf, shuffled } from './random.ts';

const RATE = 0.5;
const SAMPLES = 8;
const MOST_CANDIDATES = 16;
const FROM_OTHERS = 6;
const SLOTS = 1 << 16;
const MOST_REASONS = 5;

interface Prompt {
  readonly item: Item;
  readonly words: readonly string[];
  readonly text: string;
}

function promptOf(row: Row): Prompt[] {
  if (row.format !== 'reinforcement') return [];
  const text = messageText(row.row.messages.at(-1) ?? { role: 'user' }).toLowerCase();
  return [{ item: row.row, text, words: [...new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 200) }];
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** The JSON fields that the grader reads from an answer. */
function jsonFields(grader: unknown): string[] {
  return [
    ...new Set(
      [...JSON.stringify(grader ?? null).matchAll(/sample\.output_json\.([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ''),
    ),
  ];
}

function valuesOf({ item }: Prompt): string[] {
  return Object.entries(item).flatMap(([name, value]) => (name === 'messages' || name === 'tools' ? [] : [textOf(value)]));
}

/**
 * Answers worth trying for a prompt: the values of its own fields and of some other rows, and, where the
 * grader reads JSON, those values in its fields.
 */
function candidatesOf(prompt: Prompt, others: readonly string[], fields: readonly string[]): string[] {
  const values = [...new Set([...valuesOf(prompt), ...others])].slice(0, MOST_CANDIDATES);
  const wrapped =
    fields.length === 0 ? [] : values.map((value) => JSON.stringify(Object.fromEntries(fields.map((field) => [field, value]))));
  return [...wrapped, ...values];
}

class Policy {
  readonly #weights = new Float32Array(SLOTS);

  /**
   * The slots that score a candidate for a prompt: the candidate itself, its looks, whether the prompt names
   * it, and each word of the prompt with it.
   */
  #slots(prompt: Prompt, candidate: string): number[] {
    const inner = /^\{"\w+":"(.*?)"[,}]/.exec(candidate)?.[1] ?? candidate;
    const looks = [
      candidate === inner ? 'plain' : 'wrapped',
      `length ${Math.ceil(Math.log2(inner.length + 1))}`,
      /^-?\d+(\.\d+)?$/.test(inner) ? 'number' : /^[[{]/.test(inner) ? 'structure' : 'words',
      prompt.text.includes(inner.toLowerCase()) ? 'named' : 'not named',
    ];
    return [
      hashText(candidate) % SLOTS,
      ...looks.map((look) => hashText(look) % SLOTS),
      ...prompt.words.map((word) => hashText(word, hashText(candidate)) % SLOTS),
    ];
  }

  probabilities(prompt: Prompt, candidates: readonly string[]): number[] {
    const scores = candidates.map((candidate) =>
      this.#slots(prompt, candidate).reduce((sum, slot) => sum + (this.#weights[slot] ?? 0), 0),
    );
    const most = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - most));
    const sum = powers.reduce((total, power) => total + power, 0);
    return powers.map((power) => power / sum);
  }

  /** Raises (or lowers) the chance of one candidate and moves the others the other way. */
  move(prompt: Prompt, candidates: readonly string[], chosen: number, probabilities: readonly number[], rate: number): void {
    for (const [index, candidate] of candidates.entries()) {
      const change = rate * ((index === chosen ? 1 : 0) - (probabilities[index] ?? 0));
      for (const [order, slot] of this.#slots(prompt, candidate).entries())
        this.#weights[slot] = (this.#weights[slot] ?? 0) + (order < 5 ? change : change / 20);
    }
  }
}

function draw(probabilities: readonly number[], random: () => number): number {
  let left = random();
  for (const [index, probability] of probabilities.entries()) {
    left -= probability;
    if (left <= 0) return index;
  }
  return probabilities.length - 1;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * The expected reward of the policy over prompts, each candidate graded; undefined where no candidate has a
 * score.
 */
function expected(
  policy: Policy,
  prompts: readonly Prompt[],
  choices: ReadonlyMap<Prompt, readonly string[]>,
  { grade }: Grading,
): number | undefined {
  const rewards = prompts.flatMap((prompt) => {
    const candidates = choices.get(prompt) ?? [];
    const probabilities = policy.probabilities(prompt, candidates);
    let [reward, weight] = [0, 0];
    for (const [index, candidate] of candidates.entries()) {
      const graded = grade(candidate, prompt.item);
      if ('unscored' in graded) continue;
      reward += (probabilities[index] ?? 0) * graded.score;
      weight += probabilities[index] ?? 0;
    }
    return weight === 0 ? [] : [reward / weight];
  });
  return rewards.length === 0 ? undefined : mean(rewards);
}

/** What the attempts of one step came to. */
class Attempts {
  readonly rewards: number[] = [];
  tried = 0;
  unscored = 0;

  metrics(): Readonly<Record<string, number>> {
    return {
      ...(this.rewards.length === 0 ? {} : { train_mean_reward: mean(this.rewards) }),
      ...(this.unscored === 0 ? {} : { train_mean_grader_error: this.unscored / this.tried }),
    };
  }
}

/** Trains and reports each step, and a checkpoint at the end of each epoch. */
export function* trainReinforcement(
  task: TrainingTask,
  training: readonly Row[],
  validation: readonly Row[],
  save: (epoch: number) => string,
): Generator<TrainerReport> {
  const { n_epochs, batch_size, learning_rate_multiplier, eval_interval = 10, compute_multiplier = 1 } = task.hyperparameters;
  const grading = gradingOf(task.grader);
  for (const message of grading.notices) yield { kind: 'notice', level: 'warn', message };
  const prompts = training.flatMap(promptOf);
  const unseen = validation.flatMap(promptOf);
  const fields = jsonFields(task.grader);
  const random = randomOf(task.seed);
  const pool = [...new Set(prompts.flatMap(valuesOf))];
  if (pool.length === 0) throw new Error('The rows have no fields beside messages, so the sandbox has no answers to try.');
  const choices = new Map(
    [...prompts, ...unseen].map(
      (prompt) => [prompt, candidatesOf(prompt, shuffled(pool, random).slice(0, FROM_OTHERS), fields)] as const,
    ),
  );
  const policy = new Policy();
  const samples = Math.max(2, Math.round(SAMPLES * Math.min(4, compute_multiplier)));
  const totalSteps = Math.ceil(prompts.length / batch_size) * n_epochs;

  /** Why attempts had no score; those that were not reported yet. */
  const reasons = new Set<string>();
  const unreported: string[] = [];
  function noteReason(reason: string): void {
    if (reasons.has(reason) || reasons.size >= MOST_REASONS) return;
    reasons.add(reason);
    unreported.push(reason);
  }

  /** Tries some answers to a prompt and learns from their grades. */
  function explore(prompt: Prompt, attempts: Attempts): void {
    const candidates = choices.get(prompt) ?? [];
    const probabilities = policy.probabilities(prompt, candidates);
    const scored: { readonly index: number; readonly score: number }[] = [];
    for (let sample = 0; sample < samples; sample += 1) {
      const index = draw(probabilities, random);
      const graded = grading.grade(candidates[index] ?? '', prompt.item);
      attempts.tried += 1;
      if ('score' in graded) scored.push({ index, score: graded.score });
      else {
        attempts.unscored += 1;
        noteReason(graded.unscored);
      }
    }
    if (scored.length === 0) return;
    const baseline = mean(scored.map(({ score }) => score));
    for (const { index, score } of scored) {
      const advantage = score - baseline;
      if (advantage !== 0)
        policy.move(prompt, candidates, index, probabilities, (RATE * learning_rate_multiplier * advantage) / scored.length);
    }
    attempts.rewards.push(baseline);
  }

  let step = 0;
  let everScored = false;
  for (let epoch = 1; epoch <= n_epochs; epoch += 1) {
    const order = shuffled(prompts, random);
    for (let from = 0; from < order.length; from += batch_size) {
      step += 1;
      const attempts = new Attempts();
      for (const prompt of order.slice(from, from + batch_size)) explore(prompt, attempts);
      everScored ||= attempts.rewards.length > 0;
      for (const reason of unreported.splice(0))
        yield { kind: 'notice', level: 'warn', message: `Answers have no reward: ${reason}` };
      const ends = from + batch_size >= order.length;
      if (ends && !everScored) throw new Error(`No answer of the first epoch could be graded: ${[...reasons][0]}`);
      const checks = unseen.length > 0 && (ends || step % eval_interval === 0);
      const reward = checks ? expected(policy, unseen, choices, grading) : undefined;
      const metrics = { ...attempts.metrics(), ...(reward === undefined ? {} : { full_valid_mean_reward: reward }) };
      yield { kind: 'step', step, totalSteps, metrics };
      if (ends) yield { kind: 'checkpoint', step, epoch, weights: save(epoch), metrics };
    }
  }
}
