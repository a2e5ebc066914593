/** The shared wire, and what Azure has besides: a limit to uploads, and deployments by another API. */
import { dialectOf } from '../openai-wire/dialect.ts';
import { wireProvider } from '../openai-wire/provider.ts';
import type { Provider } from '../port.ts';
import type { Address, ClientOptions } from '../profile.ts';
import { scopeOf } from './address.ts';
import { EXPLANATIONS } from './explanations.ts';
import { azureDeployments } from './resource-manager.ts';

const DIALECT = dialectOf({ authorization: 'header-or-token', takesParts: false, explanations: EXPLANATIONS });

/** Larger files in one request are accepted, and then their job is known to fail. In bytes. */
const SAFE_UPLOAD = 150_000_000;

/** Models may be called at a root of another audience than jobs: its tokens are made out to it. */
function callable(address: Address): Address {
  const { inferenceUrl, inferenceCredential } = address;
  if (inferenceUrl === undefined || inferenceCredential?.kind !== 'minted') return address;
  const { mint } = inferenceCredential;
  const scope = scopeOf(new URL(inferenceUrl));
  return { ...address, inferenceCredential: { kind: 'minted', mint: (given) => mint(given, scope) } };
}

export function azureProvider(given: Address, options: ClientOptions): Provider {
  const address = callable(given);
  const wire = wireProvider(address, DIALECT, options);
  return {
    ...wire,
    place(upload, context) {
      if (upload.bytes > SAFE_UPLOAD)
        context.warn(
          `The file has ${Math.round(upload.bytes / 1_000_000)} MB; Azure takes uploads up to 512 MB, but jobs on files above 150 MB are known to fail. Import such a file from Azure Blob Storage in the portal, and give its ID as training_file.`,
        );
      return wire.place(upload, context);
    },
    deployments: azureDeployments(address, options),
  };
}
