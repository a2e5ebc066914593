/**
 * The platform's own calls in place of those of the shared wire, over the same transport: what is found,
 * uploaded, waited for and read is decided by the same code.
 */
import * as z from 'zod/mini';
import { segment } from '../address-segment.ts';
import { type WireCalls, wireCalls } from '../openai-wire/calls.ts';
import type { Dialect } from '../openai-wire/dialect.ts';
import { type Page, pageOf } from '../openai-wire/paging.ts';
import { wireProvider } from '../openai-wire/provider.ts';
import { createBody } from '../openai-wire/requests.ts';
import { type Transport, transportTo } from '../openai-wire/transport.ts';
import type { Provider } from '../port.ts';
import type { Address, ClientOptions } from '../profile.ts';
import { togetherDeployments } from './endpoints.ts';
import { TogetherCheckpoint, TogetherEvent, TogetherFile, TogetherJob } from './objects.ts';
import { estimateIn, pricedFields } from './requests.ts';

/** A job of this ID, below the address of jobs. */
const at = (id: string, verb = '') => `/fine-tunes/${segment(id)}${verb}`;
/** Lists come whole. */
const whole = <Item>(page: Page<Item>): Page<Item> => ({ ...page, has_more: false });

function togetherCalls(transport: Transport): WireCalls {
  const { ask } = transport;
  const wire = wireCalls(transport, { path: '/files/upload', fields: ({ filename }) => formFields(filename) });
  return {
    ...wire,
    uploadFile: async (file, signal) => TogetherFile.parse(await wire.uploadFile(file, signal)),
    retrieveFile: async (id, signal) => TogetherFile.parse(await wire.retrieveFile(id, signal)),
    listFiles: async (_, signal) => whole(await ask(pageOf(TogetherFile), { method: 'get', path: '/files', signal })),
    createJob: (body, signal) => ask(TogetherJob, { method: 'post', path: '/fine-tunes', body, signal }),
    retrieveJob: (id, signal) => ask(TogetherJob, { method: 'get', path: at(id), signal }),
    listJobs: async (_, signal) => whole(await ask(pageOf(TogetherJob), { method: 'get', path: '/fine-tunes', signal })),
    listEvents: async (id, _, signal) => {
      const page = await ask(pageOf(TogetherEvent), { method: 'get', path: at(id, '/events'), signal });
      return whole({ ...page, data: page.data.map((event) => ({ ...event, created_at: event.created_at ?? 0 })) });
    },
    listCheckpoints: async (id, _, signal) =>
      whole(await ask(pageOf(TogetherCheckpoint), { method: 'get', path: at(id, '/checkpoints'), signal })),
    cancelJob: (id, signal) => ask(TogetherJob, { method: 'post', path: at(id, '/cancel'), signal }),
  };
}

const formFields = (filename: string) => ({ purpose: 'fine-tune', file_name: filename, file_type: 'jsonl' });

export function togetherProvider(address: Address, dialect: Dialect, options: ClientOptions): Provider {
  const transport = transportTo(address, dialect, options);
  return {
    ...wireProvider(address, dialect, options, transport, togetherCalls(transport)),
    deployments: togetherDeployments(transport),
    async estimate(request, signal) {
      const body = pricedFields(createBody(request, undefined, dialect.form));
      return estimateIn(await transport.ask(z.unknown(), { method: 'post', path: '/fine-tunes/estimate-price', body, signal }));
    },
  };
}
