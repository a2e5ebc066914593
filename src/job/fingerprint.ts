/**
 * By what an identical job is recognised: a SHA-256 over everything that decides what is trained, and nothing
 * that does not. Not in it: the platform (it lists only its own jobs), integrations, metadata. Pure.
 */
import { createHash } from 'node:crypto';
import { isMap, methodName } from '../api/method.ts';
import type { Origin } from '../api/objects.ts';
import { canonicalJson } from '../canonical.ts';
import { dropSecrets } from '../inputs/rotated-secrets.ts';
import type { Asked } from '../providers/port.ts';

/** Raise it when the recipe below changes: jobs of another recipe are never taken for ours. */
const VERSION = 'fine-tune-action/1';

/** Without `auto`, which means what absence means, and without maps that this leaves empty. */
function withoutAuto(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { hyperparameters, ...rest } = settings;
  if (!isMap(hyperparameters)) return rest;
  const set = Object.entries(hyperparameters).filter(([, value]) => value !== 'auto' && value !== null && value !== undefined);
  return set.length === 0 ? rest : { ...rest, hyperparameters: Object.fromEntries(set) };
}

/** The method in one form: bare, absent and deprecated forms are made equal. */
export function canonicalMethod(asked: Pick<Asked, 'method' | 'hyperparameters'>): Record<string, unknown> {
  const { method, hyperparameters } = asked;
  const type = methodName(method);
  const given: unknown = method === undefined ? { hyperparameters } : method[type];
  const settings = withoutAuto(isMap(given) ? given : {});
  const others = Object.entries(method ?? {}).filter(([name]) => name !== 'type' && name !== type);
  return { type, ...(Object.keys(settings).length === 0 ? {} : { [type]: settings }), ...Object.fromEntries(others) };
}

export interface Identity {
  /** SHA-256 of the data with CR LF as LF, or, where only an ID is known, the ID. */
  readonly training: string;
  readonly validation: string | undefined;
  /**
   * Set with `reuse: false`: run, job, step and matrix leg, within which a job is still created once only.
   */
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

/** Who created a job, as far as it says; undefined when it says nothing. */
export function createdBy(origin: Origin | undefined): string | undefined {
  const { repository, commit, run } = origin ?? {};
  const parts = [
    repository === undefined ? '' : `repository ${repository}`,
    commit === undefined ? '' : `commit ${commit.slice(0, 12)}`,
    run === undefined ? '' : `run ${run}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}
