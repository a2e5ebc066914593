/** The inputs that hold JSON or YAML, each a parameter of the API. */
import * as z from 'zod/mini';
import { Integrations, Metadata, Method, SupervisedHyperparameters } from '../api/requests.ts';
import { structured } from './fields.ts';

/** The bare word `dpo` means `{type: dpo}`. */
const MethodInput = z.pipe(
  z.pipe(
    z.unknown(),
    z.transform((value) => (typeof value === 'string' ? { type: value } : value)),
  ),
  Method,
);
const AnyMap = z.record(z.string({ error: 'a text' }), z.unknown(), { error: 'a map' });

export const StructuresSchema = z.object({
  method: structured(MethodInput),
  hyperparameters: structured(SupervisedHyperparameters),
  integrations: structured(Integrations),
  metadata: structured(Metadata),
  extra_body: structured(AnyMap),
});

/** An input that is not given is undefined. */
export type Structures = Readonly<z.infer<typeof StructuresSchema>>;
