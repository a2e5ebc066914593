/** One step of a workflow: what it was given, the world it acts in, and what it has found out so far. */
import type { Inputs } from '../inputs/inputs.ts';
import { withoutSecrets } from '../inputs/secrets.ts';
import { askedFields } from '../job/request.ts';
import type { ArtifactStore, Clock, Files, RunContext, Runner } from '../ports.ts';
import type { Connection } from '../providers/connection.ts';
import type { Provider } from '../providers/port.ts';
import type { Stage } from '../report/comment.ts';
import type { Findings } from '../report/findings.ts';
import { stageLine } from '../report/log.ts';

/** Findings while they are being found. */
export type Draft = { -readonly [Name in keyof Findings]: Findings[Name] };

export interface Step {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly clock: Clock;
  readonly files: Files;
  readonly artifacts: ArtifactStore;
  /** Where the server is and who signs in. */
  readonly connection: Connection;
  /** Connects on first use; for the sandbox it starts the server. */
  readonly connect: () => Promise<Provider>;
  /** The bundled entry, to start further threads with. */
  readonly entry: string;
  /** Milliseconds since the epoch at which the step began. */
  readonly started: number;
  /** Fires when the workflow run is being cancelled. */
  readonly signal: AbortSignal;
  readonly draft: Draft;
  /** Keeps whoever follows the pull request up to date. Never throws. */
  readonly tell: (stage: Stage) => Promise<void>;
}

/** Whether rows may be quoted in what the step leaves. */
export function maySeeRows(inputs: Inputs, context: RunContext): boolean {
  return inputs.show_rows === 'auto' ? context.privateRepository : inputs.show_rows === 'true';
}

/** The findings of a step that has found nothing yet. */
export function newDraft(operation: string, context: RunContext, started: number): Draft {
  const { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl } = context;
  return {
    operation,
    started,
    finished: started,
    ending: 'stopped',
    run: { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl, showRows: false },
    provider: undefined,
    price: undefined,
    origin: undefined,
    asked: {},
    datasets: [],
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
  };
}

/** What was asked, as it may be shown: the create body's fields and the data's paths, without credentials. */
export function shownRequest(inputs: Inputs): Record<string, unknown> {
  const { training_file, validation_file, metadata } = inputs;
  const one = (lines: readonly string[]) => (lines.length === 1 ? lines[0] : lines);
  const shown = withoutSecrets({
    ...askedFields(inputs),
    ...(training_file.length === 0 ? {} : { training_file: one(training_file) }),
    ...(validation_file.length === 0 ? {} : { validation_file: one(validation_file) }),
    ...(metadata === undefined ? {} : { metadata }),
  });
  return { ...Object(shown) };
}

/** A warning in the log that also stands in the report. */
export function warn(step: Step, text: string): void {
  step.runner.warning(text);
  step.draft.warnings = [...step.draft.warnings, text];
}

/** One stage of the story: a group in the log, and after it a line that says how long it took, as groups are folded. */
export async function stage<Result>({ runner, clock }: Step, title: string, act: () => Promise<Result>): Promise<Result> {
  const begun = clock.now();
  let done = false;
  runner.startGroup(title);
  try {
    const result = await act();
    done = true;
    return result;
  } finally {
    runner.endGroup();
    runner.info(stageLine(title, done, clock.now() - begun));
  }
}
