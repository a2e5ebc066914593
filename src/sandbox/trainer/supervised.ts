/** Supervised fine-tuning: the model learns to say what the assistant says. */
import { lessonOf, type Row } from '../../dataset/formats/formats.ts';
import type { TrainerReport, TrainingTask } from '../training.ts';
import type { LanguageModel, Tally } from './model.ts';
import { conversation, type Sequence } from './pieces.ts';
import { randomOf, shuffled } from './random.ts';

const RATE = 0.12;
/** Validations over a sample, spread over the run; the whole file is validated at the end of each epoch. */
const VALIDATIONS = 20;
const SAMPLE = 20;

const sequenceOf = (row: Row): Sequence => conversation(lessonOf(row));

const empty = (): Tally => ({ loss: 0, right: 0, count: 0 });

function figures({ loss, right, count }: Tally, prefix: string): Record<string, number> {
  const pieces = Math.max(1, count);
  return { [`${prefix}_loss`]: loss / pieces, [`${prefix}_mean_token_accuracy`]: right / pieces };
}

function validate(model: LanguageModel, sequences: readonly Sequence[], prefix: string): Record<string, number> {
  const tally = empty();
  for (const sequence of sequences) model.pass(sequence, 0, tally);
  return figures(tally, prefix);
}

/** Trains and reports each step, and a checkpoint at the end of each epoch. */
export function* trainSupervised(
  task: TrainingTask,
  model: LanguageModel,
  training: readonly Row[],
  validation: readonly Row[],
  save: (epoch: number) => string,
): Generator<TrainerReport> {
  const { n_epochs, batch_size, learning_rate_multiplier } = task.hyperparameters;
  const sequences = training.map(sequenceOf);
  const unseen = validation.map(sequenceOf);
  const sample = unseen.slice(0, SAMPLE);
  const perEpoch = Math.ceil(sequences.length / batch_size);
  const totalSteps = perEpoch * n_epochs;
  const every = Math.max(1, Math.floor(totalSteps / VALIDATIONS));
  const random = randomOf(task.seed);
  let step = 0;
  for (let epoch = 1; epoch <= n_epochs; epoch += 1) {
    const order = shuffled(sequences, random);
    for (let from = 0; from < order.length; from += batch_size) {
      step += 1;
      const tally = empty();
      for (const sequence of order.slice(from, from + batch_size)) model.pass(sequence, RATE * learning_rate_multiplier, tally);
      const ends = from + batch_size >= order.length;
      const metrics = {
        ...figures(tally, 'train'),
        ...(unseen.length > 0 && (step % every === 0 || ends) ? validate(model, sample, 'valid') : {}),
        ...(unseen.length > 0 && ends ? validate(model, unseen, 'full_valid') : {}),
      };
      yield { kind: 'step', step, totalSteps, metrics };
      if (ends) yield { kind: 'checkpoint', step, epoch, weights: save(epoch), metrics };
    }
  }
}
