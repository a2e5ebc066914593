/** The example workflows, run as they are written, against the sandbox or a server that stands in for the platform. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { keep } from '../support/keep.ts';
import { startPlatform } from '../support/platform.ts';
import { Azure } from '../support/platforms/azure.ts';
import { ACCOUNT, CLIENT, startAzureCloud, TENANT } from '../support/platforms/azure-cloud.ts';
import { BASE, commit, github as gitHubOf, OLD_BASE, row } from '../support/pull-request.ts';
import { storyTime } from '../support/story-time.ts';
import { runWorkflow, type Surroundings, type WorkflowRun } from '../support/workflow.ts';

const FOLDER = path.resolve('examples', 'workflows');
const file = (name: string) => path.join(FOLDER, `${name}.yml`);

/** A repository with the example data in it, a platform that remembers, and the commands that workflows use. */
interface Place extends Surroundings {
  /** What `gh` was asked to do, a line each. */
  readonly asked: () => string[];
}

/** The sandbox takes the place of whatever platform is written; it trains what the workflow asks for. */
const PLATFORM = [
  'deployment',
  'azure_arm_token',
  'base_url',
  'allow_http',
  'extra_body',
  'api_key',
  'azure_tenant_id',
  'azure_client_id',
  'inference_base_url',
  'extra_query',
  'extra_headers',
];
function inSandbox(given: Readonly<Record<string, string>>): Record<string, string | undefined> {
  return {
    ...given,
    ...Object.fromEntries(PLATFORM.map((name) => [name, undefined])),
    provider: 'sandbox',
    comment: undefined,
    artifact_name: '',
  };
}

/** The same, with a training that is not over before somebody can act on it. */
const lasting: Surroundings['instead'] = (given) => ({
  ...inSandbox(given),
  ...(given.operation === undefined ? { method: '{type: supervised, supervised: {hyperparameters: {n_epochs: 50}}}' } : {}),
});

/** `gh` as far as the examples use it: it keeps what it was asked, and which releases there are. */
const GH = `#!/bin/sh
echo "$*" >> "$(dirname "$0")/asked"
case "$1 $2" in
  "release create") touch "$(dirname "$0")/release-$3" ;;
  "release view") test -f "$(dirname "$0")/release-$3" ;;
esac
`;

function place(more: Partial<Surroundings> = {}): Place {
  const workspace = newFolder();
  cpSync(path.resolve('examples', 'data'), path.join(workspace, 'data'), { recursive: true });
  const commands = newFolder();
  writeFileSync(path.join(commands, 'gh'), GH, { mode: 0o755 });
  const cache = newFolder();
  const others: Surroundings['others'] = {
    'actions/cache/save': ({ path: kept = '' }) => {
      cpSync(path.join(workspace, kept), path.join(cache, kept), { recursive: true });
      return {};
    },
    'actions/cache/restore': ({ path: kept = '' }) => {
      if (existsSync(path.join(cache, kept))) cpSync(path.join(cache, kept), path.join(workspace, kept), { recursive: true });
      return {};
    },
  };
  const asked = () =>
    existsSync(path.join(commands, 'asked')) ? readFileSync(path.join(commands, 'asked'), 'utf8').trim().split('\n') : [];
  return { workspace, temp: newFolder('temp-'), commands, instead: inSandbox, others, asked, ...more };
}

const failures = ({ steps }: WorkflowRun) =>
  steps.filter(({ outcome }) => outcome === 'failure').map(({ id, log }) => `${id}: ${log.slice(-500)}`);
const outputsOf = ({ steps }: WorkflowRun, id: string) => steps.find((step) => step.id === id)?.outputs ?? {};
const ran = ({ steps }: WorkflowRun) => steps.filter(({ outcome }) => outcome !== 'skipped').map(({ id }) => id);

test('data of a pull request is checked, and its problems go to code scanning', async () => {
  const uploaded: string[] = [];
  const github = { event_name: 'pull_request', event: { pull_request: { head: { repo: { full_name: 'octo/data' } } } } };
  const upload = ({ sarif_file = '' }) => {
    uploaded.push(readFileSync(sarif_file, 'utf8'));
    return {};
  };
  const here = place({ github, others: { 'github/codeql-action/upload-sarif': upload } });
  writeFileSync(path.join(here.workspace, 'data', 'support.train.jsonl'), '{"messages": 1}\n');
  const run = await runWorkflow(file('check-data'), here);
  expect(outputsOf(run, 'data').valid).toBe('false');
  expect(JSON.parse(uploaded[0] ?? '').runs[0].results.length).toBeGreaterThan(0);
});

test('the release takes the model of the data that it holds, not the newest one', async () => {
  const here = place();
  const first = await runWorkflow(file('train'), here);
  expect(failures(first)).toEqual([]);
  const data = path.join(here.workspace, 'data', 'support.train.jsonl');
  const before = readFileSync(data, 'utf8');
  writeFileSync(data, before.split('\n').slice(5).join('\n'));
  const second = await runWorkflow(file('train'), here);
  expect(outputsOf(second, 'train').fine_tuned_model).not.toBe(outputsOf(first, 'train').fine_tuned_model);
  writeFileSync(data, before);
  const release = await runWorkflow(file('release'), place({ ...here, github: { event_name: 'release' } }));
  expect(failures(release)).toEqual([]);
  expect(outputsOf(release, 'model').fine_tuned_model).toBe(outputsOf(first, 'train').fine_tuned_model);
  expect(release.steps.at(-1)?.log).toContain(outputsOf(first, 'train').fine_tuned_model);
});

describe('submit and pick up', () => {
  test('a job is submitted, picked up when it has ended, and released once', async () => {
    const here = place();
    expect(failures(await runWorkflow(file('submit'), here))).toEqual([]);
    expect(here.asked()).toEqual(['workflow enable pick-up.yml']);
    // The sandbox trains while a step has it open: a platform would go on by itself.
    const { workspace, temp } = here;
    await runAction({ workspace, temp, inputs: inSandbox({ operation: 'wait', metadata: 'branch=main' }) });
    expect(failures(await runWorkflow(file('pick-up'), here))).toEqual([]);
    expect(here.asked()).toContain('workflow disable pick-up.yml');
    await runWorkflow(file('pick-up'), here);
    expect(here.asked().filter((line) => line.startsWith('release create'))).toHaveLength(1);
  });
  test('nothing to look for: it switches itself off', async () => {
    const here = place();
    expect(failures(await runWorkflow(file('pick-up'), here))).toEqual([]);
    expect(here.asked()).toEqual(['workflow disable pick-up.yml']);
  });
});

test('a branch that is deleted takes its jobs with it, paused ones too', async () => {
  const here = place({
    instead: lasting,
    github: { ref_name: 'try', ref: 'refs/heads/try', event: { ref: 'try', ref_type: 'branch' } },
  });
  const begun = await runWorkflow(file('train-branch'), here);
  expect(failures(begun)).toEqual([]);
  const deleted = await runWorkflow(file('cancel-on-branch-delete'), here);
  expect(failures(deleted)).toEqual([]);
  const jobs = JSON.parse(outputsOf(deleted, 'open').jobs ?? '[]');
  expect(jobs).toHaveLength(1);
  expect(deleted.steps.at(-1)?.outputs).toMatchObject({ job_id: jobs[0].id, status: 'cancelled' });
});

test('the weekend pauses a job and resumes that very job', async () => {
  const here = place({ instead: lasting });
  const again = (schedule: string) => ({ ...here, github: { event_name: 'schedule', event: { schedule } } });
  await runWorkflow(file('submit'), here);
  const friday = await runWorkflow(file('weekend'), again('0 18 * * 5'));
  expect(failures(friday)).toEqual([]);
  expect(outputsOf(friday, 'pause').status).toBe('paused');
  const monday = await runWorkflow(file('weekend'), again('0 6 * * 1'));
  expect(failures(monday)).toEqual([]);
  expect(outputsOf(monday, 'look')).toMatchObject({ job_id: outputsOf(friday, 'pause').job_id, status: 'paused' });
  // What somebody else paused is left alone.
  const untouched = await runWorkflow(file('weekend'), {
    ...place(),
    github: { event_name: 'schedule', event: { schedule: '0 6 * * 1' } },
  });
  expect(ran(untouched)).toEqual(['0', 'paused']);
});

test('a sweep picks the model with the least loss on the validation rows', async () => {
  const run = await runWorkflow(file('sweep'), place());
  expect(failures(run)).toEqual([]);
  const losses = run.steps.flatMap(({ id, outputs }) =>
    id === 'train' ? [[JSON.parse(outputs.metrics ?? '{}').full_valid_loss, outputs.fine_tuned_model] as const] : [],
  );
  expect(losses).toHaveLength(3);
  const [best] = losses.sort(([left], [right]) => left - right);
  expect(run.jobs.pick?.outputs.model).toBe(best?.[1]);
});

test('provenance stands where it is attested', async () => {
  const attested: string[] = [];
  const attest = (given: Readonly<Record<string, string>>) => {
    attested.push(readFileSync(given['subject-path'] ?? '', 'utf8'), readFileSync(given['predicate-path'] ?? '', 'utf8'));
    return {};
  };
  const run = await runWorkflow(file('attest'), place({ others: { 'actions/attest': attest } }));
  expect(failures(run)).toEqual([]);
  expect(attested[0]).toContain('ft:');
  expect(() => JSON.parse(attested[1] ?? '')).not.toThrow();
});

test.each(['train', 'preferences', 'reinforcement', 'rehearse', 'kubernetes', 'azure-keyless'])(
  '%s ends with a model',
  async (name) => {
    const run = await runWorkflow(file(name), place());
    expect(failures(run)).toEqual([]);
    expect(run.steps.some(({ outputs }) => outputs.fine_tuned_model?.startsWith('ft:'))).toBe(true);
  },
);

test('a rehearsed promotion ends with the model that is proved to be no worse, and says that it is a rehearsal', async () => {
  const run = await runWorkflow(file('rehearse-promotion'), place());
  expect(failures(run)).toEqual([]);
  const { promoted_model, verdict } = outputsOf(run, 'judge');
  expect([verdict, promoted_model]).toEqual(['pass', outputsOf(run, 'train').fine_tuned_model]);
  expect(run.steps.find(({ id }) => id === 'judge')?.action?.summary).toMatch(/rehearsal/i);
});

test('a model is trained, deployed, judged and promoted, or taken down', async () => {
  const inProduction = (given: Readonly<Record<string, string>>) => ({
    ...inSandbox(given),
    ...(given.baseline === 'production' ? { baseline: 'gpt-4.1-mini-2025-04-14', max_drop: '0.15' } : {}),
  });
  const run = await runWorkflow(file('promote'), place({ instead: inProduction }));
  expect(failures(run)).toEqual([]);
  expect(outputsOf(run, 'deploy').served_model).toBe(outputsOf(run, 'train').fine_tuned_model);
  expect(run.jobs.promote?.outputs.model).toBe(outputsOf(run, 'train').fine_tuned_model);
});

test('the checkpoint that is best on the validation rows is judged on rows that had no part in the choice', async () => {
  const inProduction = (given: Readonly<Record<string, string>>) => ({
    ...inSandbox(given),
    // So few rows can show no smaller difference.
    ...(given.baseline === 'production' ? { baseline: 'gpt-4.1-mini-2025-04-14', max_drop: '0.15' } : {}),
  });
  const run = await runWorkflow(file('choose-checkpoint'), place({ instead: inProduction }));
  expect(failures(run)).toEqual([]);
  const { checkpoints } = JSON.parse(
    readFileSync(path.join(path.dirname(outputsOf(run, 'train').report_path ?? ''), 'result.json'), 'utf8'),
  );
  const losses: [number, string][] = checkpoints.map((one: { model: string; metrics: { full_valid_loss: number } }) => [
    one.metrics.full_valid_loss,
    one.model,
  ]);
  expect(losses.length).toBeGreaterThan(2);
  const [, best] = losses.sort(([left], [right]) => left - right)[0] ?? [];
  expect(outputsOf(run, 'judge')).toMatchObject({ verdict: 'pass', promoted_model: best });
  expect(run.jobs.choose?.outputs.model).toBe(best);
});

test('what a fork changes is said on its pull request, by the workflow that may write', async () => {
  const folder = newFolder();
  cpSync(path.resolve('examples', 'data'), path.join(folder, 'data'), { recursive: true });
  const data = path.join('data', 'support.train.jsonl');
  const rows = readFileSync(path.join(folder, data), 'utf8');
  writeFileSync(path.join(folder, data), rows.split('\n').slice(5).join('\n'));
  const head = commit(folder);
  const fork = { full_name: 'mallory/data' };
  const server = await gitHubOf({
    mergeBase: BASE,
    files: Object.fromEntries(
      ['support.train.jsonl', 'support.valid.jsonl'].map((name) => [
        `${BASE}:data/${name}`,
        readFileSync(path.resolve('examples', 'data', name)),
      ]),
    ),
    open: [{ number: 5, head: { sha: head, ref: 'better', repo: fork }, base: { sha: OLD_BASE } }],
  });
  const checkedOut: string[] = [];
  const event = {
    repository: { full_name: 'octo/data' },
    workflow_run: { event: 'pull_request', head_repository: fork, head_branch: 'better', head_sha: head, pull_requests: [] },
  };
  const run = await runWorkflow(
    file('comment-on-forks'),
    place({
      workspace: folder,
      github: { event_name: 'workflow_run', event },
      env: { GITHUB_API_URL: server.url },
      instead: (given) => ({ ...given, github_token: 'ghs_x', artifact_name: '' }),
      others: {
        'actions/checkout': ({ repository = '', ref = '' }) => {
          checkedOut.push(`${repository} ${ref}`);
          return {};
        },
      },
    }),
  );
  expect(failures(run)).toEqual([]);
  // The story has that very commit in its workspace.
  expect(checkedOut).toEqual([`mallory/data ${head}`]);
  expect(row(server.comments[0]?.body)).toContain(`<code>data/support.train.jsonl</code> | 89 → 84 | 5 removed |`);
  const own = { ...event, workflow_run: { ...event.workflow_run, head_repository: { full_name: 'octo/data' } } };
  const skipped = await runWorkflow(file('comment-on-forks'), place({ github: { event_name: 'workflow_run', event: own } }));
  expect(ran(skipped)).toEqual([]);
});

test('a model that was trained without a key is deployed without one, answers, and is taken down', async () => {
  const time = storyTime();
  const cloud = keep(await startAzureCloud({ now: time.now, notReady: 1 }));
  const options = { now: time.now, cloud };
  const azure = keep(await startPlatform(options, new Azure(options)));
  /** The servers that stand in, in the place of those that are written. */
  const instead = ({ deployment, ...given }: Readonly<Record<string, string>>) => ({
    ...given,
    base_url: azure.url,
    artifact_name: '',
    ...(deployment === undefined
      ? {}
      : { deployment: `${deployment.replace(/^account: .*$/m, `account: ${ACCOUNT}`)}\nresource_manager: ${cloud.url}` }),
  });
  const here = place({
    instead,
    time,
    secrets: { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT },
    env: {
      AZURE_AUTHORITY_HOST: cloud.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${cloud.url}/github-token?api=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
    },
  });
  const trained = await runWorkflow(file('azure-keyless'), here);
  expect(failures(trained)).toEqual([]);
  const deployed = await runWorkflow(file('deploy'), { ...here, inputs: { operation: 'deploy' } });
  expect(failures(deployed)).toEqual([]);
  expect(cloud.made.get('support')?.model).toBe(trained.steps.at(-1)?.outputs.fine_tuned_model);
  expect(deployed.steps.at(-2)?.log).toContain(`Call support at ${azure.url}`);
  const removed = await runWorkflow(file('deploy'), { ...here, inputs: { operation: 'undeploy' } });
  expect(failures(removed)).toEqual([]);
  expect([cloud.made.size, cloud.faults, azure.faults]).toEqual([0, [], []]);
});

test('the model in production is held against the answers that were kept', async () => {
  const here = place();
  const trained = outputsOf(await runWorkflow(file('train'), here), 'train').fine_tuned_model ?? '';
  const once = (baseline: string) => (given: Readonly<Record<string, string>>) => ({
    ...inSandbox(given),
    model: trained,
    baseline,
  });
  await runWorkflow(file('nightly'), { ...here, instead: once('gpt-4.1-mini-2025-04-14') });
  const night = await runWorkflow(file('nightly'), { ...here, instead: once(`recorded:${trained}`) });
  expect(failures(night)).toEqual([]);
  // Of equal answers to so few rows nothing is proved; what is kept costs nothing.
  expect(night.steps.at(-1)?.outputs).toMatchObject({
    passed: 'true',
    losses: '0',
    evaluation_cost_usd: expect.stringMatching(/^0/),
  });
});

test('every example is run by a test of this file', () => {
  const own = readFileSync(import.meta.filename, 'utf8');
  const names = readdirSync(FOLDER).map((name) => path.basename(name, '.yml'));
  expect(names.filter((name) => !own.includes(`'${name}'`))).toEqual([]);
});

test('what is paid for waits for an approval, has a bound, and is named for its partners', () => {
  const missing = readdirSync(FOLDER).flatMap((name) => {
    const text = readFileSync(path.join(FOLDER, name), 'utf8');
    const creates =
      /uses: your-org\/finetune-action@v1\n\s+with:\n(?!\s+operation:)/.test(text) && !text.includes('provider: sandbox');
    if (!creates) return [];
    return [/environment: fine-tuning/, /max_(?:cost_usd|tokens):/, /concurrency:/, /(?:metadata|suffix):/]
      .filter((part) => !part.test(text))
      .map((part) => `${name} ${part}`);
  });
  expect(missing).toEqual([]);
});
