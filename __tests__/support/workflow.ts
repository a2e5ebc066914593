/**
 * Runs a workflow file: its jobs in the order of their needs, their steps in order, expressions by GitHub's own library, commands by bash,
 * this action by its built bundle. What other actions do is said by the test.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { type Outcome, runAction } from './action.ts';
import { type Contexts, filled, holds, type Standing } from './expressions.ts';
import type { StoryTime } from './story-time.ts';

const Step = z.looseObject({
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  if: z.optional(z.union([z.string(), z.boolean()])),
  uses: z.optional(z.string()),
  with: z.optional(z.record(z.string(), z.unknown())),
  run: z.optional(z.string()),
  env: z.optional(z.record(z.string(), z.unknown())),
  'continue-on-error': z.optional(z.boolean()),
});
const Job = z.looseObject({
  needs: z.optional(z.union([z.string(), z.array(z.string())])),
  if: z.optional(z.string()),
  env: z.optional(z.record(z.string(), z.unknown())),
  outputs: z.optional(z.record(z.string(), z.string())),
  strategy: z.optional(z.looseObject({ matrix: z.unknown() })),
  steps: z.array(Step),
});
const Workflow = z.looseObject({ jobs: z.record(z.string(), Job), env: z.optional(z.record(z.string(), z.unknown())) });
type Step = z.infer<typeof Step>;
type Job = z.infer<typeof Job>;

/** What an action of somebody else does: its inputs in, its outputs out. */
export type Other = (given: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;

export interface Surroundings {
  readonly workspace: string;
  /** Kept from one workflow to the next where it is the same: what the sandbox holds. */
  readonly temp: string;
  readonly github?: Readonly<Record<string, unknown>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** By name; any other that the file names has a value too. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** What a manual run was asked with. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What the runner has besides, such as where GitHub's API is. */
  readonly env?: Readonly<Record<string, string>>;
  /** The time that the steps of this action live in; the machine's by default. */
  readonly time?: StoryTime;
  /** Other actions by their name without the version; an unknown one does nothing. */
  readonly others?: Readonly<Record<string, Other>>;
  /** A folder of commands that stand before those of the machine. */
  readonly commands?: string;
  /** What this action is given in the place of what is written. */
  readonly instead: (given: Readonly<Record<string, string>>) => Readonly<Record<string, string | undefined>>;
}

export interface StepRun {
  readonly id: string;
  readonly job: string;
  readonly outcome: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  /** Of a step of this action. */
  readonly action?: Outcome;
}

interface JobRun {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
}

export interface WorkflowRun {
  readonly steps: readonly StepRun[];
  readonly jobs: Readonly<Record<string, JobRun>>;
}

const texts = (values: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object(values)).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
    ]),
  );

/** The legs of a matrix; one without a name where there is none. */
function legsOf(matrix: unknown): readonly Record<string, unknown>[] {
  if (matrix === undefined) return [{}];
  const { include, ...axes } = Object(matrix);
  const crossed = Object.entries(axes).reduce<Record<string, unknown>[]>(
    (legs, [name, values]) =>
      Array.isArray(values) ? legs.flatMap((leg) => values.map((value) => ({ ...leg, [name]: value }))) : legs,
    [{}],
  );
  const more: Record<string, unknown>[] = Array.isArray(include) ? include : [];
  return Object.keys(axes).length === 0 ? more : [...crossed, ...more];
}

/** A command of the workflow, by bash as the runner starts it. */
function shell(
  script: string,
  env: Readonly<Record<string, string>>,
  { workspace, commands }: Surroundings,
): Omit<StepRun, 'id' | 'job'> {
  const output = path.join(mkdtempSync(path.join(tmpdir(), 'step-')), 'output');
  writeFileSync(output, '');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      PATH: [...(commands === undefined ? [] : [commands]), process.env.PATH].join(':'),
      HOME: tmpdir(),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: `${output}.md`,
      ...env,
    },
  });
  const lines = readFileSync(output, 'utf8').split('\n');
  const outputs = Object.fromEntries(
    lines.flatMap((line) => (line.includes('=') ? [[line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]] : [])),
  );
  return { outcome: status === 0 ? 'success' : 'failure', outputs, log: `${stdout}${stderr}` };
}

async function act(
  step: Step,
  given: Record<string, string>,
  job: string,
  index: number,
  around: Surroundings,
): Promise<Omit<StepRun, 'id' | 'job'>> {
  const { workspace, temp, github = {}, instead, time } = around;
  const env = {
    GITHUB_JOB: job,
    GITHUB_ACTION: step.id ?? `__step_${index}`,
    GITHUB_REF: String(github.ref ?? 'refs/heads/main'),
    GITHUB_SHA: String(github.sha ?? '0123456789abcdef0123456789abcdef01234567'),
    GITHUB_RUN_ID: String(github.run_id ?? '7'),
    GITHUB_EVENT_NAME: String(github.event_name ?? 'push'),
    ...around.env,
  };
  const action = await runAction({
    inputs: { github_token: '', ...instead(given) },
    workspace,
    temp,
    env,
    event: github.event ?? {},
    ...(time === undefined ? {} : { time }),
  });
  return { outcome: action.exitCode === 0 ? 'success' : 'failure', outputs: action.outputs, log: action.log, action };
}

async function runJob(
  name: string,
  job: Job,
  contexts: Contexts,
  around: Surroundings,
): Promise<{ run: JobRun; steps: StepRun[] }> {
  const steps: StepRun[] = [];
  let standing: Standing = 'success';
  const seen = () => ({
    ...contexts,
    steps: Object.fromEntries(steps.map(({ id, outputs, outcome }) => [id, { outputs, outcome, conclusion: outcome }])),
    job: { status: standing },
  });
  for (const [index, step] of job.steps.entries()) {
    const id = step.id ?? `${index}`;
    const own = {
      ...seen(),
      env: { ...Object(contexts.env), ...Object(filled(job.env ?? {}, seen())), ...Object(filled(step.env ?? {}, seen())) },
    };
    if (!holds(step.if, own, standing)) {
      steps.push({ id, job: name, outcome: 'skipped', outputs: {}, log: '' });
      continue;
    }
    const given = texts(filled(step.with ?? {}, own, standing));
    const [used = ''] = (step.uses ?? '').split('@');
    const done = await (step.run !== undefined
      ? shell(String(filled(step.run, own, standing)), texts(own.env), around)
      : used === 'your-org/finetune-action'
        ? act(step, given, name, index, around)
        : { outcome: 'success' as const, outputs: around.others?.[used]?.(given) ?? {}, log: '' });
    steps.push({ id, job: name, ...done });
    if (done.outcome === 'failure' && step['continue-on-error'] !== true) standing = 'failure';
  }
  const outputs = texts(filled(job.outputs ?? {}, seen(), standing));
  return { run: { result: standing === 'success' ? 'success' : 'failure', outputs }, steps };
}

/** Runs all of it; jobs wait for what they need, legs of a matrix run one after another. */
export async function runWorkflow(file: string, around: Surroundings): Promise<WorkflowRun> {
  const workflow = Workflow.parse(parse(readFileSync(file, 'utf8')));
  const jobs: Record<string, JobRun> = {};
  const steps: StepRun[] = [];
  const waiting = new Map(Object.entries(workflow.jobs));
  while (waiting.size > 0) {
    const next = [...waiting].find(([, { needs = [] }]) => [needs].flat().every((name) => name in jobs));
    if (next === undefined) throw new Error(`In ${file} the jobs ${[...waiting.keys()].join(', ')} wait for each other.`);
    const [name, job] = next;
    waiting.delete(name);
    const needed = Object.fromEntries([job.needs ?? []].flat().map((one) => [one, jobs[one]]));
    const standing: Standing = Object.values(needed).every((one) => one?.result === 'success') ? 'success' : 'failure';
    const github = {
      ref_name: 'main',
      ref: 'refs/heads/main',
      event_name: 'push',
      repository: 'octo/data',
      run_id: '7',
      token: 'a-token',
      ...around.github,
    };
    const contexts = {
      github,
      vars: around.vars ?? {},
      inputs: around.inputs ?? {},
      secrets: { ...secretsOf(file), ...around.secrets },
      needs: needed,
      env: filled(workflow.env ?? {}, { github }),
      runner: { temp: around.temp },
    };
    if (!holds(job.if, contexts, standing)) {
      jobs[name] = { result: 'skipped', outputs: {} };
      continue;
    }
    const runs: JobRun[] = [];
    for (const leg of legsOf(filled(job.strategy?.matrix, contexts))) {
      const done = await runJob(name, job, { ...contexts, matrix: leg, strategy: {} }, around);
      runs.push(done.run);
      steps.push(...done.steps);
    }
    jobs[name] = {
      result: runs.every(({ result }) => result === 'success') ? 'success' : 'failure',
      outputs: Object.fromEntries(runs.flatMap(({ outputs }) => Object.entries(outputs)).filter(([, value]) => value !== '')),
    };
  }
  return { steps, jobs };
}

/** Every secret that the file names has a value. */
function secretsOf(file: string): Record<string, string> {
  const names = [...readFileSync(file, 'utf8').matchAll(/secrets\.(\w+)/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, 'a-secret']));
}
