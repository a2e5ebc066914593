/** The run's artifacts. The client is large, so it is loaded only when something is uploaded. */

import type { ArtifactStore, Runner } from '../ports.ts';
import { useEnvironmentProxies } from './http.ts';

/**
 * The artifact service of this runner, if it has one: the variables that the client needs are set by the
 * runner itself.
 */
export function runArtifacts(environment: Readonly<Record<string, string | undefined>>, redact: Runner['redact']): ArtifactStore {
  const local = environment.LOCAL_ACTION_ARTIFACT_PATH;
  return {
    available: Boolean((environment.ACTIONS_RUNTIME_TOKEN && environment.ACTIONS_RESULTS_URL) || local),
    async upload(name, folder, files) {
      await useEnvironmentProxies();
      const { DefaultArtifactClient } = await import('@actions/artifact');
      await new DefaultArtifactClient().uploadArtifact(redact(name), [...files], folder);
    },
  };
}
