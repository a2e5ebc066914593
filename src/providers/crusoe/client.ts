/** The shared wire, and what this platform has besides: a catalogue of models, and prices for jobs. */
import * as z from 'zod/mini';
import { dialectOf } from '../openai-wire/dialect.ts';
import { wireProvider } from '../openai-wire/provider.ts';
import { createBody } from '../openai-wire/requests.ts';
import { transportTo } from '../openai-wire/transport.ts';
import type { CallContext, Provider } from '../port.ts';
import type { Address, ClientOptions } from '../profile.ts';
import { Catalogue, modelId, nameOf } from './catalogue.ts';
import { estimateIn } from './estimate.ts';
import { crusoeDeployments } from './foundry.ts';

const DIALECT = dialectOf({ sendsMetadata: false, renamesModels: true });

export function crusoeProvider(address: Address, options: ClientOptions): Provider {
  const transport = transportTo(address, DIALECT, options);
  const wire = wireProvider(address, DIALECT, options, transport);
  const catalogue = async (context: CallContext) => {
    const read = () => transport.ask(Catalogue, { method: 'get', path: '/models', signal: context.signal });
    return (await context.attempt('read', read)).data;
  };

  return {
    ...wire,
    deployments: crusoeDeployments(address),
    async prepare(asked, context) {
      if (asked.model === undefined) return asked;
      const id = modelId(asked.model, await catalogue(context));
      if (id !== asked.model) context.say(`The model ${asked.model} is ${id} in today's catalogue.`);
      return { ...asked, model: id };
    },
    async estimate(request, signal) {
      const body = createBody(request, undefined, DIALECT.form);
      const reply = { method: 'post', path: '/fine_tuning/jobs/estimate_price', body, signal } as const;
      return estimateIn(await transport.ask(z.unknown(), reply));
    },
    async find(mark, context) {
      const found = await wire.find(mark, context);
      const wanted = mark.likeness?.model;
      if (found.unclear.length === 0 || wanted === undefined) return found;
      // A job names its model by ID: one that means another model asks for something else.
      const models = await catalogue(context);
      const isOther = (id: string | null | undefined) => {
        const name = nameOf(id, models);
        return name !== undefined && id !== wanted && name.toLowerCase() !== wanted.toLowerCase();
      };
      return { ...found, unclear: found.unclear.filter(({ model }) => !isOther(model)) };
    },
  };
}
