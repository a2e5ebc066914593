/** What is done about a deployment that is asked for, from what the platform holds under its name. Pure. */
import { createHash } from 'node:crypto';
import type { Deployment, DeploymentRequest } from '../providers/port.ts';

export type DeploymentPlan =
  | { readonly action: 'create'; readonly reason: string }
  | { readonly action: 'reuse'; readonly deployment: Deployment; readonly reason: string }
  | { readonly action: 'replace'; readonly reason: string }
  /** It is on its way out: there is nothing to do before it is gone. */
  | { readonly action: 'settle'; readonly reason: string }
  | { readonly action: 'refuse'; readonly reason: string };

/** @param replaces whether the platform lets another model take a name over */
export function deploymentPlan(
  found: Deployment | undefined,
  { name, model }: Pick<DeploymentRequest, 'name' | 'model'>,
  replaces: boolean,
): DeploymentPlan {
  if (found === undefined) return { action: 'create', reason: `nothing is deployed as ${name}` };
  if (found.state === 'leaving') return { action: 'settle', reason: `${name} is being removed (${found.status})` };
  if (found.state === 'stopped' && found.asAsked) return { action: 'create', reason: `${name} is ${found.status}` };
  const broken = found.state === 'failed';
  if (found.asAsked && !broken) return { action: 'reuse', deployment: found, reason: `${name} serves ${model} already` };
  const what = found.model === model ? 'this model with other settings' : `${found.model ?? 'another model'}`;
  const reason = broken ? `${name} is ${found.status}` : `${name} serves ${what}`;
  if (replaces) return { action: 'replace', reason };
  return { action: 'refuse', reason };
}

export interface NameRule {
  readonly longest: number;
  readonly characters: RegExp;
}

/**
 * The name of a deployment that was given none: made of the model's, so that two models never share one.
 * @param rule what a name may be
 */
export function nameFromModel(model: string, { longest, characters }: NameRule): string {
  if (model.length <= longest && characters.test(model)) return model;
  const plain = model.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (plain.length <= longest && characters.test(plain)) return plain;
  const hash = createHash('sha256').update(model).digest('hex').slice(0, 8);
  const short = `${plain.slice(0, longest - 9).replace(/-+$/, '')}-${hash}`;
  return characters.test(short) ? short : short.toLowerCase();
}
