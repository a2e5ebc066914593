/** What the platform sends, in the terms of the shared wire. Pure. */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { isMap } from '../../api/method.ts';
import { AnyEvent, WireCheckpoint, WireEvent, WireFile, WireJob } from '../openai-wire/objects.ts';

const Sent = z.looseObject({ id: z.string().check(z.minLength(1)) });
/** Fields that a schema of the shared wire reads. */
interface Fields {
  readonly id: string | number;
  readonly [name: string]: unknown;
}
const METHODS: Readonly<Record<string, string>> = { sft: 'supervised', dpo: 'dpo' };

/** A time as Unix seconds; undefined where it is none. */
function seconds(time: unknown): number | undefined {
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.floor(at / 1000);
}

/** `Processed` is the older form of `processing_status`; a file with neither is ready. */
function fileStatus({ processing_status, Processed }: Readonly<Record<string, unknown>>): unknown {
  return processing_status ?? (Processed === false ? 'PENDING' : undefined);
}

export const TogetherFile = z.pipe(
  z.pipe(
    Sent,
    z.transform((sent): Fields => ({ ...sent, status: fileStatus(sent), status_details: sent.validation_report })),
  ),
  WireFile,
);

/** What is said of a file that is sent. */
export const formFields = (filename: string) => ({ purpose: 'fine-tune', file_name: filename, file_type: 'jsonl' });

/** The settings of a job that have one name in both places. */
const ECHOED = [
  'n_epochs',
  'n_checkpoints',
  'n_evals',
  'batch_size',
  'learning_rate',
  'warmup_ratio',
  'weight_decay',
  'max_grad_norm',
  'max_seq_length',
  'packing',
];

function methodOf(sent: Readonly<Record<string, unknown>>) {
  const method = isMap(sent.training_method) ? sent.training_method : {};
  if (typeof method.method !== 'string') return undefined;
  const type = METHODS[method.method] ?? method.method;
  const echoed = ECHOED.flatMap((name) => (sent[name] == null ? [] : [[name, sent[name]] as const]));
  const beta = typeof method.dpo_beta === 'number' ? { beta: method.dpo_beta } : {};
  return { type, [type]: { hyperparameters: { ...Object.fromEntries(echoed), ...beta } } };
}

/** What the platform expects to need yet; undefined where it expects nothing. */
function secondsLeft(progress: unknown): unknown {
  return isMap(progress) && progress.estimate_available === true ? progress.seconds_remaining : undefined;
}

/** An event says its step beside its words. */
const stepData = ({ step, total_steps }: Readonly<Record<string, unknown>>) =>
  typeof step === 'number' && step > 0 ? { step, total_steps } : undefined;

/** A job names its model from its beginning: before it has succeeded that is a promise, and no model. */
export const TogetherJob = z.pipe(
  z.pipe(
    Sent,
    z.transform((sent): Fields => {
      const { status, created_at, updated_at, model_output_name, token_count, random_seed } = sent;
      const succeeded = status === 'completed';
      const ended = succeeded || status === 'cancelled' || status === 'error' || status === 'user_error';
      return {
        ...sent,
        created_at: seconds(created_at),
        finished_at: ended ? seconds(updated_at) : undefined,
        seconds_left: secondsLeft(sent.progress),
        fine_tuned_model: succeeded ? model_output_name : undefined,
        trained_tokens: succeeded ? token_count : undefined,
        method: methodOf(sent),
        seed: random_seed,
        // Its measures are a call of their own.
        result_files: succeeded ? [metricsName(sent.id)] : [],
      };
    }),
  ),
  WireJob,
);

/** An event. It has no ID: it is known by what it says, and to the millisecond. */
export const TogetherEvent = z.pipe(
  z.pipe(
    AnyEvent,
    z.transform((sent): { readonly [name: string]: unknown } => {
      const { created_at, type, message, step } = sent;
      const said = createHash('sha256')
        .update(JSON.stringify([created_at, type, message, step]))
        .digest('hex');
      return {
        ...sent,
        id: `event-${said.slice(0, 24)}`,
        // With its fraction, by which events of one second are sorted.
        created_at: typeof created_at === 'string' ? Date.parse(created_at) / 1000 : undefined,
        data: stepData(sent),
      };
    }),
  ),
  WireEvent,
);
type TogetherEvent = z.infer<typeof TogetherEvent>;

/** The events in the order of time, each with an ID of its own: what is said twice is said twice. */
export function inTime(events: readonly TogetherEvent[]) {
  const timeOf = ({ created_at }: TogetherEvent) => created_at ?? 0;
  const counts = new Map<string, number>();
  return events
    .toSorted((left, right) => timeOf(left) - timeOf(right))
    .map((event) => {
      const count = (counts.get(event.id) ?? 0) + 1;
      counts.set(event.id, count);
      return { ...event, id: count === 1 ? event.id : `${event.id}-${count}`, created_at: Math.floor(timeOf(event)) };
    });
}

/** What the measures of a job are called among its result files, and whose they are. */
export const metricsName = (jobId: string) => `${jobId}-metrics`;
export const jobOfMetrics = (name: string) => name.replace(/-metrics$/, '');

/** The measures of a job, as they were taken. */
export const TogetherMetrics = z.looseObject({ metrics: z.array(z.record(z.string(), z.unknown())) });

/** A measure under the name that it has elsewhere: `train/loss` is `train_loss`, `eval/loss` `valid_loss`. */
const measureName = (name: string) =>
  /(^|\/)global_step$/.test(name) ? 'step' : name.replace(/^eval\b/, 'valid').replace(/[^\w.-]+/g, '_');

/** The measures as a result file of the shared wire: a line for each time that something was measured. */
export function metricsCsv({ metrics }: z.infer<typeof TogetherMetrics>): string {
  const rows = metrics.map((one) => {
    const numbers = Object.entries(one).flatMap(([name, value]) =>
      typeof value === 'number' && Number.isFinite(value) ? [[measureName(name), value] as const] : [],
    );
    return new Map(numbers);
  });
  const names = new Set(['step', ...rows.flatMap((row) => [...row.keys()])]);
  const lines = rows.map((row) => [...names].map((name) => row.get(name) ?? '').join(','));
  return rows.length === 0 ? '' : `${[[...names].join(','), ...lines].join('\n')}\n`;
}

export const TogetherCheckpoint = z.pipe(
  z.pipe(
    z.looseObject({ path: z.string() }),
    z.transform(
      ({ path, step, created_at, ...sent }): Fields => ({
        ...sent,
        id: path,
        created_at: seconds(created_at),
        fine_tuned_model_checkpoint: path,
        step_number: step,
      }),
    ),
  ),
  WireCheckpoint,
);
