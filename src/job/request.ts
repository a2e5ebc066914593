/** What is asked of a platform, from the inputs. Pure. */
import { merged } from '../api/merge.ts';
import type { Asked, JobRequest } from '../providers/port.ts';

const FIELDS = ['model', 'suffix', 'seed', 'method', 'hyperparameters', 'integrations'] as const;

/** The fields that the user wrote out, without files and metadata. `seed: 0` is a seed. */
export function askedFields(asked: Asked): Readonly<Record<string, unknown>> {
  const entries = FIELDS.map((name) => [name, asked[name]] as const).filter(([, value]) => value !== undefined);
  return merged(Object.fromEntries(entries), asked.extra_body);
}

/** The request for a job, and of the inputs nothing else. */
export function jobRequest(
  { model, method, hyperparameters, seed, suffix, integrations, metadata, extra_body }: Asked,
  files: Pick<JobRequest, 'training_file' | 'validation_file'>,
): JobRequest {
  return { model, method, hyperparameters, seed, suffix, integrations, metadata, extra_body, ...files };
}
