/**
 * By what an identical job is recognised: a SHA-256 over everything that decides what is trained, and nothing that does not. Not in it: the server (it
 * lists only its own jobs), integrations, metadata. Pure.
 */
import { createHash } from 'node:crypto';
import { METADATA_PAIRS } from '../api/requests.ts';
import { canonicalJson } from '../canonical.ts';
import { ActionError } from '../errors.ts';
import { dropSecrets } from '../inputs/secrets.ts';
import type { Asked } from './body.ts';

/** Raise it when the recipe below changes: jobs of another recipe are never taken for ours. */
const VERSION = 'fine-tune-action/1';

/** The reserved metadata key of the fingerprint. */
export const FINGERPRINT_KEY = 'finetune_action_fingerprint';
const RESERVED = 'finetune_action_';

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without `auto`, which means what absence means, and without maps that this leaves empty. */
function withoutAuto(settings: Record<string, unknown>): Record<string, unknown> {
  const { hyperparameters, ...rest } = settings;
  if (!isMap(hyperparameters)) return rest;
  const set = Object.entries(hyperparameters).filter(([, value]) => value !== 'auto' && value !== null && value !== undefined);
  return set.length === 0 ? rest : { ...rest, hyperparameters: Object.fromEntries(set) };
}

/** The method in one form: bare, absent and deprecated forms are made equal. */
export function canonicalMethod(asked: Pick<Asked, 'method' | 'hyperparameters'>): Record<string, unknown> {
  const { method, hyperparameters } = asked;
  const type = method?.type ?? 'supervised';
  const given: unknown = method === undefined ? { hyperparameters } : Reflect.get(method, type);
  const settings = withoutAuto(isMap(given) ? given : {});
  const others = Object.entries(method ?? {}).filter(([name]) => name !== 'type' && name !== type);
  return { type, ...(Object.keys(settings).length === 0 ? {} : { [type]: settings }), ...Object.fromEntries(others) };
}

export interface Identity {
  /** SHA-256 of the bytes, or, where only an ID is known, the ID. */
  readonly training: string;
  readonly validation: string | undefined;
  /** Set with `reuse: false`: run, job, step and matrix leg, within which a job is still created once only. */
  readonly scope: string | undefined;
}

/** The fingerprint, lower-case hex. */
export function fingerprintOf(asked: Asked, identity: Identity): string {
  const parts = {
    version: VERSION,
    model: asked.model,
    method: canonicalMethod(asked),
    seed: asked.seed,
    suffix: asked.suffix,
    extra_body:
      asked.extra_body === undefined || Object.keys(asked.extra_body).length === 0 ? undefined : dropSecrets(asked.extra_body),
    training: identity.training,
    validation: identity.validation,
    scope: identity.scope,
  };
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}

/** The content hash that an uploaded file's name carries: `<stem>.<64 hex digits>.jsonl`. */
export function hashInName(filename: string | null | undefined): string | undefined {
  return /\.([0-9a-f]{64})\.jsonl$/.exec(filename ?? '')?.[1];
}

/** The name with which the training data of a job goes up where a server may keep no metadata: it carries the job's fingerprint before the content hash. */
export function nameWithFingerprint(filename: string, fingerprint: string): string {
  return filename.replace(/\.([0-9a-f]{64}\.jsonl)$/, `.${fingerprint}.$1`);
}

/** The fingerprint in such a name. */
export function fingerprintInName(filename: string): string | undefined {
  return /\.([0-9a-f]{64})\.[0-9a-f]{64}\.jsonl$/.exec(filename)?.[1];
}

/** Where a job came from, written beside the fingerprint as far as there is room. */
export interface Provenance {
  readonly repository: string;
  readonly commit: string;
  readonly run: string;
}

/**
 * The metadata to send: the user's pairs untouched, the fingerprint, and of the provenance what fits into 16 pairs.
 * @throws ActionError when the fingerprint itself does not fit, or the user's pairs use a reserved key
 */
export function jobMetadata(
  given: Readonly<Record<string, string>> | undefined,
  fingerprint: string,
  provenance: Provenance,
): Record<string, string> {
  const pairs = given ?? {};
  const taken = Object.keys(pairs).find((key) => key.startsWith(RESERVED));
  if (taken !== undefined) {
    throw new ActionError(
      `Input metadata uses the key ${taken}; keys that begin with ${RESERVED} are the action's own. Choose another key.`,
    );
  }
  const room = METADATA_PAIRS - Object.keys(pairs).length - 1;
  if (room < 0) {
    throw new ActionError(
      `Input metadata has ${METADATA_PAIRS} pairs; at most ${METADATA_PAIRS - 1} fit beside the fingerprint, by which a job is never paid for twice. Take one out.`,
    );
  }
  const extras = Object.entries({
    [`${RESERVED}repository`]: provenance.repository,
    [`${RESERVED}commit`]: provenance.commit,
    [`${RESERVED}run`]: provenance.run,
  }).filter(([, value]) => value !== '' && value.length <= 512);
  return { ...pairs, [FINGERPRINT_KEY]: fingerprint, ...Object.fromEntries(extras.slice(0, room)) };
}

/** Where a job says that it came from; each part undefined where it does not say. Foreign text. */
export function originOf(metadata: Readonly<Record<string, string>>): Readonly<Record<keyof Provenance, string | undefined>> {
  return {
    repository: metadata[`${RESERVED}repository`],
    commit: metadata[`${RESERVED}commit`],
    run: metadata[`${RESERVED}run`],
  };
}

/** Who created a job, by its provenance; undefined when it bears none. */
export function createdBy(metadata: Readonly<Record<string, string>>): string | undefined {
  const { repository, commit, run } = originOf(metadata);
  const parts = [
    repository === undefined ? '' : `repository ${repository}`,
    commit === undefined ? '' : `commit ${commit.slice(0, 12)}`,
    run === undefined ? '' : `run ${run}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}
