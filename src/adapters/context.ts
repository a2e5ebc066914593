/** Where and why this step runs: the runner's variables, and the event's payload read leniently. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/mini';
import type { RunContext } from '../ports.ts';

const Repository = z.nullish(z.looseObject({ full_name: z.nullish(z.string()), private: z.nullish(z.boolean()) }));
const Payload = z.looseObject({
  repository: Repository,
  pull_request: z.nullish(
    z.looseObject({
      number: z.nullish(z.number()),
      head: z.nullish(z.looseObject({ sha: z.nullish(z.string()), repo: Repository })),
      base: z.nullish(z.looseObject({ sha: z.nullish(z.string()) })),
    }),
  ),
  workflow_run: z.nullish(z.looseObject({ head_repository: Repository })),
});
type Payload = z.infer<typeof Payload>;

function readPayload(file: string | undefined): Payload {
  if (!file) return {};
  try {
    const parsed = Payload.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    // No payload is no secret and no fork; what matters for safety is that the event's name, which comes from elsewhere, still stands.
    return {};
  }
}

/** Whether the event carries content of another repository. A head whose repository is gone counts as foreign. */
function isFork(eventName: string, payload: Payload, repository: string): boolean {
  if (eventName.startsWith('pull_request')) return payload.pull_request?.head?.repo?.full_name !== repository;
  if (eventName === 'workflow_run') return payload.workflow_run?.head_repository?.full_name !== repository;
  return false;
}

function pullRequestOf({ pull_request }: Payload): RunContext['pullRequest'] {
  const number = pull_request?.number;
  if (number == null) return undefined;
  return { number, baseSha: pull_request?.base?.sha ?? '', headSha: pull_request?.head?.sha ?? '' };
}

/** Reads the context from the runner's variables; what is missing is empty. */
export function readContext(environment: Readonly<Record<string, string | undefined>>): RunContext {
  const payload = readPayload(environment.GITHUB_EVENT_PATH);
  const eventName = environment.GITHUB_EVENT_NAME ?? '';
  const repository = environment.GITHUB_REPOSITORY ?? '';
  const actor = environment.GITHUB_ACTOR ?? '';
  const fork = isFork(eventName, payload, repository);
  return {
    eventName,
    repository,
    sha: environment.GITHUB_SHA ?? '',
    ref: environment.GITHUB_REF ?? '',
    workflow: environment.GITHUB_WORKFLOW ?? '',
    job: environment.GITHUB_JOB ?? '',
    step: environment.GITHUB_ACTION ?? '',
    runId: environment.GITHUB_RUN_ID ?? '',
    runAttempt: environment.GITHUB_RUN_ATTEMPT ?? '',
    actor,
    serverUrl: environment.GITHUB_SERVER_URL || 'https://github.com',
    apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
    workspace: path.resolve(environment.GITHUB_WORKSPACE || process.cwd()),
    temp: path.resolve(environment.RUNNER_TEMP || tmpdir()),
    fork,
    withoutSecrets: eventName.startsWith('pull_request') && (fork || actor === 'dependabot[bot]'),
    privateRepository: payload.repository?.private === true,
    pullRequest: pullRequestOf(payload),
  };
}
