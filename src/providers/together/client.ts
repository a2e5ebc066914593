/**
 * The platform's own calls in place of those of the shared wire, over the same transport: what is found,
 * uploaded, waited for and read is decided by the same code.
 */
import * as z from 'zod/mini';
import { ActionError, InputError, ProviderError } from '../../errors.ts';
import { segment } from '../address-segment.ts';
import { type WireCalls, wireCalls } from '../openai-wire/calls.ts';
import { type Dialect, dialectOf } from '../openai-wire/dialect.ts';
import { type Page, pageOf } from '../openai-wire/paging.ts';
import { wireProvider } from '../openai-wire/provider.ts';
import { createBody } from '../openai-wire/requests.ts';
import { type Transport, transportTo } from '../openai-wire/transport.ts';
import type { CallContext, Provider } from '../port.ts';
import type { Address, ClientOptions } from '../profile.ts';
import { togetherDeployments } from './endpoints.ts';
import { EXPLANATIONS } from './explanations.ts';
import { largeUploads, SIZES, type Sizes } from './large-uploads.ts';
import { limitProblems, ModelLimits, SupportedModels, unknownModel } from './limits.ts';
import {
  formFields,
  inTime,
  jobOfMetrics,
  metricsCsv,
  TogetherCheckpoint,
  TogetherEvent,
  TogetherFile,
  TogetherJob,
  TogetherMetrics,
} from './objects.ts';
import { estimateIn, pricedFields, togetherForm } from './requests.ts';

export const DIALECT = dialectOf({
  sendsMetadata: false,
  takesParts: false,
  form: togetherForm,
  fileErrors: ['failed', 'invalid_format'],
  states: { user_error: 'failed' },
  explanations: EXPLANATIONS,
});

/** A job of this ID, below the address of jobs. */
const at = (id: string, verb = '') => `/fine-tunes/${segment(id)}${verb}`;
/** Lists come whole. */
const whole = <Item>(page: Page<Item>): Page<Item> => ({ ...page, has_more: false });

function togetherCalls(address: Address, transport: Transport, sizes: Sizes): WireCalls {
  const { ask } = transport;
  const wire = wireCalls(transport, { path: '/files/upload', fields: ({ filename }) => formFields(filename) });
  return {
    ...wire,
    ...largeUploads(address, transport, sizes),
    uploadFile: async (file, signal) => TogetherFile.parse(await wire.uploadFile(file, signal)),
    retrieveFile: async (id, signal) => TogetherFile.parse(await wire.retrieveFile(id, signal)),
    async listFiles(_, signal) {
      const page = await ask(pageOf(TogetherFile), { method: 'get', path: '/files', signal });
      // A file whose address was asked for stands there empty until its bytes have come.
      return whole({ ...page, data: page.data.filter(({ bytes }) => bytes != null) });
    },
    createJob: (body, signal) => ask(TogetherJob, { method: 'post', path: '/fine-tunes', body, signal }),
    retrieveJob: (id, signal) => ask(TogetherJob, { method: 'get', path: at(id), signal }),
    listJobs: async (_, signal) => whole(await ask(pageOf(TogetherJob), { method: 'get', path: '/fine-tunes', signal })),
    listEvents: async (id, _, signal) => {
      const page = await ask(pageOf(TogetherEvent), { method: 'get', path: at(id, '/events'), signal });
      return whole({ ...page, data: inTime(page.data) });
    },
    listCheckpoints: async (id, _, signal) =>
      whole(await ask(pageOf(TogetherCheckpoint), { method: 'get', path: at(id, '/checkpoints'), signal })),
    async fileContent(name, signal) {
      const path = at(jobOfMetrics(name), '/metrics');
      return Buffer.from(metricsCsv(await ask(TogetherMetrics, { method: 'get', path, signal })));
    },
    cancelJob: (id, signal) => ask(TogetherJob, { method: 'post', path: at(id, '/cancel'), signal }),
  };
}

/**
 * What the platform says of this model; undefined where it does not say.
 * @throws ActionError for a model that it does not train
 */
async function limitsOf(model: string, { ask }: Transport, context: CallContext): Promise<ModelLimits | undefined> {
  const { signal } = context;
  const read = <Schema extends z.core.$ZodType>(schema: Schema, path: string, query = {}) =>
    context.attempt('extra', () => ask(schema, { method: 'get', path, query, signal }));
  try {
    return await read(ModelLimits, '/fine-tunes/models/limits', { model_name: model });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const supported =
      error.facts.status === 404 ? await read(SupportedModels, '/fine-tunes/models/supported').catch(unlessOurs) : undefined;
    if (supported !== undefined && supported.models.length > 0 && !supported.models.includes(model))
      throw new ActionError(unknownModel(model, supported));
    context.say(`Together does not say what limits ${model} has, so they are not checked. ${error.message}`);
    return undefined;
  }
}

/** What the server does not say is not known. @throws what is no failure of the server's */
function unlessOurs(error: unknown): undefined {
  if (error instanceof ProviderError) return undefined;
  throw error;
}

/** @param sizes from how many bytes a file goes which way */
export function togetherProvider(address: Address, dialect: Dialect, options: ClientOptions, sizes = SIZES): Provider {
  const transport = transportTo(address, dialect, options);
  return {
    ...wireProvider(address, dialect, options, transport, togetherCalls(address, transport, sizes)),
    deployments: togetherDeployments(transport),
    async prepare(asked, context) {
      const limits = asked.model === undefined ? undefined : await limitsOf(asked.model, transport, context);
      const problems = limits === undefined ? [] : limitProblems(asked, limits);
      if (problems.length > 0) throw new InputError(problems);
      return asked;
    },
    async estimate(request, signal) {
      const body = pricedFields(createBody(request, undefined, dialect.form));
      return estimateIn(await transport.ask(z.unknown(), { method: 'post', path: '/fine-tunes/estimate-price', body, signal }));
    },
  };
}
