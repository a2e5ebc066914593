/** What this step was given as a secret: made known to the runner before anything is said. */
import type { RawInputs } from '../inputs/inputs.ts';
import { secretsIn, secretsInside, secretsOfEnvironment } from '../inputs/secrets.ts';
import type { Files, Runner } from '../ports.ts';
import { SECRET_VARIABLES } from '../providers/registry.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Masks what stands in the environment and in the inputs, one by one. */
export async function maskSecrets(raw: RawInputs, environment: Environment, runner: Pick<Runner, 'mask'>): Promise<void> {
  for (const secret of secretsOfEnvironment(environment, SECRET_VARIABLES)) runner.mask(secret);
  for (const secret of await secretsIn(raw)) runner.mask(secret);
}

/** A file that stands for an input. In bytes. */
const LARGEST_INPUT = 1024 * 1024;

/** Reads the file that an input names; the credentials in it are masked before anybody has its text. */
export function maskingReader(files: Pick<Files, 'readText'>, runner: Pick<Runner, 'mask'>): (file: string) => Promise<string> {
  return async (file) => {
    const text = await files.readText(file, LARGEST_INPUT);
    for (const secret of await secretsInside(text)) runner.mask(secret);
    return text;
  };
}
