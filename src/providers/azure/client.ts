/** The shared wire, and what Azure has besides: a limit to uploads, and deployments by another API. */
import type { Dialect } from '../openai-wire/dialect.ts';
import { wireProvider } from '../openai-wire/provider.ts';
import type { Provider } from '../port.ts';
import type { Address, ClientOptions } from '../profile.ts';
import { azureDeployments } from './resource-manager.ts';

/** Larger files in one request are accepted, and then their job is known to fail. In bytes. */
const SAFE_UPLOAD = 150_000_000;

export function azureProvider(address: Address, dialect: Dialect, options: ClientOptions): Provider {
  const wire = wireProvider(address, dialect, options);
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
