/** The data of a step: found, checked, counted, and told. */
import { availableParallelism } from 'node:os';
import { hyperparametersOf } from '../api/method.ts';
import { type CheckedDataset, checkDataset, joinedBytes, WORTH_A_THREAD } from '../dataset/check.ts';
import { overlap } from '../dataset/compare.ts';
import { countOf, type Dataset } from '../dataset/dataset.ts';
import { costOf, defaultEpochs, timesEpochs } from '../dataset/estimate.ts';
import { itemNames, readsOutputJson } from '../dataset/rules/templates.ts';
import { type Source, sourceOf } from '../dataset/sources.ts';
import { AbortedError, ActionError, DataError } from '../errors.ts';
import { uploadName } from '../job/fingerprint.ts';
import type { Upload } from '../providers/port.ts';
import { trainingPrice } from '../providers/prices.ts';
import { annotations } from '../report/annotations.ts';
import type { Estimate, Findings } from '../report/findings.ts';
import { datasetLine, estimateLine } from '../report/log.ts';
import type { Step } from './step.ts';
import { verified } from './verified.ts';

/** One file of the create call: bytes to send, or the ID of a file that the provider has. */
export type DataFile =
  | { readonly kind: 'upload'; readonly upload: Upload; readonly sha256: string }
  | { readonly kind: 'id'; readonly id: string };

export interface Data {
  readonly training: DataFile;
  readonly validation: DataFile | undefined;
}

type Role = 'training_file' | 'validation_file';

/** Checks the files of one role: those of the workspace, or copies of another version of them. */
export async function check(step: Step, role: Role, paths: readonly string[], countTokens = true): Promise<CheckedDataset> {
  const { inputs, connection, files } = step;
  const sizes = await Promise.all(paths.map((path) => step.files.size(path)));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const reinforcement = inputs.method?.type === 'reinforcement' ? inputs.method.reinforcement : undefined;
  const checking = checkDataset({
    role,
    paths,
    method: inputs.method?.type ?? 'supervised',
    model: inputs.model ?? '',
    read: (path, take) => files.scan(path, take),
    readRange: (path, offset, length) => files.readRange(path, offset, length),
    entry: availableParallelism() > 1 && bytes > WORTH_A_THREAD ? step.entry : undefined,
    rules: connection.profile.data,
    allowSecrets: inputs.allow_secrets,
    countTokens,
    exactTokensUpTo: inputs.exact_tokens_up_to_mb * 1_000_000,
    graderItems: itemNames(reinforcement?.grader),
    usesOutputJson: readsOutputJson(reinforcement?.grader),
    hasResponseFormat: reinforcement?.response_format !== undefined,
    signal: step.signal,
  });
  return checking.catch(asCancelled(step));
}

/** What ended a check is the cancelled run, where it was cancelled. */
function asCancelled({ signal }: Step) {
  return (error: unknown): never => {
    if (!signal.aborted) throw error;
    throw new AbortedError('The workflow run was cancelled while the data was being checked; nothing was sent.');
  };
}

function fileOf(step: Step, dataset: Dataset): DataFile {
  const open = () =>
    verified(
      joinedBytes(dataset.paths, (path) => step.files.read(path)),
      dataset.sha256,
    );
  const upload: Upload = { filename: uploadName(dataset.paths[0] ?? '', dataset.sha256), bytes: dataset.bytes, open };
  return { kind: 'upload', upload, sha256: dataset.sha256 };
}

/** The epochs that were asked for; undefined when the provider chooses. */
function askedEpochs(step: Step): number | undefined {
  const epochs = hyperparametersOf(step.inputs)?.n_epochs;
  return typeof epochs === 'number' ? epochs : undefined;
}

/** What training on this data would take. */
export function estimateOf(step: Step, training: Dataset): Estimate | undefined {
  if (training.tokens === undefined) return undefined;
  const asked = askedEpochs(step);
  const epochs = asked ?? defaultEpochs(training.rows);
  const tokens = timesEpochs(training.tokens, epochs);
  const { inputs, connection, started } = step;
  const price = trainingPrice(connection.profile, inputs.model ?? '', inputs.price_per_million_tokens, started);
  const known = { epochs, epochsAsked: asked !== undefined, tokens };
  if (price.perMillion === undefined) return { ...known, cost: undefined, withoutCost: price.why };
  const { perMillion, basis } = price;
  const [usd = 0, low = 0, high = 0] = [tokens.tokens, tokens.low, tokens.high].map((count) => costOf(count, perMillion));
  return { ...known, cost: { usd, low, high, basis }, withoutCost: undefined };
}

/** What a million trained tokens of this model cost, where it is known. */
export function priceOf({ inputs, connection, started }: Step, model: string): Findings['price'] {
  const price = trainingPrice(connection.profile, model, inputs.price_per_million_tokens, started);
  return price.perMillion === undefined ? undefined : { perMillion: price.perMillion, basis: price.basis };
}

/**
 * Finds and checks the data of this step, and tells what was found: a line a file, annotations on the worst lines.
 * @throws ActionError when an input names nothing; DataError when the data does not pass
 */
export async function prepareData(step: Step): Promise<Data> {
  const { inputs, runner, files, draft } = step;
  const training = await sourceOf('training_file', inputs.training_file, files);
  const validation = await sourceOf('validation_file', inputs.validation_file, files);
  if (training === undefined) throw new ActionError('Input training_file is missing.');
  if (inputs.operation === 'validate' && (training.kind === 'id' || validation?.kind === 'id')) {
    const id = training.kind === 'id' ? training.id : validation?.kind === 'id' ? validation.id : '';
    throw new ActionError(
      `Input training_file or validation_file is the file ID ${id}; operation validate contacts no provider. Give paths.`,
    );
  }
  const checked = {
    training: training.kind === 'paths' ? await check(step, 'training_file', training.paths) : undefined,
    validation: validation?.kind === 'paths' ? await check(step, 'validation_file', validation.paths) : undefined,
  };
  const datasets = await withOverlap(checked.training, checked.validation).catch(asCancelled(step));
  draft.datasets = datasets;
  for (const dataset of datasets) runner.info(datasetLine(dataset));
  draft.price = priceOf(step, inputs.model ?? '');
  if (checked.training !== undefined) draft.estimate = estimateOf(step, checked.training.dataset);
  if (draft.estimate !== undefined) runner.info(estimateLine(draft.estimate));
  annotate(step, datasets);
  refuseBad(step, datasets);
  refuseDear(step);
  const of = (source: Source, dataset: CheckedDataset | undefined): DataFile =>
    source.kind === 'id' || dataset === undefined
      ? { kind: 'id', id: source.kind === 'id' ? source.id : '' }
      : fileOf(step, dataset.dataset);
  return {
    training: of(training, checked.training),
    validation: validation === undefined ? undefined : of(validation, checked.validation),
  };
}

/** The datasets, with what both share reported on the validation data. */
async function withOverlap(training: CheckedDataset | undefined, validation: CheckedDataset | undefined): Promise<Dataset[]> {
  if (validation === undefined) return training === undefined ? [] : [training.dataset];
  if (training === undefined) return [validation.dataset];
  const shared = await overlap(training, validation);
  const [first] = shared;
  if (first === undefined) return [training.dataset, validation.dataset];
  const { dataset } = validation;
  const count = { rule: first.rule, severity: first.severity, count: shared.length };
  return [training.dataset, { ...dataset, problems: [...dataset.problems, ...shared], counts: [...dataset.counts, count] }];
}

function annotate(step: Step, datasets: readonly Dataset[]): void {
  for (const { severity, message, path, line, column } of annotations(datasets)) {
    const place = { file: path, line, column };
    if (severity === 'error' || step.inputs.strict) step.runner.error(message, place);
    else step.runner.warning(message, place);
  }
}

function refuseBad(step: Step, datasets: readonly Dataset[]): void {
  const errors = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'error'), 0);
  const warnings = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'warning'), 0);
  const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  if (errors > 0) {
    const worst = datasets.flatMap((dataset) => dataset.problems).find((problem) => problem.severity === 'error');
    const where =
      worst === undefined ? '' : ` The first: ${worst.path}${worst.line === undefined ? '' : `:${worst.line}`}: ${worst.message}`;
    throw new DataError(`The data has ${counted(errors, 'error')}; nothing was uploaded.${where}`.slice(0, 990));
  }
  if (warnings > 0 && step.inputs.strict) {
    throw new DataError(
      `The data has ${counted(warnings, 'warning')}, and strict: true counts them as errors; nothing was uploaded. Mend them, or take strict out.`,
    );
  }
}

/** Refuses what would take more tokens than the provider takes, or more tokens or money than allowed; of an estimate its lower and its upper bound count. */
function refuseDear({ inputs, draft, connection: { profile } }: Step): void {
  const { estimate } = draft;
  const most = profile.maximumTrainingTokens;
  if (most !== undefined && estimate !== undefined && estimate.tokens.low > most)
    throw new DataError(
      `The training would take ${estimate.tokens.tokens} tokens (${estimate.epochs} epochs), and ${profile.title} takes at most ${most} in a job; nothing was uploaded. Take fewer epochs or rows.`,
    );
  const { max_tokens, max_cost_usd } = inputs;
  if (max_tokens !== undefined) {
    if (estimate === undefined)
      throw new DataError('max_tokens is given, but the tokens of a file ID cannot be counted. Give the data as a path.');
    if (estimate.tokens.high > max_tokens) {
      throw new DataError(
        `The training would take about ${estimate.tokens.high} tokens (${estimate.epochs} epochs), above max_tokens: ${max_tokens}; nothing was uploaded. Take fewer epochs or rows, or raise max_tokens.`,
      );
    }
  }
  if (max_cost_usd !== undefined && (estimate?.cost === undefined || estimate.cost.high > max_cost_usd)) {
    const why =
      estimate?.cost === undefined
        ? `the cost cannot be estimated (${estimate?.withoutCost ?? 'no tokens are known'})`
        : `the cost would be about US$ ${estimate.cost.high.toFixed(2)}`;
    throw new DataError(
      `${why}, and max_cost_usd is ${max_cost_usd}; nothing was uploaded. Give price_per_million_tokens, fewer epochs or rows, or a higher max_cost_usd.`,
    );
  }
}
