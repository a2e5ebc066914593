/**
 * What servers of the wire send: strict in what decides (an ID is needed), lenient in all that is only shown.
 * A field that is not what the API describes is as good as absent, a number may come as a text, and a
 * placeholder (0 for a time, an empty name) is no fact. `status` is a plain text, since servers have states
 * that the specification does not name.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { isMap } from '../../api/method.ts';
import type { Job, JobState } from '../../api/objects.ts';
import { plainWord, statusOf } from '../../api/statuses.ts';
import { stepsOf } from '../../api/steps.ts';
import type { Dialect } from './dialect.ts';
import { explainJob, isModerated } from './explanations.ts';
import { carriesAny, originOf } from './metadata-mark.ts';

/** A field that is read as this function reads it; whatever else comes is absent. */
function read<Value>(of: (value: unknown) => Value | undefined) {
  return z.optional(
    z.pipe(
      z.unknown(),
      z.transform((value): Value | null | undefined => (value === null ? null : of(value))),
    ),
  );
}

type Fields = Readonly<Record<string, unknown>>;
type Maybe = string | null | undefined;

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

const above = (least: number) => (value: unknown) => {
  const number = numberOf(value);
  return number !== undefined && number >= least ? number : undefined;
};

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The value of a pair, whose text is what counts. */
function pairOf([key, value]: readonly [string, unknown]): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]];
  return typeof value === 'number' || typeof value === 'boolean' ? [[key, String(value)]] : [];
}

const maybeText = read(textOf);
const maybeNumber = read(numberOf);
const time = read(above(1));
const count = read(above(0));
const maybeMap = read((value) => (isMap(value) ? value : undefined));

/** An ID as a text; some servers count. */
const id = z.pipe(z.union([z.string().check(z.minLength(1)), z.number()]), z.transform(String));

function errorOf(
  value: unknown,
): (Fields & { readonly code?: Maybe; readonly message?: Maybe; readonly param?: Maybe }) | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { message: value };
  if (!isMap(value)) return undefined;
  const { code, message, param } = value;
  const text = (field: unknown) => (field === null ? null : textOf(field));
  return { ...value, code: text(code) ?? numberOf(code)?.toString() ?? null, message: text(message), param: text(param) };
}

function methodOf(value: unknown): (Fields & { readonly type?: Maybe }) | undefined {
  return isMap(value) ? { ...value, type: textOf(value.type) } : undefined;
}

function metadataOf(value: unknown): Readonly<Record<string, string>> | undefined {
  return isMap(value) ? Object.fromEntries(Object.entries(value).flatMap(pairOf)) : undefined;
}

/**
 * A fine-tuning job. Times are Unix seconds. `status` alone says that it failed: `error` may be present on a
 * healthy job.
 */
export const WireJob = z.looseObject({
  id,
  created_at: time,
  finished_at: time,
  estimated_finish: time,
  seconds_left: count,
  model: maybeText,
  fine_tuned_model: maybeText,
  status: z.catch(z.string(), 'unknown'),
  training_file: maybeText,
  validation_file: maybeText,
  result_files: read((value) => (Array.isArray(value) ? value.filter((name) => typeof name === 'string') : undefined)),
  trained_tokens: count,
  trained_steps: count,
  total_steps: count,
  error: read(errorOf),
  hyperparameters: maybeMap,
  method: read(methodOf),
  seed: maybeNumber,
  suffix: maybeText,
  user_provided_suffix: maybeText,
  metadata: read(metadataOf),
});
export type WireJob = z.infer<typeof WireJob>;

/** What is longer is kept by its hash: every event is remembered by its ID. */
const LONGEST_ID = 500;

/** What stands in a list of events; what is no map is at least what it says. */
export const AnyEvent = z.pipe(
  z.unknown(),
  z.transform((sent): Fields => (isMap(sent) ? sent : { message: textOf(sent) })),
);

/**
 * An event of a job. Without an ID it is known by what it says; without a time it stands where it stood in
 * its list.
 */
export const WireEvent = z.pipe(
  z.looseObject({ id: z.optional(z.unknown()), created_at: time, level: maybeText, message: maybeText, type: maybeText }),
  z.transform((event) => {
    const own = textOf(event.id) ?? numberOf(event.id)?.toString();
    const short = own !== undefined && own.length <= LONGEST_ID ? own : undefined;
    return { ...event, id: short ?? `event-${createHash('sha256').update(JSON.stringify(event)).digest('hex').slice(0, 24)}` };
  }),
);

export const WireCheckpoint = z.looseObject({
  id,
  created_at: time,
  fine_tuned_model_checkpoint: maybeText,
  step_number: maybeNumber,
  metrics: maybeMap,
});

/**
 * An uploaded file. Some servers leave `status` out: then the file counts as ready. `bytes` is its size in
 * bytes.
 */
export const WireFile = z.looseObject({
  id,
  bytes: read(above(1)),
  created_at: time,
  expires_at: time,
  filename: maybeText,
  purpose: maybeText,
  status: maybeText,
  status_details: z.nullish(z.unknown()),
});
export type WireFile = z.infer<typeof WireFile>;

/** A part of an upload. */
export const UploadPart = z.looseObject({ id });
export type UploadPart = z.infer<typeof UploadPart>;

/** An upload in parts. It holds its file once it is completed. */
export const PartedUpload = z.looseObject({
  id,
  status: maybeText,
  file: z.nullish(WireFile),
  error: read(errorOf),
});
export type PartedUpload = z.infer<typeof PartedUpload>;

/** A model. `shutdown_date` (YYYY-MM-DD) is when the platform takes it away, where it says so. */
export const WireModel = z.looseObject({ id, shutdown_date: maybeText });
export type WireModel = z.infer<typeof WireModel>;

/** The state that a word means, however it is written; undefined for a word that is not known. */
function stateOf(word: string, states: Dialect['states']): JobState | undefined {
  const plain = plainWord(word);
  return Object.hasOwn(states, plain) ? states[plain] : undefined;
}

/** The job in our words. A word that is not known never ends a job. */
export function jobOf(sent: WireJob, { states }: Pick<Dialect, 'states'>): Job {
  const known = stateOf(sent.status, states);
  const state = known ?? 'running';
  const { code, message } = sent.error ?? {};
  const failure = { code, message, moderated: isModerated({ code, message }), fix: explainJob({ code, message }) };
  return {
    ...sent,
    state,
    status: statusOf(state, sent.status),
    unknownStatus: known === undefined ? sent.status : undefined,
    steps: stepsOf({ step: sent.trained_steps, total_steps: sent.total_steps }),
    suffix: sent.suffix ?? sent.user_provided_suffix,
    error: state === 'failed' ? failure : sent.error,
    origin: originOf(sent.metadata ?? {}),
    marked: carriesAny(sent),
    platform: sent,
  };
}
