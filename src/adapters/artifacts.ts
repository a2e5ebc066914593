/** The run's artifacts. The client is large, so it is loaded only when something is uploaded. */

import type { ArtifactStore, Runner } from '../ports.ts';
import { useEnvironmentProxies } from './http.ts';

/** The client speaks a protocol that GitHub.com and its data residency have, and no Enterprise Server. */
function isEnterpriseServer(serverUrl: string | undefined): boolean {
  const { hostname } = new URL(serverUrl || 'https://github.com');
  return hostname !== 'github.com' && !/\.(?:ghe\.com|localhost)$/.test(hostname);
}

const ON_ENTERPRISE_SERVER =
  'GitHub Enterprise Server has no artifact service of the kind that is needed. The files stand in the folder of the output report_path, from where the version of actions/upload-artifact that your server supports takes them.';

/**
 * The artifact service of this runner, if it has one: the variables that the client needs are set by the
 * runner itself.
 */
export function runArtifacts(environment: Readonly<Record<string, string | undefined>>, redact: Runner['redact']): ArtifactStore {
  const local = environment.LOCAL_ACTION_ARTIFACT_PATH;
  const lacking = isEnterpriseServer(environment.GITHUB_SERVER_URL) ? ON_ENTERPRISE_SERVER : undefined;
  const served = environment.ACTIONS_RUNTIME_TOKEN && environment.ACTIONS_RESULTS_URL && lacking === undefined;
  return {
    available: Boolean(served || local),
    lacking,
    async upload(name, folder, files) {
      await useEnvironmentProxies();
      const { DefaultArtifactClient } = await import('@actions/artifact');
      await new DefaultArtifactClient().uploadArtifact(redact(name), [...files], folder);
    },
  };
}
