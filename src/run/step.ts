/**
 * One step of a workflow: what it was given, and the world it acts in. Nothing of it changes while the story
 * goes on.
 */
import type { Inputs } from '../inputs/inputs.ts';
import { withoutSecrets } from '../inputs/secrets.ts';
import { askedFields } from '../job/request.ts';
import type { AnswerFolder, Clock, Files, RunContext, Runner } from '../ports.ts';
import type { Connection } from '../providers/connection.ts';
import type { Provider } from '../providers/port.ts';
import type { Progress } from '../report/comment.ts';
import { stageLine } from '../report/log.ts';
import type { FactRecord } from './record.ts';

/** What every stage may use. */
export interface World {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly clock: Clock;
  readonly files: Files;
  /** Where the server is and who signs in. */
  readonly connection: Connection;
  /** Connects on first use; for the sandbox it starts the server. */
  readonly connect: () => Promise<Provider>;
  /** Connects to another server than that of the step, which a model may live on. */
  readonly connectTo: (connection: Connection) => Promise<Provider>;
  /** The folder in which answers are kept. @throws ActionError when the step may not write there */
  readonly answerFolder: (path: string) => Promise<AnswerFolder>;
  /** The bundled entry, to start further threads with. */
  readonly entry: string;
  /** Milliseconds since the epoch at which the step began. */
  readonly started: number;
  /** Fires when the workflow run is being cancelled. */
  readonly signal: AbortSignal;
  /** Takes what the report is to hold; nobody decides by it. */
  readonly record: Pick<FactRecord, 'note'>;
}

export interface Step extends World {
  /** Keeps whoever follows the pull request up to date. Never throws. */
  readonly comment: (progress: Progress) => Promise<void>;
}

/** Whether rows may be quoted in what the step leaves. Pure. */
export function maySeeRows(inputs: Inputs, context: RunContext): boolean {
  return inputs.show_rows === 'auto' ? context.privateRepository : inputs.show_rows === 'true';
}

/**
 * What was asked, as it may be shown: the create body's fields and the data's paths, without credentials.
 * Pure.
 */
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
export function warn({ runner, record }: Pick<World, 'runner' | 'record'>, text: string): void {
  runner.warning(text);
  record.note({ kind: 'warning', text });
}

/**
 * One stage of the story: a group in the log, and after it a line that says how long it took, as groups are
 * folded.
 */
export async function stage<Result>({ runner, clock }: World, title: string, act: () => Promise<Result>): Promise<Result> {
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
