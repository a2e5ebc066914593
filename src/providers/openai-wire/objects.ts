/**
 * What servers of the wire send, read as leniently as real servers make necessary and no more: the fields that the action relies on are checked,
 * others are kept, null and absence are the same thing. `status` is a plain text, since servers have states that the specification does not name.
 */
import * as z from 'zod/mini';
import type { Job } from '../../api/objects.ts';
import type { Dialect } from './dialect.ts';
import { explainJob, isModerated } from './explanations.ts';
import { carriesAny, originOf } from './metadata-mark.ts';

const maybeText = z.nullish(z.string());
const maybeNumber = z.nullish(z.number());

/** A fine-tuning job. Times are Unix seconds. `status` alone says that it failed: `error` may be present on a healthy job. */
export const WireJob = z.looseObject({
  id: z.string(),
  created_at: maybeNumber,
  finished_at: maybeNumber,
  estimated_finish: maybeNumber,
  model: maybeText,
  fine_tuned_model: maybeText,
  status: z.string(),
  training_file: maybeText,
  validation_file: maybeText,
  result_files: z.nullish(z.array(z.string())),
  trained_tokens: maybeNumber,
  error: z.nullish(z.looseObject({ code: maybeText, message: maybeText, param: maybeText })),
  hyperparameters: z.nullish(z.looseObject({})),
  method: z.nullish(z.looseObject({ type: maybeText })),
  seed: maybeNumber,
  suffix: maybeText,
  user_provided_suffix: maybeText,
  metadata: z.nullish(z.record(z.string(), z.string())),
});
export type WireJob = z.infer<typeof WireJob>;

/** An event of a job. */
export const WireEvent = z.looseObject({
  id: z.string(),
  created_at: z.number(),
  level: z.nullish(z.string()),
  message: z.nullish(z.string()),
  type: maybeText,
  data: z.nullish(z.unknown()),
});

export const WireCheckpoint = z.looseObject({
  id: z.string(),
  created_at: maybeNumber,
  fine_tuned_model_checkpoint: maybeText,
  step_number: maybeNumber,
  metrics: z.nullish(z.record(z.string(), z.unknown())),
});

/** An uploaded file. Some servers leave `status` out: then the file counts as ready. `bytes` is its size in bytes. */
export const WireFile = z.looseObject({
  id: z.string(),
  bytes: maybeNumber,
  created_at: maybeNumber,
  expires_at: maybeNumber,
  filename: maybeText,
  purpose: maybeText,
  status: maybeText,
  status_details: z.nullish(z.unknown()),
});
export type WireFile = z.infer<typeof WireFile>;

/** A part of an upload. */
export const UploadPart = z.looseObject({ id: z.string() });
export type UploadPart = z.infer<typeof UploadPart>;

/** An upload in parts. It holds its file once it is completed. */
export const PartedUpload = z.looseObject({ id: z.string(), status: maybeText, file: z.nullish(WireFile) });
export type PartedUpload = z.infer<typeof PartedUpload>;

/** A model. `shutdown_date` (YYYY-MM-DD) is when the platform takes it away, where it says so. */
export const WireModel = z.looseObject({ id: z.string(), shutdown_date: maybeText });
export type WireModel = z.infer<typeof WireModel>;

/** The job in our words. A word that is not known never ends a job. */
export function jobOf(sent: WireJob, { states }: Pick<Dialect, 'states'>): Job {
  const state = Object.hasOwn(states, sent.status) ? (states[sent.status] ?? 'running') : 'running';
  const ended = state === 'succeeded' || state === 'failed' || state === 'cancelled';
  const { code, message } = sent.error ?? {};
  const failure = { code, message, moderated: isModerated({ code, message }), fix: explainJob({ code, message }) };
  return {
    ...sent,
    state,
    status: ended ? state : sent.status,
    suffix: sent.suffix ?? sent.user_provided_suffix,
    error: state === 'failed' ? failure : sent.error,
    origin: originOf(sent.metadata ?? {}),
    marked: carriesAny(sent),
    platform: sent,
  };
}
