/** What is asked, in the platform's names and units. Pure. */
import { merged } from '../../api/merge.ts';
import { hyperparametersOf, isMap, methodName } from '../../api/method.ts';
import type { Origin } from '../../api/objects.ts';
import type { Fields } from '../openai-wire/dialect.ts';
import type { JobRequest } from '../port.ts';
import { type Collection, labelOf, modelName, nameIn } from './names.ts';

/** The platform's names of what stands inside `method`. */
export const SETTINGS: Readonly<Record<string, string>> = {
  n_epochs: 'epochs',
  batch_size: 'batchSizeSamples',
  learning_rate: 'learningRate',
  learning_rate_warmup_steps: 'learningRateWarmupSteps',
  lora_rank: 'loraRank',
  max_context_length: 'maxContextLength',
  gradient_accumulation_steps: 'gradientAccumulationSteps',
  optimizer_weight_decay: 'optimizerWeightDecay',
};

/** An ID has 63 characters. */
const LONGEST_ID = 63;

/** Where the jobs of a method are kept. */
export const collectionOf = (method: unknown): Collection =>
  methodName(method) === 'dpo' ? 'dpoJobs' : 'supervisedFineTuningJobs';

/** The settings under the platform's names; what is left to the server is not sent. */
function settingsOf(request: Pick<JobRequest, 'method' | 'hyperparameters'>): Fields {
  const given = Object.entries(hyperparametersOf(request) ?? {});
  return Object.fromEntries(
    given.flatMap(([name, value]) => {
      const own = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
      return own === undefined || value === 'auto' ? [] : [[own, value] as const];
    }),
  );
}

/** Where training goes on from: a fine-tuned model, or a base. */
export type From = 'baseModel' | 'warmStartFrom';

/** The model that comes of it: its ID is the suffix, made unique by the end of the job's own. */
function outputModel({ suffix }: JobRequest, jobId: string): Fields {
  if (suffix === undefined) return {};
  const end = `-${jobId.slice(-12).replace(/^-+/, '')}`;
  return { outputModel: `${suffix.slice(0, LONGEST_ID - end.length)}${end}` };
}

function wandbOf({ integrations }: JobRequest): Fields {
  const [first] = integrations ?? [];
  if (first === undefined) return {};
  const { project, entity } = isMap(first.wandb) ? first.wandb : {};
  const named = Object.entries({ project, entity }).filter(([, value]) => value != null);
  return { wandbConfig: { enabled: true, ...Object.fromEntries(named) } };
}

/** What is known of a job before it is asked for. */
export interface Wanted {
  readonly account: string;
  readonly jobId: string;
  readonly from: From;
  readonly origin?: Origin | undefined;
}

/** The body of the create call, of either kind. */
export function jobBody(request: JobRequest, { account, jobId, from, origin }: Wanted): Fields {
  const { model, method, training_file, validation_file, extra_body } = request;
  const settings = {
    ...(model === undefined ? {} : { [from]: modelName(model) }),
    ...outputModel(request, jobId),
    ...settingsOf(request),
  };
  const dataset = (id: string) => nameIn(account, 'datasets', id);
  const label = labelOf(origin);
  const shared = {
    ...(label === undefined ? {} : { displayName: label }),
    dataset: dataset(training_file),
    ...wandbOf(request),
  };
  if (collectionOf(method) === 'dpoJobs') {
    const { beta } = hyperparametersOf({ method }) ?? {};
    const dpo = beta === undefined || beta === 'auto' ? {} : { dpo: { beta } };
    // A loss without a method may mean another one.
    return merged({ ...shared, trainingConfig: settings, lossConfig: { method: 'DPO', ...dpo } }, extra_body);
  }
  const evaluation = validation_file === undefined ? {} : { evaluationDataset: dataset(validation_file) };
  return merged({ ...shared, ...settings, ...evaluation }, extra_body);
}

/** What of a create call decides its price: nothing that only names or reports the job. */
export function pricedBody(request: JobRequest, account: string, from: From): Fields {
  const plain = { ...request, suffix: undefined, integrations: undefined };
  const { wandbConfig: _, ...body } = jobBody(plain, { account, jobId: '', from });
  return body;
}

/** The query by which a job gets an ID of our choosing. */
export function idQuery(collection: Collection, id: string): Readonly<Record<string, string>> {
  return collection === 'dpoJobs' ? { dpoJobId: id } : { supervisedFineTuningJobId: id };
}
