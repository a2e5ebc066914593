/**
 * One training run from its first step to its last, as a generator of what it reports. The same task gives
 * the same reports.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { TrainerReport, TrainingTask } from '../training.ts';
import { readRows } from './data.ts';
import { LanguageModel } from './model.ts';
import { trainPreference } from './preference.ts';
import { trainReinforcement } from './reinforcement.ts';
import { trainSupervised } from './supervised.ts';

function* run(task: TrainingTask, model: LanguageModel, save: (epoch: number) => string): Generator<TrainerReport> {
  const training = readRows(task.trainingFile, task.method);
  const validation = task.validationFile === null ? [] : readRows(task.validationFile, task.method);
  if (training.length === 0) throw new Error('The training file has no rows.');
  switch (task.method) {
    case 'supervised':
      return yield* trainSupervised(task, model, training, validation, save);
    case 'dpo':
      return yield* trainPreference(task, model, training, validation, save);
    case 'reinforcement':
      return yield* trainReinforcement(task, training, validation, save);
  }
}

/**
 * Trains. Steps up to `task.reportedStep` are computed again, exactly alike, and not reported.
 * @throws for rows that are none of the method's, or a grader that cannot be used
 */
export function* train(task: TrainingTask): Generator<TrainerReport> {
  mkdirSync(task.folder, { recursive: true });
  const model = task.startFrom === null ? new LanguageModel() : LanguageModel.load(task.startFrom);
  const fileOf = (epoch: number) => path.join(task.folder, `epoch-${epoch}.weights`);
  const save = (epoch: number) => {
    const file = fileOf(epoch);
    model.save(file);
    return file;
  };
  for (const report of run(task, model, save)) {
    const known = 'step' in report ? report.step <= task.reportedStep : task.reportedStep > 0;
    if (!known) yield report;
  }
  yield { kind: 'finished', weights: fileOf(task.hyperparameters.n_epochs) };
}
