/** The port over this platform's own calls. */
import * as z from 'zod/mini';
import type { Job } from '../../api/objects.ts';
import { ActionError, ProviderError, unlessMissing } from '../../errors.ts';
import { segment } from '../address-segment.ts';
import { asker } from '../openai-wire/ask.ts';
import { dialectOf } from '../openai-wire/dialect.ts';
import type { Asked, CallContext, JobRequest, Mark, Provider } from '../port.ts';
import type { Address, ClientOptions } from '../profile.ts';
import { callsTo } from './calls.ts';
import { placeDataset, readDataset } from './datasets.ts';
import { fireworksDeployments } from './deployments.ts';
import { EXPLANATIONS } from './explanations.ts';
import { COLLECTIONS, collectionIn, filenameOf, idIn, jobIdOf, modelName, shortName } from './names.ts';
import { isTakenAnswer, jobAt, jobsPath, jobsWith, listedIn, Numbers, ofCreation, type Sent, unseen } from './numbered.ts';
import { dollarsIn, jobOfResult, Named, readJob } from './objects.ts';
import { collectionOf, type From, idQuery, jobBody, pricedBody } from './requests.ts';

/** What of a model decides whether it can be trained, and from where. */
const ModelSent = z.looseObject({ name: z.string(), kind: z.catch(z.nullish(z.string()), undefined) });

const Estimated = z.looseObject({ estimatedCost: z.optional(z.unknown()) });
/** The call is described, and not known to be there. */
const NO_PRICE = { usd: undefined, reason: 'it prices no such job beforehand', never: true } as const;

const MetricsAt = z.looseObject({ signedUrl: z.catch(z.string(), '') });

/** By which a platform says that it has no such call. */
const lacksCall = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && [404, 405, 501].includes(error.facts.status ?? 0);

/** Only deletion stops the job, and nobody has asked for that in so many words. */
function onlyByDeletion(id: string, { facts }: ProviderError): ProviderError {
  const detail = `${facts.detail}. Fireworks has no call that stops this job ${id} and keeps it; only its deletion ends it, and its record goes with it`;
  const fix = 'Write on_cancel: cancel, or run operation: cancel with its job_id: then it is deleted.';
  return new ProviderError(
    `${facts.call} failed with ${facts.status}: ${detail}.`,
    { ...facts, detail, fate: 'refused', kind: 'unsupported', final: true },
    { fix },
  );
}

export function fireworksProvider(address: Address, options: ClientOptions): Provider {
  const calls = callsTo(address);
  const { account } = calls;
  const numbers = new Numbers();
  /** Where training goes on from, by model. */
  const origins = new Map<string, From>();
  const inOurWords = (sent: Sent): Job => readJob(sent, account);

  /** A job by its ID or full name, in whichever collection it is. @throws ProviderError of kind `missing` */
  async function sentJob(name: string, signal: AbortSignal): Promise<Sent> {
    const id = idIn(name);
    const named = collectionIn(name);
    for (const collection of named === undefined ? COLLECTIONS : [named]) {
      const sent = await jobAt(calls, collection, id, signal);
      if (sent !== undefined) return sent;
    }
    const facts = {
      call: `GET ${jobsPath(calls, named ?? COLLECTIONS[0], id)}`,
      fate: 'refused',
      kind: 'missing',
      status: 404,
    } as const;
    const detail = 'there is no job of this ID in the account';
    throw new ProviderError(
      `${facts.call} failed with 404: ${detail}.`,
      { ...facts, final: true, detail },
      {
        fix: 'Check job_id, and that the key and base_url are of the account of the job.',
      },
    );
  }

  const model = (name: string, signal: AbortSignal) =>
    calls.ask(ModelSent, { method: 'GET', path: `/${modelName(name).split('/').map(segment).join('/')}`, signal });

  /** The path of a job that is there. */
  const pathOf = (sent: Sent, verb = '') => jobsPath(calls, collectionIn(sent.name) ?? COLLECTIONS[0], idIn(sent.name), verb);

  async function create(request: JobRequest, mark: Mark, signal: AbortSignal): Promise<Job> {
    const { fingerprint, origin } = mark;
    const collection = collectionOf(request.method);
    const path = jobsPath(calls, collection);
    for (;;) {
      const number = numbers.next(fingerprint);
      const jobId = jobIdOf(fingerprint, number);
      const from = origins.get(request.model ?? '') ?? 'baseModel';
      const body = jobBody(request, { account, jobId, from, origin });
      const query = idQuery(collection, jobId);
      try {
        return inOurWords(await calls.ask(Named, { method: 'POST', path, query, body, signal }));
      } catch (error) {
        if (!isTakenAnswer(error)) throw ofCreation(error);
      }
      // Its ID was given away meanwhile: it is the same job.
      const there = await jobAt(calls, collection, jobId, signal);
      if (there !== undefined) return inOurWords(there);
      const again = numbers.hasTaken(fingerprint);
      numbers.isTaken(fingerprint, number);
      // The first time somebody may have asked for it a moment ago: it is looked for.
      if (!again) throw unseen(jobId, `POST ${path}`);
    }
  }

  return {
    baseUrl: address.baseUrl,
    prepare: (asked, context) => prepared(asked, context),
    async estimate(request, signal) {
      const collection = collectionOf(request.method);
      if (collection === 'dpoJobs') return NO_PRICE;
      const body = pricedBody(request, account, origins.get(request.model ?? '') ?? 'baseModel');
      const path = `${jobsPath(calls, collection)}:estimateCost`;
      try {
        const { estimatedCost } = await calls.ask(Estimated, { method: 'POST', path, body, signal });
        const usd = dollarsIn(estimatedCost);
        return usd === undefined ? { usd, reason: 'its answer has no price in US$ that can be read' } : { usd };
      } catch (error) {
        if (lacksCall(error)) return NO_PRICE;
        throw error;
      }
    },
    place: (upload, context) => placeDataset(upload, calls, context),
    create,
    async find(mark, context) {
      const goesOn = (sent: Sent) => !['failed', 'cancelled'].includes(inOurWords(sent).state);
      const sent = await jobsWith(mark.fingerprint, numbers, goesOn, calls, context);
      return { jobs: sent.map((one) => inOurWords(one)), unclear: [] };
    },
    look: async (id, signal) => inOurWords(await sentJob(id, signal)),
    async cancel(id, signal, leave) {
      const sent = await sentJob(id, signal);
      try {
        await calls.send({ method: 'POST', path: pathOf(sent, ':cancel'), body: {}, signal });
      } catch (error) {
        if (!lacksCall(error)) throw error;
        if (!leave?.byDeletion) throw onlyByDeletion(idIn(sent.name), error);
        await calls.send({ method: 'DELETE', path: pathOf(sent), signal }).catch(unlessMissing);
        leave.say(`Fireworks stops this job by its deletion alone; ${idIn(sent.name)} was deleted, and its record with it.`);
        return inOurWords({ ...sent, state: 'JOB_STATE_CANCELLED' });
      }
      const now = await jobAt(calls, collectionIn(sent.name) ?? COLLECTIONS[0], idIn(sent.name), signal);
      return inOurWords(now ?? { ...sent, state: 'JOB_STATE_CANCELLED' });
    },
    async resume(id, signal) {
      const path = pathOf(await sentJob(id, signal), ':resume');
      return inOurWords(await calls.ask(Named, { method: 'POST', path, body: {}, signal }));
    },
    async *jobs(_, context) {
      for (const collection of COLLECTIONS)
        for await (const page of listedIn(calls, collection, context)) yield page.map((sent) => inOurWords(sent));
    },
    async file(id, signal) {
      const dataset = await readDataset(idIn(id), calls, signal);
      return { id: shortName(account, dataset.name), filename: filenameOf(idIn(dataset.name)) };
    },
    async deleteFile(id, signal) {
      await calls.send({ method: 'DELETE', path: `/accounts/${segment(account)}/datasets/${segment(idIn(id))}`, signal });
    },
    async result(id, signal) {
      const sent = await sentJob(jobOfResult(id), signal);
      const own = sent.metricsFileSignedUrl;
      const call = `GET the metrics of ${idIn(sent.name)}`;
      const { signedUrl } =
        collectionIn(sent.name) === 'dpoJobs'
          ? await calls.ask(MetricsAt, { method: 'GET', path: pathOf(sent, ':getMetricsFileEndpoint'), signal })
          : { signedUrl: typeof own === 'string' ? own : '' };
      if (!URL.canParse(signedUrl)) {
        const detail = 'the platform gives no address for it';
        throw new ProviderError(`${call} failed: ${detail}.`, { call, fate: 'refused', kind: 'missing', final: true, detail });
      }
      return calls.getSigned(signedUrl, call, signal);
    },
    async model(name, signal) {
      const { name: id } = await model(name, signal);
      return { id };
    },
    deployments: fireworksDeployments(calls),
    ask: asker(address, dialectOf({ explanations: EXPLANATIONS }), options),
  };

  /** The request, with what is known of its model. @throws ActionError for one that is not trained here */
  async function prepared(asked: Asked, context: CallContext): Promise<Asked> {
    const name = asked.model;
    if (name === undefined) return asked;
    const look = () => model(name, context.signal).catch(unlessMissing);
    const known = await context.attempt('extra', look).catch((error: unknown) => {
      if (!(error instanceof ProviderError)) throw error;
      context.say(`The model ${name} could not be looked at. ${error.message}`);
      return null;
    });
    if (known === undefined)
      throw new ActionError(
        `Input model is ${JSON.stringify(name)}, which Fireworks does not know, or this key may not see; nothing was uploaded. Write its name as the model library has it: accounts/fireworks/models/….`,
      );
    if (known === null) return asked;
    const tunable = [known.tunable, known.supervisedLoraTunable, known.supervisedFullParameterTunable];
    if (tunable.includes(false) && !tunable.includes(true) && !isAddon(known))
      throw new ActionError(
        `Input model is ${JSON.stringify(name)}, which Fireworks does not train; nothing was uploaded. Choose a model that its library marks as tunable.`,
      );
    origins.set(name, isAddon(known) ? 'warmStartFrom' : 'baseModel');
    return asked;
  }
}

/** A fine-tuned model is no base: training goes on from it. */
const isAddon = ({ kind }: z.infer<typeof ModelSent>) => kind === 'HF_PEFT_ADDON';
