/** Adapters and deployments by the project's foundry: asked for by POST, known by their list. */
import * as z from 'zod/mini';
import { isMap } from '../../api/method.ts';
import { ActionError, unlessMissing } from '../../errors.ts';
import { segment } from '../address-segment.ts';
import type { Explanation } from '../failures.ts';
import { type JsonRequest, jsonCall } from '../json-call.ts';
import type { Deployment, DeploymentRequest, Deployments } from '../port.ts';
import type { Address } from '../profile.ts';
import { foundryOf, isAdapter } from './deployment-terms.ts';

const text = z.catch(z.nullish(z.string()), undefined);
/** An adapter or a deployment; each has of these what it has. */
const Served = z.looseObject({
  id: text,
  status: text,
  model_id: text,
  deployment_name: text,
  fine_tuned_model: text,
  hourly_cost: z.catch(z.nullish(z.union([z.string(), z.number()])), undefined),
  target_replicas: z.catch(z.nullish(z.number()), undefined),
  last_error: text,
});
type Served = z.infer<typeof Served>;

const EXPLANATIONS: readonly Explanation[] = [
  {
    status: 403,
    fix: 'A key of Crusoe belongs to one project: check that deployment.foundry names the project of this key.',
    final: true,
  },
];

/** Ours for their words; a word that is not known is one of something on its way. */
const STATES: Readonly<Record<string, Deployment['state']>> = {
  ready: 'ready',
  failed: 'failed',
  deleting: 'leaving',
};

/** The items of a list, whose key is described nowhere. */
function itemsIn(json: unknown): readonly Served[] {
  const list = Array.isArray(json) ? json : isMap(json) ? Object.values(json).find(Array.isArray) : undefined;
  return (list ?? []).flatMap((item: unknown) => {
    const read = z.safeParse(Served, item);
    return read.success ? [read.data] : [];
  });
}

/** An adapter that has expired is loaded anew. */
const isGone = ({ status }: Served) => status === 'deleted' || status === 'expired';

/** US$ for an hour. */
function hourly({ hourly_cost }: Served): number | undefined {
  const usd = typeof hourly_cost === 'string' ? Number(hourly_cost.replace('$', '')) : hourly_cost;
  return typeof usd === 'number' && Number.isFinite(usd) ? usd : undefined;
}

function deploymentOf(served: Served, request: DeploymentRequest): Deployment {
  const adapter = isAdapter(request);
  const model = (adapter ? served.model_id : served.fine_tuned_model) ?? undefined;
  const status = served.status ?? 'pending';
  const { replicas } = request.settings;
  const sized = adapter || replicas === undefined || served.target_replicas == null || served.target_replicas === replicas;
  return {
    name: request.name,
    servedModel: adapter ? (model ?? request.name) : request.name,
    state: STATES[status] ?? 'starting',
    status,
    model,
    asAsked: model !== undefined && model === request.model && sized,
    hourlyUsd: hourly(served),
    ...(served.last_error ? { reason: served.last_error } : {}),
    handle: served.id ?? undefined,
  };
}

/** The adapters and deployments of the project that the settings name. */
export function crusoeDeployments(address: Address): Deployments {
  const key = address.credential?.kind === 'key' ? address.credential.key : undefined;
  const call = async (
    request: DeploymentRequest,
    path: string,
    given: Pick<JsonRequest, 'method' | 'signal'> & { readonly body?: Readonly<Record<string, unknown>> },
  ): Promise<unknown> => {
    if (key === undefined) throw new ActionError('There is no key for Crusoe. Write api_key.');
    const { json } = await jsonCall({
      call: `${given.method} foundry/${path}`,
      method: given.method,
      url: `${foundryOf(request.settings, address)}/${path}`,
      headers: { authorization: `Bearer ${key}`, ...(given.body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: given.body === undefined ? undefined : JSON.stringify(given.body),
      signal: given.signal,
      explanations: EXPLANATIONS,
    });
    return json;
  };
  const rootOf = (request: DeploymentRequest) => (isAdapter(request) ? 'loras' : 'selfserve/deployments');
  const pathOf = (request: DeploymentRequest, id: string) => `${rootOf(request)}/${segment(id)}`;
  const isMeant = (request: DeploymentRequest) => (served: Served) =>
    isAdapter(request) ? served.model_id === (request.model ?? request.name) : served.deployment_name === request.name;

  /** One of them by its ID: what a list leaves out, its own answer has. */
  const look = async (request: DeploymentRequest, id: string, signal: AbortSignal): Promise<Deployment | undefined> => {
    const json = await call(request, pathOf(request, id), { method: 'GET', signal }).catch(unlessMissing);
    const served = z.safeParse(Served, json);
    return !served.success || isGone(served.data) ? undefined : deploymentOf({ ...served.data, id }, request);
  };
  const find = async (request: DeploymentRequest, signal: AbortSignal): Promise<Deployment | undefined> => {
    const all = itemsIn(await call(request, rootOf(request), { method: 'GET', signal }));
    const found = all.filter((served) => isMeant(request)(served) && !isGone(served));
    // What has failed stands beside what was asked for after it.
    const best = found.find(({ status }) => STATES[status ?? ''] !== 'failed') ?? found[0];
    return best?.id ? look(request, best.id, signal) : undefined;
  };

  return {
    find,
    async begin(request, signal) {
      const { model, name, settings } = request;
      const { flavor_id, replicas } = settings;
      const machine = {
        deployment_name: name,
        fine_tuned_model: model,
        flavor_id,
        ...(replicas === undefined ? {} : { replicas }),
      };
      const body = isAdapter(request) ? { model_id: model } : machine;
      const answer = z.safeParse(Served, await call(request, rootOf(request), { method: 'POST', body, signal }));
      const { id, status } = answer.success ? answer.data : { id: undefined, status: undefined };
      const asked = isAdapter(request) ? { model_id: model } : { fine_tuned_model: model };
      return deploymentOf({ ...asked, id, status }, request);
    },
    follow: (request, { handle }, signal) => (handle === undefined ? find(request, signal) : look(request, handle, signal)),
    async remove(request, { handle }, signal) {
      if (handle !== undefined) await call(request, pathOf(request, handle), { method: 'DELETE', signal }).catch(unlessMissing);
      return undefined;
    },
  };
}
