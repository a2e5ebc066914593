/** The inputs that hold JSON or YAML, each a parameter of the API. */
import * as z from 'zod/mini';
import { METADATA_PAIRS } from '../api/limits.ts';
import { isMap } from '../api/method.ts';
import { Integrations, Metadata, Method, SupervisedHyperparameters } from '../api/requests.ts';
import { structured } from './fields.ts';

const TYPES: readonly string[] = Method.def.options.map((option) => option.shape.type.def.values[0] ?? '');

/**
 * A method as its author meant it: the bare word `dpo` is `{type: dpo}`, and capital letters make no other.
 */
export function asMethod(value: unknown): unknown {
  const given = isMap(value) ? value.type : value;
  const type = typeof given === 'string' ? TYPES.find((name) => name === given.toLowerCase()) : undefined;
  if (type === undefined) return value;
  return isMap(value) ? { ...value, type } : { type };
}

const MethodInput = z.pipe(
  z.pipe(
    z.unknown(),
    z.transform((value, context) => {
      if (typeof value !== 'string') return value;
      context.issues.push({
        code: 'custom',
        input: value,
        message: `${TYPES.join(', ')} or a map whose type is one of them`,
      });
      return z.NEVER;
    }),
  ),
  Method,
);
const TextMap = z.record(z.string(), z.string({ error: 'a text' }), { error: 'a map from text to text' });
const AnyMap = z.record(z.string({ error: 'a text' }), z.unknown(), { error: 'a map' });

/** One of the pairs that the API takes is the action's own. */
const OWN_PAIRS = METADATA_PAIRS - 1;
const MetadataInput = Metadata.check(
  z.refine(
    (map) => Object.keys(map).length <= OWN_PAIRS,
    `a map of at most ${OWN_PAIRS} pairs, because one is needed for the fingerprint, by which a job is never paid for twice`,
  ),
);

export const StructuresSchema = z.object({
  method: structured(MethodInput),
  hyperparameters: structured(SupervisedHyperparameters),
  integrations: structured(Integrations),
  metadata: structured(MetadataInput),
  extra_body: structured(AnyMap),
  extra_query: structured(TextMap),
  extra_headers: structured(TextMap),
});

/** An input that is not given is undefined. */
export type Structures = Readonly<z.infer<typeof StructuresSchema>>;
