/** Deployments of the account: asked for by the ID that the user chose, and looked at by it. */
import * as z from 'zod/mini';
import { unlessMissing } from '../../errors.ts';
import { segment } from '../address-segment.ts';
import type { Deployment, DeploymentRequest, Deployments } from '../port.ts';
import type { Calls } from './calls.ts';
import { hourlyUsd } from './deployment-terms.ts';
import { idIn, nameIn } from './names.ts';
import { failureIn } from './objects.ts';

const text = z.catch(z.nullish(z.string()), undefined);
const number = z.catch(z.nullish(z.number()), undefined);

const Sent = z.looseObject({
  name: z.string().check(z.minLength(1)),
  state: text,
  status: z.optional(z.unknown()),
  baseModel: text,
  deploymentShape: text,
  acceleratorType: text,
  acceleratorCount: number,
  minReplicaCount: number,
  maxReplicaCount: number,
  precision: text,
});
type Sent = z.infer<typeof Sent>;

/** Ours for their words; a word that is not known is one of something on its way. */
const STATES: Readonly<Record<string, Deployment['state']>> = { READY: 'ready', FAILED: 'failed', DELETING: 'leaving' };
/** Settings that are answered as they were asked. (A shape is answered with its version.) */
const ECHOED = ['acceleratorType', 'acceleratorCount', 'minReplicaCount', 'maxReplicaCount', 'precision'] as const;

function isAsAsked(sent: Sent, { settings }: DeploymentRequest): boolean {
  const { deploymentShape: shape } = settings;
  const sameShape = typeof shape !== 'string' || !sent.deploymentShape || sent.deploymentShape.includes(idIn(shape));
  return sameShape && ECHOED.every((name) => settings[name] === undefined || (sent[name] ?? settings[name]) === settings[name]);
}

/** The deployments of this account. Each verb is one request. */
export function fireworksDeployments(calls: Calls): Deployments {
  const pathOf = (name?: string) =>
    `/accounts/${segment(calls.account)}/deployments${name === undefined ? '' : `/${segment(name)}`}`;
  const fullModel = (model: string) => nameIn(calls.account, 'models', model);

  const deploymentOf = (sent: Sent, request: DeploymentRequest): Deployment => {
    const model = sent.baseModel ? fullModel(sent.baseModel) : undefined;
    const wanted = request.model === undefined ? undefined : fullModel(request.model);
    const failure = failureIn(sent.status);
    const { acceleratorType, acceleratorCount, minReplicaCount } = sent;
    const serves = model ?? wanted;
    return {
      name: request.name,
      servedModel: serves === undefined ? sent.name : `${serves}#${sent.name}`,
      state: STATES[sent.state ?? ''] ?? 'starting',
      status: sent.state ?? 'CREATING',
      // What is the same is said as it was asked.
      model: model === wanted ? request.model : model,
      asAsked: model !== undefined && model === wanted && isAsAsked(sent, request),
      hourlyUsd: hourlyUsd({ acceleratorType, acceleratorCount, replicas: minReplicaCount ?? 0 }),
      stopsIdle: (minReplicaCount ?? 0) === 0,
      ...(failure === undefined ? {} : { reason: [failure.code, failure.message].filter(Boolean).join(': ') }),
    };
  };
  const find = async (request: DeploymentRequest, signal: AbortSignal): Promise<Deployment | undefined> => {
    const path = pathOf(request.name);
    const sent = await calls.ask(Sent, { method: 'GET', path, signal }).catch(unlessMissing);
    // What was deleted is kept for a while, and serves nothing.
    return sent === undefined || sent.state === 'DELETED' ? undefined : deploymentOf(sent, request);
  };

  return {
    find,
    async begin(request, signal) {
      const { model = '', name, settings } = request;
      const body = { baseModel: fullModel(model), ...settings };
      const sent = await calls.ask(Sent, { method: 'POST', path: pathOf(), query: { deploymentId: name }, body, signal });
      return deploymentOf(sent, request);
    },
    follow: (request, _, signal) => find(request, signal),
    async remove({ name }, _, signal) {
      // Without this what was called within the hour is not removed.
      const query = { ignoreChecks: 'true' };
      await calls.send({ method: 'DELETE', path: pathOf(name), query, signal }).catch(unlessMissing);
      return undefined;
    },
  };
}
