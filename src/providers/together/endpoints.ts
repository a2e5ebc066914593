/**
 * Dedicated endpoints. One is known by its `display_name`, which the list leaves out and which is not unique:
 * so each is looked at, and of several that are the same the oldest counts.
 */
import * as z from 'zod/mini';
import { ActionError, ProviderError, unlessMissing } from '../../errors.ts';
import { segment } from '../address-segment.ts';
import { pageOf } from '../openai-wire/paging.ts';
import type { Transport } from '../openai-wire/transport.ts';
import type { Deployment, DeploymentRequest, Deployments } from '../port.ts';
import { replicasOf } from './deployment-terms.ts';

const text = z.catch(z.nullish(z.string()), undefined);
const number = z.catch(z.nullish(z.number()), undefined);

const Endpoint = z.looseObject({
  id: z.string().check(z.minLength(1)),
  name: text,
  display_name: text,
  model: text,
  hardware: text,
  type: text,
  state: text,
  created_at: text,
  autoscaling: z.catch(z.nullish(z.looseObject({ min_replicas: number, max_replicas: number })), undefined),
});
type Endpoint = z.infer<typeof Endpoint>;

const Hardware = z.looseObject({
  id: z.string(),
  pricing: z.catch(z.nullish(z.looseObject({ cents_per_minute: number })), undefined),
});
type Hardware = z.infer<typeof Hardware>;

/** Ours for their words; a word that is not known is one of something on its way. */
const STATES: Readonly<Record<string, Deployment['state']>> = {
  STARTED: 'ready',
  ERROR: 'failed',
  STOPPING: 'leaving',
  STOPPED: 'stopped',
};
const stateOf = ({ state }: Endpoint) => STATES[state ?? ''] ?? 'starting';
const isLive = (endpoint: Endpoint) => ['starting', 'ready'].includes(stateOf(endpoint));
const SHOWN = 8;

const isNamed = (name: string) => (endpoint: Endpoint) => endpoint.display_name === name || endpoint.name === name;

function isAsAsked(endpoint: Endpoint, request: DeploymentRequest): boolean {
  const { hardware, autoscaling } = request.settings;
  const { min_replicas, max_replicas } = replicasOf(request);
  const sized =
    autoscaling === undefined ||
    endpoint.autoscaling == null ||
    (endpoint.autoscaling.min_replicas === min_replicas && endpoint.autoscaling.max_replicas === max_replicas);
  return endpoint.model === request.model && sized && (hardware === undefined || endpoint.hardware === hardware);
}

/** What is asked for before what is not, what lives before what has failed, then the oldest. */
function byFitness(request: DeploymentRequest) {
  const rank = (endpoint: Endpoint) =>
    (isAsAsked(endpoint, request) ? 0 : 2) + (['failed', 'leaving'].includes(stateOf(endpoint)) ? 1 : 0);
  const age = ({ created_at, id }: Endpoint) => `${created_at ?? ''} ${id}`;
  return (left: Endpoint, right: Endpoint) => rank(left) - rank(right) || (age(left) < age(right) ? -1 : 1);
}

/** US$ an hour of so many of this machine. */
function hourlyOf({ pricing }: Hardware, replicas: number): number | undefined {
  const cents = pricing?.cents_per_minute;
  return cents == null ? undefined : (cents * 60 * replicas) / 100;
}

/** The machines that there are, in words. */
function offerOf(machines: readonly Hardware[]): string {
  const names = machines.map((machine) => {
    const usd = hourlyOf(machine, 1);
    return usd === undefined ? machine.id : `${machine.id} (US$ ${usd.toFixed(2)} an hour)`;
  });
  return `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}`;
}

export function togetherDeployments({ ask, send }: Transport): Deployments {
  const at = ({ id }: Pick<Endpoint, 'id'>) => `/endpoints/${segment(id)}`;
  /** One by its ID, with what a list leaves out. */
  const look = (id: string, signal: AbortSignal): Promise<Endpoint | undefined> =>
    ask(Endpoint, { method: 'get', path: at({ id }), signal }).catch(unlessMissing);

  const machines = new Map<string, Promise<readonly Hardware[]>>();
  /** The machines for a model; none where they are not told, for that is no reason to stop. */
  const machinesFor = (model: string, signal: AbortSignal): Promise<readonly Hardware[]> => {
    const asked =
      machines.get(model) ??
      ask(pageOf(Hardware), { method: 'get', path: '/hardware', query: { model }, signal }).then(
        ({ data }) => data,
        (error: unknown) => {
          if (error instanceof ProviderError) return [];
          throw error;
        },
      );
    machines.set(model, asked);
    return asked;
  };

  const deploymentOf = async (endpoint: Endpoint, request: DeploymentRequest, signal: AbortSignal): Promise<Deployment> => {
    const { model, hardware } = endpoint;
    const { inactive_timeout: idle } = request.settings;
    // Who takes an endpoint down asks for no price.
    const priced = model != null && request.settings.hardware !== undefined ? await machinesFor(model, signal) : [];
    const machine = priced.find(({ id }) => id === hardware);
    const replicas = Math.max(1, endpoint.autoscaling?.min_replicas ?? replicasOf(request).min_replicas);
    return {
      name: request.name,
      servedModel: endpoint.name ?? request.name,
      state: stateOf(endpoint),
      status: (endpoint.state ?? 'PENDING').toLowerCase(),
      model: model ?? undefined,
      asAsked: isAsAsked(endpoint, request),
      hourlyUsd: machine === undefined ? undefined : hourlyOf(machine, replicas),
      stopsIdle: typeof idle === 'number' && idle > 0,
      handle: endpoint.id,
    };
  };

  /** The endpoint of this name that fits best. */
  const best = async (request: DeploymentRequest, signal: AbortSignal): Promise<Endpoint | undefined> => {
    const query = { type: 'dedicated', mine: true };
    const { data } = await ask(pageOf(Endpoint), { method: 'get', path: '/endpoints', query, signal });
    const named: Endpoint[] = [];
    for (const { id, type } of data) {
      const endpoint = type === 'serverless' ? undefined : await look(id, signal);
      if (endpoint !== undefined && isNamed(request.name)(endpoint)) named.push(endpoint);
    }
    return named.sort(byFitness(request))[0];
  };

  /** @throws ActionError for a machine that the platform does not offer for this model */
  const checkHardware = async ({ model = '', settings }: DeploymentRequest, signal: AbortSignal): Promise<void> => {
    const offered = await machinesFor(model, signal);
    if (offered.length === 0 || offered.some(({ id }) => id === settings.hardware)) return;
    throw new ActionError(
      `Input deployment.hardware is ${JSON.stringify(settings.hardware)}; for ${model} Together offers ${offerOf(offered)}. Nothing was deployed.`,
    );
  };

  const remove = async (endpoint: Pick<Endpoint, 'id'>, signal: AbortSignal): Promise<void> => {
    await send({ method: 'delete', path: at(endpoint), signal }).catch(unlessMissing);
  };

  /** Of two that racing runs made, or a lost answer, the oldest stays: whoever made the other deletes it. */
  const settled = async (made: Endpoint, request: DeploymentRequest, signal: AbortSignal): Promise<Endpoint> => {
    const first = await best(request, signal).catch((error: unknown) => {
      if (error instanceof ProviderError) return undefined;
      throw error;
    });
    if (first === undefined || first.id === made.id || !isAsAsked(first, request) || !isLive(first)) return made;
    await remove(made, signal);
    return first;
  };

  /** Those that this run made. */
  const ours = new Set<string>();

  return {
    async find(request, signal) {
      const found = await best(request, signal);
      return found === undefined ? undefined : deploymentOf(found, request, signal);
    },
    async begin(request, signal) {
      const { model, name, settings } = request;
      const there = await best(request, signal);
      const alike = there !== undefined && isAsAsked(there, request) ? there : undefined;
      // A list that lags may show only now what was asked for before.
      if (alike !== undefined && isLive(alike)) return deploymentOf(alike, request, signal);
      if (alike !== undefined && stateOf(alike) === 'stopped') {
        const started = await ask(Endpoint, { method: 'patch', path: at(alike), body: { state: 'STARTED' }, signal });
        return deploymentOf({ ...alike, ...started }, request, signal);
      }
      await checkHardware(request, signal);
      const body = { ...settings, model, display_name: name, autoscaling: replicasOf(request) };
      const made = await ask(Endpoint, { method: 'post', path: '/endpoints', body, signal });
      ours.add(made.id);
      return deploymentOf(await settled(made, request, signal), request, signal);
    },
    async follow(request, { handle }, signal) {
      const endpoint = handle === undefined ? await best(request, signal) : await look(handle, signal);
      if (endpoint === undefined) return undefined;
      // A twin that the list did not show when ours was made is seen by the time that ours has started.
      const mayHaveTwin = stateOf(endpoint) === 'ready' && ours.has(endpoint.id);
      return deploymentOf(mayHaveTwin ? await settled(endpoint, request, signal) : endpoint, request, signal);
    },
    async remove(_, { handle }, signal) {
      if (handle !== undefined) await remove({ id: handle }, signal);
      return undefined;
    },
  };
}
