/**
 * Direct preference optimisation (Rafailov et al., 2023): the model learns which of two answers is wanted,
 * measured against the model it began as.
 */
import type { Row } from '../../dataset/formats/formats.ts';
import type { TrainerReport, TrainingTask } from '../training.ts';
import type { LanguageModel, Tally } from './model.ts';
import { messageText, type Sequence, SequenceBuilder } from './pieces.ts';
import { randomOf, shuffled } from './random.ts';

const RATE = 0.25;

interface Pair {
  readonly wanted: Sequence;
  readonly unwanted: Sequence;
  /** log-probabilities under the model that the run began with; it stays as it was. */
  readonly wantedBefore: number;
  readonly unwantedBefore: number;
}

function pairOf(row: Row, reference: LanguageModel): Pair[] {
  if (row.format !== 'preference') return [];
  const { input, preferred_output, non_preferred_output } = row.row;
  const answer = (messages: typeof preferred_output) => {
    const builder = new SequenceBuilder();
    for (const message of input.messages) builder.add(message.role, messageText(message), false);
    for (const message of messages) builder.add(message.role, messageText(message), true);
    return builder.build();
  };
  const wanted = answer(preferred_output);
  const unwanted = answer(non_preferred_output);
  return [
    { wanted, unwanted, wantedBefore: reference.logProbability(wanted), unwantedBefore: reference.logProbability(unwanted) },
  ];
}

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

interface Score {
  loss: number;
  right: number;
  margin: number;
  count: number;
}

/** How much more the wanted answer has gained over the model of the beginning than the unwanted one. */
function marginOf(model: LanguageModel, pair: Pair, beta: number): number {
  const reward = (sequence: Sequence, before: number) => beta * (model.logProbability(sequence) - before);
  return reward(pair.wanted, pair.wantedBefore) - reward(pair.unwanted, pair.unwantedBefore);
}

function add(score: Score, margin: number): void {
  score.loss += Math.log1p(Math.exp(-Math.min(margin, 500)));
  score.right += margin > 0 ? 1 : 0;
  score.margin += margin;
  score.count += 1;
}

function figures({ loss, right, margin, count }: Score, prefix: string): Record<string, number> {
  const pairs = Math.max(1, count);
  return {
    [`${prefix}_loss`]: loss / pairs,
    [`${prefix}_mean_reward_accuracy`]: right / pairs,
    [`${prefix}_mean_reward_margin`]: margin / pairs,
  };
}

const empty = (): Score => ({ loss: 0, right: 0, margin: 0, count: 0 });

/** Trains and reports each step, and a checkpoint at the end of each epoch. */
export function* trainPreference(
  task: TrainingTask,
  model: LanguageModel,
  training: readonly Row[],
  validation: readonly Row[],
  save: (epoch: number) => string,
): Generator<TrainerReport> {
  const { n_epochs, batch_size, learning_rate_multiplier, beta = 0.1 } = task.hyperparameters;
  // Nothing has been learned yet, so the model is its own reference.
  const pairs = training.flatMap((row) => pairOf(row, model));
  const unseen = validation.flatMap((row) => pairOf(row, model));
  const totalSteps = Math.ceil(pairs.length / batch_size) * n_epochs;
  const random = randomOf(task.seed);
  const idle: Tally = { loss: 0, right: 0, count: 0 };
  let step = 0;
  for (let epoch = 1; epoch <= n_epochs; epoch += 1) {
    const order = shuffled(pairs, random);
    for (let from = 0; from < order.length; from += batch_size) {
      step += 1;
      const score = empty();
      for (const pair of order.slice(from, from + batch_size)) {
        const margin = marginOf(model, pair, beta);
        add(score, margin);
        const rate = RATE * learning_rate_multiplier * beta * sigmoid(-margin);
        model.pass(pair.wanted, rate, idle);
        model.pass(pair.unwanted, -rate, idle);
      }
      const ends = from + batch_size >= order.length;
      const checked = empty();
      if (ends) for (const pair of unseen) add(checked, marginOf(model, pair, beta));
      const metrics = {
        ...figures(score, 'train'),
        ...(ends && unseen.length > 0 ? { ...figures(checked, 'valid'), ...figures(checked, 'full_valid') } : {}),
      };
      yield { kind: 'step', step, totalSteps, metrics };
      if (ends) yield { kind: 'checkpoint', step, epoch, weights: save(epoch), metrics };
    }
  }
}
