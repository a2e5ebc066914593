/** The body of the create call: what the user asked, in the API's own names; no field invented, none dropped. Pure. */
import type { Inputs } from '../inputs/inputs.ts';

/** The inputs that say what is trained. */
export type Asked = Pick<
  Inputs,
  'model' | 'method' | 'hyperparameters' | 'integrations' | 'metadata' | 'seed' | 'suffix' | 'extra_body'
>;

const FIELDS = ['model', 'suffix', 'seed', 'method', 'hyperparameters', 'integrations'] as const;

/** The fields that the user wrote out, without files and metadata. `seed: 0` is a seed. */
export function askedFields(asked: Asked): Record<string, unknown> {
  const entries = FIELDS.map((name) => [name, asked[name]] as const).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(entries), ...asked.extra_body };
}

/**
 * The body of `POST /fine_tuning/jobs`.
 * @param metadata the user's pairs and our own; undefined where nothing is to be sent
 */
export function createBody(
  asked: Asked,
  files: { readonly training_file: string; readonly validation_file: string | undefined },
  metadata: Readonly<Record<string, string>> | undefined,
): Record<string, unknown> {
  const { extra_body, ...plain } = asked;
  return {
    ...askedFields({ ...plain, extra_body: undefined }),
    training_file: files.training_file,
    ...(files.validation_file === undefined ? {} : { validation_file: files.validation_file }),
    ...(metadata === undefined ? {} : { metadata }),
    ...extra_body,
  };
}
