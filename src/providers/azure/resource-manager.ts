/**
 * Deployments by Azure's resource manager: asked for by PUT, followed as its answer says (an
 * Azure-AsyncOperation before a Location before the deployment itself), and known by GET.
 */
import * as z from 'zod/mini';
import { ActionError, ProviderError } from '../../errors.ts';
import { segment } from '../address-segment.ts';
import { type Explanation, failure, retryAfterOf } from '../failures.ts';
import { type JsonAnswer, type JsonRequest, jsonCall } from '../json-call.ts';
import type { Deployment, DeploymentRequest, Deployments } from '../port.ts';
import type { Address, ClientOptions } from '../profile.ts';
import { managerOf, partsOf } from './deployment-terms.ts';
import { hourlyUsd } from './hosting.ts';

const API_VERSION = '2025-06-01';
/** So many bare 500s in a row are no fault that passes: a wrong format is answered so for good. */
const BARE_ANSWERS = 3;
const WRONG_FORMAT: Explanation = {
  fix: 'Azure answers so where deployment.model.format is not the one of the family (OpenAI, Microsoft, Meta, Alibaba, Mistral AI; case counts), and where an open model has a capacity below 100.',
  final: true,
};

const Resource = z.looseObject({
  sku: z.catch(z.nullish(z.looseObject({ name: z.string(), capacity: z.nullish(z.number()) })), undefined),
  properties: z.catch(
    z.nullish(
      z.looseObject({
        provisioningState: z.nullish(z.string()),
        deploymentState: z.nullish(z.string()),
        model: z.nullish(
          z.looseObject({ name: z.nullish(z.string()), version: z.nullish(z.string()), format: z.nullish(z.string()) }),
        ),
      }),
    ),
    undefined,
  ),
});
const Operation = z.looseObject({
  status: z.string(),
  error: z.catch(z.nullish(z.looseObject({ code: z.nullish(z.string()), message: z.nullish(z.string()) })), undefined),
});

const QUOTA =
  'The subscription has no more quota for this model and SKU in its region. Lower deployment.sku.capacity, remove a deployment, ask for more quota, or wait 20 s after a removal.';
const EXPLANATIONS: readonly Explanation[] = [
  {
    status: 401,
    fix: 'The resource manager takes a token of its own audience: check that azure_arm_token is one and has not ended (az account get-access-token), or sign in without a key.',
    final: true,
  },
  {
    status: 403,
    fix: 'Whoever signs in needs Microsoft.CognitiveServices/accounts/deployments/write (and /read, /delete) on the account: the role Cognitive Services Contributor has them. A role that was given just now needs some minutes.',
    final: true,
  },
  { code: 'InsufficientQuota', fix: QUOTA, final: true },
  { code: 'QuotaExceeded', fix: QUOTA, final: true },
  {
    status: 423,
    fix: 'The deployment is paused or locked. Resume it in the portal, or take the lock off, and run again.',
    final: true,
  },
  {
    status: 409,
    fix: 'Another operation is under way on the account, which Azure carries out one after the other, or something there stands in the way of the name.',
    final: false,
  },
];

/** Ours for their word; a word that is not known is one of a deployment on its way. */
function stateOf(word: string | undefined, paused: boolean): Deployment['state'] {
  if (word === 'Succeeded') return paused ? 'failed' : 'ready';
  if (word === 'Deleting') return 'leaving';
  return word === 'Failed' || word === 'Canceled' || word === 'Disabled' ? 'failed' : 'starting';
}

/** The deployment as an answer shows it. */
function deploymentOf(json: unknown, request: DeploymentRequest): Deployment {
  const read = z.safeParse(Resource, json);
  const { sku, properties } = read.success ? read.data : { sku: undefined, properties: undefined };
  const asked = partsOf(request);
  const word = properties?.provisioningState ?? undefined;
  const paused = properties?.deploymentState === 'Paused';
  const model = properties?.model?.name ?? undefined;
  const version = properties?.model?.version ?? undefined;
  return {
    name: request.name,
    servedModel: request.name,
    state: stateOf(word, paused),
    status: paused ? 'Paused' : (word ?? 'Accepted'),
    model,
    asAsked:
      model !== undefined &&
      model === request.model &&
      sku?.name === asked.skuName &&
      (asked.capacity === undefined || sku?.capacity === asked.capacity) &&
      (asked.version === undefined || version === asked.version),
    hourlyUsd: sku == null ? undefined : hourlyUsd(sku.name, properties?.model?.format ?? undefined),
    ...(paused ? { reason: 'it is paused; resume it in the portal' } : {}),
  };
}

/** The body of the PUT: what was written, the model's version where none was. */
function bodyOf(request: DeploymentRequest): Readonly<Record<string, unknown>> {
  const { sku, model, format, version = '1', properties, tags } = partsOf(request);
  return {
    sku,
    properties: { ...properties, model: { ...model, format, name: request.model, version } },
    ...(tags === undefined ? {} : { tags }),
  };
}

/** 409 says that another operation is under way, which is waited out, unless it says another thing. */
function otherOperation(error: unknown): never {
  if (!(error instanceof ProviderError)) throw error;
  const { status, detail } = error.facts;
  if (status === 409 && !/already exists|name is (already )?(in use|taken)/i.test(detail))
    throw failure({ ...error.facts, kind: 'limited' }, EXPLANATIONS, error);
  throw error;
}

/** The deployments of the account that the settings name. */
export function azureDeployments(address: Address, options: ClientOptions): Deployments {
  const call = async (
    { settings, name }: DeploymentRequest,
    request: Pick<JsonRequest, 'method' | 'signal'> & { readonly body?: unknown; readonly url?: string; readonly list?: true },
  ): Promise<JsonAnswer> => {
    const manager = managerOf(settings, address);
    const { credential, own } = address;
    const scope = `${new URL(manager).origin}/.default`;
    const token = credential?.kind === 'minted' ? await credential.mint(options, scope) : own?.azure_arm_token;
    if (token === undefined) throw new ActionError('There is no token for the resource manager. Write azure_arm_token.');
    const { account } = partsOf({ settings, name, model: undefined });
    const path = `${account}/deployments${request.list ? '' : `/${segment(name)}`}`;
    const words = request.url === undefined ? `deployments${request.list ? '' : `/${name}`}` : 'the operation';
    return jsonCall({
      call: `${request.method} ${words}`,
      method: request.method,
      url: request.url ?? `${manager}${path}?api-version=${API_VERSION}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      signal: request.signal,
      explanations: EXPLANATIONS,
    }).catch(otherOperation);
  };

  /**
   * What an answer gives to follow it by; an address elsewhere would take the token along, and is not used.
   */
  const handleOf = ({ headers }: JsonAnswer, settings: DeploymentRequest['settings']): string | undefined => {
    const { origin } = new URL(managerOf(settings, address));
    const ours = (url: string | null) => (url !== null && URL.canParse(url) && new URL(url).origin === origin ? url : undefined);
    const operation = ours(headers.get('azure-asyncoperation'));
    const location = ours(headers.get('location'));
    return operation !== undefined ? `operation ${operation}` : location !== undefined ? `location ${location}` : undefined;
  };
  let bare = 0;
  /** Gives up on a refusal without words that comes again and again. */
  const countBare = (error: unknown): never => {
    if (!(error instanceof ProviderError) || error.facts.status !== 500 || error.facts.code !== undefined) throw error;
    bare += 1;
    throw bare < BARE_ANSWERS ? error : failure({ ...error.facts, fate: 'refused' }, [WRONG_FORMAT], error);
  };
  const waitOf = ({ headers }: JsonAnswer) => retryAfterOf(headers, Date.now());

  const find = async (request: DeploymentRequest, signal: AbortSignal): Promise<Deployment | undefined> => {
    try {
      const answer = await call(request, { method: 'GET', signal });
      return { ...deploymentOf(answer.json, request), wait: waitOf(answer) };
    } catch (error) {
      if (!(error instanceof ProviderError) || error.facts.kind !== 'missing') throw error;
      // An account that is not there answers likewise: its list tells one from the other.
      await call(request, { method: 'GET', list: true, signal }).catch(noAccount(request));
      return undefined;
    }
  };

  return {
    find,
    async begin(request, signal) {
      const answer = await call(request, { method: 'PUT', body: bodyOf(request), signal }).catch(countBare);
      const begun = deploymentOf(answer.json, { ...request });
      const handle = handleOf(answer, request.settings);
      // Some answer that it is done while the operation goes on.
      const state = handle === undefined ? begun.state : 'starting';
      return { ...begun, state, handle, wait: waitOf(answer) };
    },
    async follow(request, last, signal) {
      const [kind, url] = last.handle?.split(' ') ?? [];
      if (url === undefined) return find(request, signal);
      const answer = await call(request, { method: 'GET', url, signal }).catch(unlessGone);
      if (answer === undefined) return find(request, signal);
      const operation = z.safeParse(Operation, answer.json);
      const status = kind === 'operation' && operation.success ? operation.data.status : undefined;
      const pending =
        kind === 'operation' ? !/^(succeeded|failed|canceled|cancelled)$/i.test(status ?? '') : answer.status === 202;
      if (pending) return { ...last, status: status ?? last.status, wait: waitOf(answer) };
      const now = await find(request, signal);
      const { code, message } = (operation.success ? operation.data.error : undefined) ?? {};
      const reason = [code, message].filter(Boolean).join(': ') || undefined;
      const failed = /^(failed|cancell?ed)$/i.test(status ?? '');
      if (now === undefined || !failed) return now;
      return { ...now, state: 'failed', status: status ?? now.status, reason };
    },
    async remove(request, _found, signal) {
      const answer = await call(request, { method: 'DELETE', signal }).catch(unlessGone);
      return answer === undefined ? undefined : waitOf(answer);
    },
  };
}

function unlessGone(error: unknown): undefined {
  if (error instanceof ProviderError && error.facts.kind === 'missing') return undefined;
  throw error;
}

/** The account itself is not there, or not seen: nothing is known of its deployments. */
function noAccount({ settings }: DeploymentRequest): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ProviderError) || error.facts.kind !== 'missing') throw error;
    throw new ActionError(
      `Azure knows no account ${String(settings.account)}: ${error.message} Check deployment.account, and that whoever signs in may read it.`,
      { cause: error },
    );
  };
}
