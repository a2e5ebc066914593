/** What the platform sends, in our words. Pure. */
import * as z from 'zod/mini';
import { isMap } from '../../api/method.ts';
import type { Job } from '../../api/objects.ts';
import { STATES } from '../../api/statuses.ts';
import type { Steps } from '../../api/steps.ts';
import type { Fields } from '../openai-wire/dialect.ts';
import { jobOf, WireJob } from '../openai-wire/objects.ts';
import { collectionIn, idIn, isMarked, modelName, originIn, shortName } from './names.ts';
import { SETTINGS } from './requests.ts';

/** A resource; what else it has is read where it is needed. */
export const Named = z.looseObject({ name: z.string().check(z.minLength(1)) });
type Named = z.infer<typeof Named>;

/** States of jobs that are no words of the wire, in lower case. */
const OWN_STATES = {
  ...STATES,
  unspecified: 'queued',
  creating: 'queued',
  re_queueing: 'queued',
  creating_input_dataset: 'queued',
  idle: 'queued',
  writing_results: 'running',
  early_stopped: 'succeeded',
  deleting: 'cancelled',
  deleting_cleaning_up: 'cancelled',
  deleted: 'cancelled',
} as const;

const mapOf = (value: unknown): Fields => (isMap(value) ? value : {});
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** A time as Unix seconds; undefined where it is none. */
function seconds(time: unknown): number | undefined {
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.floor(at / 1000);
}

/** What went wrong, by a status; a job without a fault has one too. */
export function failureIn(status: unknown): { readonly code: unknown; readonly message: unknown } | undefined {
  const { code, message } = mapOf(status);
  return code === undefined || code === null || code === 'OK' || code === 0 ? undefined : { code, message };
}

/**
 * The word for the state of a job. One that was archived has ended: with a model, unless it says that it
 * failed, or that it never came to its end.
 */
function wordOf({ state, status, completedTime }: Named): string {
  const word = (textOf(state) ?? 'JOB_STATE_UNSPECIFIED').replace(/^JOB_STATE_/, '').toLowerCase();
  if (word === 'validating') return 'validating_files';
  if (word !== 'archived') return word;
  if (failureIn(status) !== undefined) return 'failed';
  return seconds(completedTime) === undefined ? 'cancelled' : 'succeeded';
}

/** The settings of a job under our names. One that is 0 is not known to have been set. */
function settingsIn(settings: Fields): Fields {
  const echoed = Object.entries(SETTINGS).map(([ours, theirs]) => [ours, settings[theirs]] as const);
  return Object.fromEntries(echoed.filter(([, value]) => typeof value === 'number' && value !== 0));
}

/** The method by which a job trains, from where it is kept and what it says of its loss. */
function methodIn(sent: Named, settings: Fields): Fields | undefined {
  const collection = collectionIn(sent.name);
  const hyperparameters = settingsIn(settings);
  if (collection !== 'dpoJobs')
    return collection === undefined ? undefined : { type: 'supervised', supervised: { hyperparameters } };
  const loss = mapOf(sent.lossConfig);
  const word = textOf(loss.method)?.toLowerCase();
  if (word !== undefined && word !== 'method_unspecified' && word !== 'dpo') return { type: word };
  const { beta } = mapOf(loss.dpo);
  return { type: 'dpo', dpo: { hyperparameters: { ...hyperparameters, ...(typeof beta === 'number' ? { beta } : {}) } } };
}

/**
 * How far it is, in percents of the whole: what is said is how much of an epoch is done, and the epoch, which
 * counts from 0. Nothing is left out of a message where it is 0.
 */
export function stepsIn({ percent, epoch }: Fields, epochs: unknown): Steps | undefined {
  const [done, before] = [Number(percent ?? 0), Number(epoch ?? 0)];
  if ((percent ?? epoch) == null || !(done >= 0 && done <= 100 && before >= 0)) return undefined;
  const of = Math.max(Number(epochs) || 1, before + 1);
  return { step: (100 * before + done) / of, totalSteps: 100, epoch: { number: before + 1, of } };
}

/** Addresses that let in whoever has them, and the key of another service: never shown. */
function withoutSecrets(sent: Named): Fields {
  const { wandbConfig, ...rest } = sent;
  const { apiKey: _, ...shown } = mapOf(wandbConfig);
  const safe = Object.entries(rest).filter(([name]) => !/SignedUrls?$/.test(name));
  return { ...Object.fromEntries(safe), ...(wandbConfig === undefined ? {} : { wandbConfig: shown }) };
}

/** The file with a finished job's metrics has no ID of its own: it gets one that leads back to the job. */
const METRICS = '-metrics';
export const jobOfResult = (resultId: string): string => resultId.replace(new RegExp(`${METRICS}$`), '');

/** A job names its model from its beginning: before it has succeeded that is a promise, and no model. */
function modelIn(settings: Fields, sent: Named): string {
  const account = sent.name.split('/')[1] ?? '';
  const model = textOf(settings.outputModel) ?? idIn(sent.name);
  return model.includes('/') ? model : `accounts/${account}/models/${model}`;
}

/**
 * The job in our words.
 * @param account whose it is
 */
export function readJob(sent: Named, account: string): Job {
  // What of a preference job decides the training stands one level deeper.
  const settings = { ...sent, ...mapOf(sent.trainingConfig) };
  const word = wordOf(sent);
  const succeeded = Object.hasOwn(OWN_STATES, word) && Reflect.get(OWN_STATES, word) === 'succeeded';
  const model = textOf(settings.baseModel) ?? textOf(settings.warmStartFrom);
  const dataset = (name: unknown) => (textOf(name) === undefined ? undefined : shortName(account, String(name)));
  const job = jobOf(
    WireJob.parse({
      id: idIn(sent.name),
      status: word,
      created_at: seconds(sent.createTime),
      finished_at: seconds(sent.completedTime),
      model: model === undefined ? undefined : modelName(model),
      fine_tuned_model: succeeded ? modelIn(settings, sent) : undefined,
      training_file: dataset(sent.dataset),
      validation_file: dataset(sent.evaluationDataset),
      result_files: succeeded ? [`${idIn(sent.name)}${METRICS}`] : [],
      trained_tokens: succeeded ? mapOf(sent.jobProgress).inputTokens : undefined,
      error: failureIn(sent.status),
      method: methodIn(sent, settings),
    }),
    { states: OWN_STATES },
  );
  const id = idIn(sent.name);
  return {
    ...job,
    ...{ origin: originIn(sent.displayName), marked: isMarked(id), platform: withoutSecrets(sent) },
    steps: job.state === 'queued' ? undefined : stepsIn(mapOf(sent.jobProgress), settings.epochs),
    // Nothing is what an estimate holds that is not made yet.
    estimated_usd: dollarsIn(sent.estimatedCost) || undefined,
  };
}

/** An amount in US$; undefined where it is none that can be read, or in another currency. */
export function dollarsIn(money: unknown): number | undefined {
  const { currencyCode, units = '0', nanos = 0 } = mapOf(money);
  const usd = Number(units) + Number(nanos) / 1e9;
  return currencyCode === 'USD' && Number.isFinite(usd) && usd >= 0 ? usd : undefined;
}
