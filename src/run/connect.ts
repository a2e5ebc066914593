/** What main step and post step build alike: the way to the provider, and the files of the step. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { localFiles } from '../adapters/files.ts';
import { useEnvironmentProxies } from '../adapters/http.ts';
import { ENTRY } from '../entry.ts';
import type { RawInputs } from '../inputs/inputs.ts';
import type { AnswerFolder, Files, Runner } from '../ports.ts';
import type { Connection } from '../providers/connection.ts';
import type { Provider } from '../providers/port.ts';
import { platformNamed } from '../providers/registry.ts';

const identityToken = async (audience: string) => (await import('../adapters/github-identity.ts')).githubIdentityToken(audience);

/**
 * Opens the connection when it is first needed, once. A server that the step itself runs is started here and
 * closed with the step.
 * @param closing what is done when the step is over
 */
export function connector(connection: Connection, runner: Runner, closing: AsyncDisposableStack): () => Promise<Provider> {
  let opened: Promise<Provider> | undefined;
  const open = async () => {
    await useEnvironmentProxies();
    const platform = platformNamed(connection.profile.name);
    const options = { identityToken, mask: (secret: string) => runner.mask(secret) };
    if (!connection.profile.embedded) return platform.open(connection, options);
    const { startSandbox } = await import('../sandbox/server.ts');
    const apiKey = randomBytes(16).toString('hex');
    const sandbox = await startSandbox({
      folder: path.join(runner.context.temp, 'fine-tune-sandbox'),
      entry: ENTRY,
      apiKey,
    });
    closing.defer(() => sandbox.close());
    if (sandbox.lost !== undefined) runner.warning(sandbox.lost);
    return platform.open({ ...connection, baseUrl: sandbox.url, credential: { kind: 'key', key: apiKey } }, options);
  };
  return () => {
    opened ??= open();
    return opened;
  };
}

/**
 * Files under this step's rules; `allow_paths` is read before the other inputs, because `method` may be a
 * file.
 */
export function filesFor(raw: RawInputs, { context, redact }: Runner): Files {
  const allowPaths = allowedPaths(raw);
  return localFiles({ workspace: context.workspace, temp: context.temp, allowPaths, fork: context.fork, redact });
}

/**
 * Kept answers under the same rules. A cache may be read by others, so no secret that a model repeats is
 * kept.
 */
export function answerFolderFor(raw: RawInputs, { context, redact }: Runner): (path: string) => Promise<AnswerFolder> {
  const { workspace, temp } = context;
  return async (given) => {
    const { answerFolder } = await import('../adapters/answer-folder.ts');
    const folder = answerFolder(given, workspace, [workspace, temp, ...allowedPaths(raw)]);
    return { ...folder, append: (text) => folder.append(redact(text)) };
  };
}

function allowedPaths({ allow_paths = '' }: RawInputs): readonly string[] {
  return allow_paths
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
