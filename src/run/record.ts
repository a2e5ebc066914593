/**
 * What a step found out, as facts in the order in which they were found. Stages only add to it, and a report
 * is made of it at any moment, so a run that stops half-way reports that half. No decision reads it back:
 * what a stage needs to know of another one is returned to it.
 */
import type { Checkpoint, Job, JobEvent } from '../api/objects.ts';
import type { RunContext } from '../ports.ts';
import type { Evaluation } from '../report/evaluation-findings.ts';
import type { Findings, MetricPoint } from '../report/findings.ts';

export type Fact =
  /** The inputs were read. */
  | { readonly kind: 'request'; readonly asked: Findings['asked']; readonly showRows: boolean }
  /** The data was checked and counted. */
  | ({ readonly kind: 'data' } & Pick<Findings, 'datasets' | 'estimate' | 'price' | 'repositoryPaths'>)
  /** The data was compared with the version before. */
  | { readonly kind: 'changes'; readonly changes: Findings['changes'] }
  | { readonly kind: 'provider'; readonly provider: Omit<NonNullable<Findings['provider']>, 'jobUrl'> }
  | { readonly kind: 'fingerprint'; readonly fingerprint: string }
  /** What the platform itself asks for the job, before it is created. */
  | { readonly kind: 'platform price'; readonly usd: number }
  /** Why a job was created, taken up, or left as it is. */
  | { readonly kind: 'reason'; readonly reason: string }
  /** From here on this job is meant. */
  | ({ readonly kind: 'job taken up'; readonly job: Job; readonly jobUrl: string | undefined } & Pick<
      Findings,
      'origin' | 'price'
    >)
  /** The job as it was last seen. */
  | { readonly kind: 'job seen'; readonly job: Job }
  /** The job is watched from now on, and whether it existed before. */
  | { readonly kind: 'job watched'; readonly reused: boolean }
  | { readonly kind: 'jobs'; readonly jobs: readonly Job[] }
  /** An event of the watched job, with its numbers, where it has some. */
  | { readonly kind: 'event'; readonly event: JobEvent; readonly metrics: MetricPoint | undefined }
  /** Events that were asked for, in the order of time. */
  | { readonly kind: 'events'; readonly events: readonly JobEvent[] }
  | { readonly kind: 'checkpoints'; readonly checkpoints: readonly Checkpoint[] }
  | { readonly kind: 'previous model'; readonly previous: NonNullable<Findings['previous']> }
  /** A result file, with the numbers in it, as far as they are read. */
  | { readonly kind: 'result file'; readonly file: Findings['resultFiles'][number]; readonly metrics: readonly MetricPoint[] }
  /** A model that is made callable, or taken down, as it is now. */
  | { readonly kind: 'deployment'; readonly deployment: NonNullable<Findings['deployment']> }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'evaluation'; readonly evaluation: Evaluation }
  /** How the step ends; the last one counts. */
  | { readonly kind: 'ending'; readonly ending: Findings['ending'] }
  | { readonly kind: 'error'; readonly error: NonNullable<Findings['error']> };

/** Facts are added to it, and nothing is taken out or changed. */
export interface FactRecord {
  readonly facts: readonly Fact[];
  note(fact: Fact): void;
}

export function newRecord(): FactRecord {
  const facts: Fact[] = [];
  return { facts, note: (fact) => void facts.push(fact) };
}

/** What is known of a step without any fact. Times are milliseconds since the epoch. */
export interface StepFrame {
  readonly operation: Findings['operation'];
  readonly context: RunContext;
  readonly started: number;
  readonly finished: number;
}

type Gathered = { -readonly [Name in keyof Findings]: Findings[Name] };

/** The findings of a step about which nothing was noted. */
function nothingFound({ operation, context, started, finished }: StepFrame): Gathered {
  const { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl } = context;
  return {
    operation,
    started,
    finished,
    ending: 'stopped',
    run: { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl, showRows: false },
    provider: undefined,
    price: undefined,
    origin: undefined,
    asked: {},
    datasets: [],
    repositoryPaths: new Map(),
    estimate: undefined,
    changes: [],
    fingerprint: undefined,
    reused: undefined,
    reason: undefined,
    job: undefined,
    jobs: [],
    metrics: [],
    events: [],
    checkpoints: [],
    resultFiles: [],
    error: undefined,
    warnings: [],
    evaluation: undefined,
  };
}

/** What the facts come to. Pure. */
export function findingsOf(facts: readonly Fact[], frame: StepFrame): Findings {
  const found = nothingFound(frame);
  const events: JobEvent[] = [];
  const metrics: MetricPoint[] = [];
  const checkpoints = new Map<string, Checkpoint>();
  const resultFiles: Findings['resultFiles'][number][] = [];
  const measured: MetricPoint[] = [];
  const warnings: string[] = [];
  for (const fact of facts) {
    switch (fact.kind) {
      case 'request':
        found.asked = fact.asked;
        found.run = { ...found.run, showRows: fact.showRows };
        break;
      case 'data':
        found.datasets = [
          ...found.datasets.filter(({ role }) => fact.datasets.every((one) => one.role !== role)),
          ...fact.datasets,
        ];
        found.repositoryPaths = new Map([...found.repositoryPaths, ...fact.repositoryPaths]);
        found.estimate = fact.estimate ?? found.estimate;
        found.price = fact.price ?? found.price;
        break;
      case 'changes':
        found.changes = fact.changes;
        break;
      case 'provider':
        found.provider = { ...fact.provider, jobUrl: undefined };
        break;
      case 'fingerprint':
        found.fingerprint = fact.fingerprint;
        break;
      case 'platform price':
        found.platformPrice = fact.usd;
        break;
      case 'reason':
        found.reason = fact.reason;
        break;
      case 'job taken up':
        found.job = fact.job;
        found.origin = fact.origin;
        found.price ??= fact.price;
        if (found.provider !== undefined) found.provider = { ...found.provider, jobUrl: fact.jobUrl };
        break;
      case 'job seen':
        found.job = fact.job;
        break;
      case 'job watched':
        found.reused = fact.reused;
        break;
      case 'jobs':
        found.jobs = fact.jobs;
        break;
      case 'event':
        events.push(fact.event);
        if (fact.metrics !== undefined) metrics.push(fact.metrics);
        break;
      case 'events':
        events.push(...fact.events);
        break;
      case 'checkpoints':
        for (const checkpoint of fact.checkpoints)
          if (!checkpoints.has(checkpoint.id)) checkpoints.set(checkpoint.id, checkpoint);
        break;
      case 'result file':
        resultFiles.push(fact.file);
        for (const point of fact.metrics) measured.push(point);
        break;
      case 'previous model':
        found.previous = fact.previous;
        break;
      case 'deployment':
        found.deployment = fact.deployment;
        break;
      case 'warning':
        warnings.push(fact.text);
        break;
      case 'evaluation':
        found.evaluation = fact.evaluation;
        break;
      case 'ending':
        found.ending = fact.ending;
        break;
      case 'error':
        found.error = fact.error;
        break;
    }
  }
  return {
    ...found,
    events,
    // Where no event measures anything, a result file may.
    metrics: metrics.length > 0 ? metrics : measured,
    checkpoints: [...checkpoints.values()],
    resultFiles,
    warnings,
  };
}
