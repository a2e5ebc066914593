/** What the platform sends, in the terms of the shared wire. Pure. */
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

function methodOf(sent: unknown) {
  const name = isMap(sent) && typeof sent.method === 'string' ? sent.method : undefined;
  return name === undefined ? undefined : { type: METHODS[name] ?? name };
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
      const { status, created_at, updated_at, model_output_name, token_count, training_method, random_seed } = sent;
      const succeeded = status === 'completed';
      const ended = succeeded || status === 'cancelled' || status === 'error' || status === 'user_error';
      return {
        ...sent,
        created_at: seconds(created_at),
        finished_at: ended ? seconds(updated_at) : undefined,
        seconds_left: secondsLeft(sent.progress),
        fine_tuned_model: succeeded ? model_output_name : undefined,
        trained_tokens: succeeded ? token_count : undefined,
        method: methodOf(training_method),
        seed: random_seed,
      };
    }),
  ),
  WireJob,
);

/** An event; it has no ID, and is known by what it says. */
export const TogetherEvent = z.pipe(
  z.pipe(
    AnyEvent,
    z.transform((sent): { readonly [name: string]: unknown } => ({
      ...sent,
      id: undefined,
      created_at: seconds(sent.created_at),
      data: stepData(sent),
    })),
  ),
  WireEvent,
);

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
