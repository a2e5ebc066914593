/** What a job's files are checked for before it is queued, and what its settings become for so many rows. */
import { createReadStream } from 'node:fs';
import { hyperparametersOf } from '../api/method.ts';
import { USUAL_PROFILE } from '../dataset/profile.ts';
import { checkDataset } from '../dataset/scan/check.ts';
import { defaultEpochs } from '../dataset/tokens/estimate.ts';
import { modelFacts } from '../dataset/tokens/models.ts';
import { itemReads, readsOutputJson, unknownReferences } from '../evaluation/grader-reads.ts';
import { textOf } from '../words.ts';
import type { StoredJob } from './journal.ts';
import type { ResolvedHyperparameters } from './training.ts';

/** A model whose tokenizer is not known counts as one of this family. */
const USUAL_MODEL = 'gpt-4.1';

const numberOr = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);

/** Every `auto` resolved for so many rows. */
export function resolve(
  asked: Readonly<Record<string, unknown>>,
  type: StoredJob['method']['type'],
  rows: number,
): ResolvedHyperparameters {
  const n_epochs = numberOr(asked.n_epochs, defaultEpochs(rows));
  const batch_size = numberOr(asked.batch_size, Math.min(256, Math.max(1, Math.ceil(rows / 32))));
  const learning_rate_multiplier = numberOr(asked.learning_rate_multiplier, 1);
  const common = { n_epochs, batch_size, learning_rate_multiplier };
  if (type === 'dpo') return { ...common, beta: numberOr(asked.beta, 0.1) };
  if (type === 'supervised') return common;
  const steps = Math.ceil(rows / batch_size) * n_epochs;
  return {
    ...common,
    eval_interval: numberOr(asked.eval_interval, Math.max(1, Math.floor(steps / 10))),
    eval_samples: numberOr(asked.eval_samples, 1),
    compute_multiplier: numberOr(asked.compute_multiplier, 1),
  };
}

/** The settings of reinforcement; empty where a job has none. */
function reinforcementOf({ method }: StoredJob): object {
  const { reinforcement } = method;
  return typeof reinforcement === 'object' && reinforcement !== null ? reinforcement : {};
}

/** What the answers of a job are graded by. */
export const graderOf = (job: StoredJob): unknown => Reflect.get(reinforcementOf(job), 'grader');

type Role = 'training_file' | 'validation_file';

/** What the check found: a job that may go on with its settings and so many tokens, or why it may not. */
export type Validated =
  | { readonly hyperparameters: ResolvedHyperparameters; readonly tokens: number }
  | { readonly code: string; readonly message: string; readonly param: Role };

/**
 * Reads every row of a job's files.
 * @param blob the path of a file by its ID
 */
export async function validated(job: StoredJob, blob: (id: string) => string): Promise<Validated> {
  const grader = graderOf(job);
  const check = async (role: Role, id: string) => {
    const { dataset } = await checkDataset({
      role,
      paths: [id],
      method: job.method.type,
      model: modelFacts(job.model).encoding === undefined ? USUAL_MODEL : job.model,
      read: () => createReadStream(blob(id), { highWaterMark: 64 * 1024 }),
      readRange: async (_, start, length) =>
        Buffer.concat(await Array.fromAsync(createReadStream(blob(id), { start, end: start + length - 1 }))),
      rules: { ...USUAL_PROFILE, developerRole: true },
      allowSecrets: true,
      countTokens: role === 'training_file',
      exactTokensUpTo: Number.POSITIVE_INFINITY,
      graderItems: itemReads(grader),
      unknownReferences: unknownReferences(grader),
      usesOutputJson: readsOutputJson(grader),
      hasResponseFormat: 'response_format' in reinforcementOf(job),
    });
    return dataset;
  };
  const training = await check('training_file', job.training_file);
  const datasets = job.validation_file === null ? [training] : [training, await check('validation_file', job.validation_file)];
  for (const { role, problems } of datasets) {
    const problem = problems.find(({ severity }) => severity === 'error');
    if (problem === undefined) continue;
    const where = problem.line === undefined ? '' : ` on line ${problem.line}`;
    const param = role === 'training_file' ? role : 'validation_file';
    return { code: `invalid_${param}`, message: `Invalid file format${where}. ${textOf(problem.message, true)}`, param };
  }
  const hyperparameters = resolve(hyperparametersOf(job) ?? {}, job.method.type, training.rows);
  return { hyperparameters, tokens: (training.tokens?.tokens ?? 0) * hyperparameters.n_epochs };
}
