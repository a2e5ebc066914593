/** The two models of an evaluation, and those that grade: which, where, and who signs in there. */
import { isTerminal, type Job, standing } from '../../api/objects.ts';
import { ActionError, InputError } from '../../errors.ts';
import type { Asked } from '../../evaluation/asking/asking.ts';
import { ownPairs } from '../../job/line.ts';
import { newest } from '../../job/newest.ts';
import { offered, type Work } from '../../job/work.ts';
import { type Connection, resolveConnection } from '../../providers/connection.ts';
import type { Provider } from '../../providers/port.ts';
import type { World } from '../../run/step.ts';
import { carriesAll, findJob, takeUp } from '../find-job.ts';

/** A server that models are asked at. */
interface Server {
  /** By what it is known in what is kept. */
  readonly origin: string;
  readonly ask: Asked['ask'];
  /** Its models are deployed, and a deployment is not seen everywhere at once. */
  readonly mayBeNew: boolean;
}

export interface Models {
  readonly candidate: Asked;
  readonly baseline: Asked;
  readonly judgeOf: (model: string) => Asked;
  /** The baseline's answers come from what was kept. */
  readonly recorded: boolean;
}

const asking = (provider: Provider): Asked['ask'] => {
  const ask = offered(provider.ask, 'ask');
  return (request, signal) => ask.call(provider, request, signal);
};

/** An embedded server has another port each time, and is always the same one. */
function originOf({ profile, baseUrl, inferenceUrl }: Connection): string {
  return profile.embedded ? profile.name : new URL(inferenceUrl ?? baseUrl).origin;
}

const serverOf = (connection: Connection, provider: Provider): Server => ({
  origin: originOf(connection),
  ask: asking(provider),
  mayBeNew: connection.profile.serving?.kind === 'deployment',
});

/** The server of one role: the candidate's, unless another address is written. */
async function serverFor(
  world: World,
  own: Server,
  role: { readonly url: string | undefined; readonly key: string | undefined; readonly input: string },
): Promise<Server> {
  const { connection, inputs } = world;
  if (role.url === undefined && role.key === undefined) return own;
  if (role.url === undefined && connection.profile.embedded) return own;
  const url = role.url ?? connection.inferenceUrl ?? connection.baseUrl;
  const sameOrigin = URL.canParse(url) && new URL(url).origin === own.origin;
  if (role.key === undefined && !sameOrigin) {
    const message = `Input ${role.input}_base_url is ${JSON.stringify(url)}, another server than the candidate's, whose key is not sent there. Write ${role.input}_api_key, or none for a server that asks for no key.`;
    throw new InputError([{ place: `${role.input}_api_key`, message }]);
  }
  const wanted = {
    provider: 'auto',
    base_url: url,
    allow_http: inputs.allow_http,
    api_key: role.key ?? 'none',
    organization: undefined,
    project: undefined,
    identity_provider_id: undefined,
    service_account_id: undefined,
    audience: undefined,
  };
  const other = await namingInput(role.input, () => resolveConnection(wanted, {}));
  const provider = await world.connectTo(role.key === undefined ? { ...other, credential: connection.credential } : other);
  return serverOf(other, provider);
}

/** What is wrong with the address stands under the name of its own input. */
async function namingInput<Result>(input: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const own = (text: string) => text.replaceAll(/\b(base_url|api_key)\b/g, (name) => `${input}_${name}`);
    throw new InputError(error.problems.map(({ place, message }) => ({ place: own(place), message: own(message) })));
  }
}

/** The base model that a fine-tuned model's own name tells. */
function baseInName(model: string): string | undefined {
  return /^ft:([^:]+):/.exec(model)?.[1];
}

/** The model that is judged, with its job where one is named. */
async function candidateOf(world: World, work: Work, trained: Job | undefined) {
  const { model, job_id, metadata } = world.inputs;
  if (trained !== undefined) return { model: trained.fine_tuned_model ?? '', job: trained };
  if (model !== undefined && job_id === undefined) return { model, job: undefined };
  if (job_id === undefined && metadata === undefined) return { model: model ?? '', job: undefined };
  const job = await findJob(world, work);
  if (job === undefined) return undefined;
  takeUp(world, job);
  if (model !== undefined) return { model, job };
  if (!job.fine_tuned_model)
    throw new ActionError(
      `Job ${job.id} ${standing(job)} and names no model. ${isTerminal(job.state) ? 'Write' : 'Wait for its end, or write'} the input model.`,
    );
  return { model: job.fine_tuned_model, job };
}

/** The model of the newest succeeded job before the candidate's that carries the same metadata. */
async function latestOf(world: World, work: Work, candidate: string, job: Job | undefined): Promise<string> {
  const { metadata } = world.inputs;
  const pairs = metadata ?? ownPairs(job ?? {});
  if (Object.keys(pairs).length === 0)
    throw new ActionError('Input baseline is latest; nothing says which jobs are meant. Write metadata that they carry.');
  const accept = (one: Job) =>
    one.state === 'succeeded' &&
    Boolean(one.fine_tuned_model) &&
    one.fine_tuned_model !== candidate &&
    one.id !== job?.id &&
    carriesAll(one, pairs) &&
    (job?.created_at == null || (one.created_at ?? 0) <= job.created_at);
  const [found] = await newest(work.provider.jobs(pairs, work), { limit: 1, accept });
  if (!found?.fine_tuned_model)
    throw new ActionError(
      `Input baseline is latest; no succeeded job before it carries the metadata ${JSON.stringify(pairs)}. Write a model, or base.`,
    );
  return found.fine_tuned_model;
}

async function baselineOf(world: World, work: Work, candidate: string, job: Job | undefined): Promise<string> {
  const { baseline = 'base' } = world.inputs;
  if (baseline === 'latest') return latestOf(world, work, candidate, job);
  if (baseline !== 'base') return baseline;
  const base = job?.model ?? baseInName(candidate);
  if (base === undefined)
    throw new ActionError(
      `Input baseline is base; the name ${JSON.stringify(candidate)} does not tell its base model. Write job_id, or the baseline by name.`,
    );
  return base;
}

/**
 * Who is asked.
 * @param trained the job of this very step, where it trained the candidate
 * @returns undefined where there is no such job, and that is allowed
 */
export async function modelsOf(world: World, work: Work, trained: Job | undefined): Promise<Models | undefined> {
  const { inputs } = world;
  const found = await candidateOf(world, work, trained);
  if (found === undefined) return undefined;
  const own = serverOf(world.connection, work.provider);
  const candidate: Asked = { model: found.model, ...own, mayBeNew: own.mayBeNew || trained !== undefined };
  const key = { url: inputs.grader_model_base_url, key: inputs.grader_model_api_key, input: 'grader_model' };
  const judge = await serverFor(world, own, key);
  const judgeOf = (model: string): Asked => ({ model, ...judge });
  const [, recorded] = /^recorded(?::(.*))?$/s.exec(inputs.baseline ?? '') ?? [];
  if (/^recorded(:|$)/.test(inputs.baseline ?? ''))
    return { candidate, baseline: { model: recorded ?? '', origin: '', ask: undefined }, judgeOf, recorded: true };
  const model = await baselineOf(world, work, found.model, found.job);
  const server = await serverFor(world, own, {
    url: inputs.baseline_base_url,
    key: inputs.baseline_api_key,
    input: 'baseline',
  });
  if (model === found.model && server.origin === own.origin)
    throw new ActionError(
      `Input baseline is ${JSON.stringify(inputs.baseline ?? 'base')}, which is the candidate itself: ${JSON.stringify(model)} at ${own.origin}. Nothing was asked. Write the model that it is to replace.`,
    );
  return { candidate, baseline: { model, ...server }, judgeOf, recorded: false };
}
