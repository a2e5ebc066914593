/**
 * What servers of the fine-tuning API send, read as leniently as real servers make necessary and no more: the fields that the action relies on
 * are checked, others are kept, null and absence are the same thing. `status` is a plain text, since servers have states that the specification
 * does not name (`paused`, Azure's file states) and an unknown one must never end a watch.
 */
import * as z from 'zod/mini';

const maybeText = z.nullish(z.string());
const maybeNumber = z.nullish(z.number());

/** A fine-tuning job. Times are Unix seconds. Failure is told by `status` alone: `error` may be present on a healthy job. */
export const Job = z.looseObject({
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
export type Job = z.infer<typeof Job>;

/** An event of a job. `data` of a `metrics` event holds numbers by name; which names, depends on method and provider. */
export const JobEvent = z.looseObject({
  id: z.string(),
  created_at: z.number(),
  level: z.nullish(z.string()),
  message: z.nullish(z.string()),
  type: maybeText,
  data: z.nullish(z.unknown()),
});
export type JobEvent = z.infer<typeof JobEvent>;

export const Checkpoint = z.looseObject({
  id: z.string(),
  created_at: maybeNumber,
  fine_tuned_model_checkpoint: maybeText,
  step_number: maybeNumber,
  metrics: z.nullish(z.record(z.string(), z.unknown())),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** An uploaded file. Some servers leave `status` out: then the file counts as ready. `bytes` is its size in bytes. */
export const RemoteFile = z.looseObject({
  id: z.string(),
  bytes: maybeNumber,
  created_at: maybeNumber,
  expires_at: maybeNumber,
  filename: maybeText,
  purpose: maybeText,
  status: maybeText,
  status_details: z.nullish(z.unknown()),
});
export type RemoteFile = z.infer<typeof RemoteFile>;

/** A part of an upload. */
export const UploadPart = z.looseObject({ id: z.string() });
export type UploadPart = z.infer<typeof UploadPart>;

/** An upload in parts. It holds its file once it is completed. */
export const PartedUpload = z.looseObject({ id: z.string(), status: maybeText, file: z.nullish(RemoteFile) });
export type PartedUpload = z.infer<typeof PartedUpload>;

/** A model. `shutdown_date` (YYYY-MM-DD) is when the provider takes it away, where it says so. */
export const Model = z.looseObject({ id: z.string(), shutdown_date: maybeText });
export type Model = z.infer<typeof Model>;

/** One page of a list. Some servers leave `has_more` out. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly has_more: boolean;
}

const TERMINAL = new Set(['succeeded', 'failed', 'cancelled']);

/** Whether a job in this status never changes again. An unknown status is not terminal. */
export function isTerminal(status: string): boolean {
  return TERMINAL.has(status);
}

/** A server's time as `2026-11-23T09:00:00.000Z`; empty for none, and for a number that is no time. */
export function timeOf(seconds: number | null | undefined): string {
  const date = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
