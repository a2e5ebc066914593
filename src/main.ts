/**
 * The main step: builds the world, has the operation's story run in it, writes the report. It holds the one
 * catch.
 */
import { actionsRunner, rawInputs } from './adapters/actions-runner.ts';
import { runArtifacts } from './adapters/artifacts.ts';
import { systemClock } from './adapters/clock.ts';
import { ENTRY } from './entry.ts';
import { AbortedError, ActionError, DataError, InputError, JobError, LimitError, messageOf, ProviderError } from './errors.ts';
import { INPUT_NAMES, type Inputs } from './inputs/inputs.ts';
import { readInputs } from './inputs/read-inputs.ts';
import { OPERATIONS, reportedOperation, storyOf } from './operations/registry.ts';
import type { Runner } from './ports.ts';
import { type Connection, resolveConnection, serverSide } from './providers/connection.ts';
import type { Discussion } from './pull-request/comment-updates.ts';
import type { Findings } from './report/findings.ts';
import { answerFolderFor, connector, filesFor } from './run/connect.ts';
import { maskingReader, maskSecrets } from './run/mask-secrets.ts';
import { type FactRecord, findingsOf, newRecord } from './run/record.ts';
import { publicFindings, shownFindings } from './run/shown-findings.ts';
import { maySeeRows, type Step, shownRequest, type World } from './run/step.ts';
import { untrustedContent } from './run/untrusted-event.ts';
import { writeReport } from './run/write-report.ts';
import { foreignText, textOf } from './words.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/** Fires when the workflow run is being cancelled. Nobody listens any more when the step is over. */
function cancelSignal(runner: Runner, closing: AsyncDisposableStack): AbortSignal {
  const abort = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => {
    runner.info(`Received ${signal}: the run is being cancelled.`);
    runner.saveState('cancelled', 'true');
    abort.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  closing.defer(() => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  });
  return abort.signal;
}

/** The code of a failure, where it has one. Pure. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof JobError) return error.code;
  if (error instanceof ProviderError) return error.facts.code ?? undefined;
  if (error instanceof LimitError) return 'limit';
  return error instanceof DataError ? 'data' : undefined;
}

/**
 * Notes what went wrong. A defect of our own is reported as one.
 * @param showRows whether a server's words about rows may stand in the log
 */
function fail(error: unknown, record: FactRecord, runner: Runner, showRows: boolean): void {
  const known = error instanceof ActionError;
  const message = known
    ? error.message
    : `The action itself failed unexpectedly: ${messageOf(error)}. Please report it, with the log of a run with debug logging.`;
  const shown = error instanceof DataError ? error.words : message;
  const causes = error instanceof InputError && error.problems.length > 1 ? error.problems.map(({ message: one }) => one) : [];
  const said = error instanceof ProviderError ? error.facts.detail : undefined;
  for (const cause of causes) runner.info(cause);
  record.note({
    kind: 'error',
    error: { code: codeOf(error), message: shown, fix: known ? error.fix : undefined, said, causes },
  });
  if (error instanceof AbortedError) record.note({ kind: 'ending', ending: 'cancelled' });
  // Of a fault in the data the message alone says something, and quotes it.
  const stack = Error.isError(error) ? (error.stack ?? error.message) : String(error);
  if (!(error instanceof DataError)) runner.debug(foreignText(stack, showRows));
  runner.fail(error instanceof InputError ? 'inputs' : undefined);
}

/** GitHub, as far as the comment needs it. */
async function discussionOf(runner: Runner, { github_token }: Inputs): Promise<Discussion> {
  const find = async (signal: AbortSignal) => {
    const { pullRequestOf } = await import('./adapters/github.ts');
    if (!github_token) throw new ActionError('github_token is empty.');
    return pullRequestOf(runner, github_token, signal);
  };
  return { find, ...(await import('./adapters/github-refusal.ts')) };
}

/** The world with somebody who follows it on the pull request, where that is wanted. */
async function stepIn(world: World, findings: () => Findings): Promise<Step> {
  if (!world.inputs.comment) return { ...world, comment: async () => undefined };
  const [{ commentUpdates }, discussion] = await Promise.all([
    import('./pull-request/comment-updates.ts'),
    discussionOf(world.runner, world.inputs),
  ]);
  return { ...world, comment: commentUpdates(world, findings, discussion) };
}

/**
 * Runs the step. Never throws; how it ended is the process's exit code.
 * @param runner what shows the log and takes the outputs, where it is another than the one of GitHub
 */
export async function run(environment: Environment = process.env, runner: Runner = actionsRunner(environment)): Promise<void> {
  // Kept first: whatever happens to this step, the next start of the same entry is its post step.
  runner.saveState('isPost', 'true');
  const raw = rawInputs(environment, INPUT_NAMES);
  await using closing = new AsyncDisposableStack();
  const signal = cancelSignal(runner, closing);
  const { context } = runner;
  const started = systemClock.now();
  const files = filesFor(raw, runner);
  const record = newRecord();
  const operation = reportedOperation(raw.operation);
  const offline = OPERATIONS.find(({ name }) => name === operation.name)?.offline === true;
  const findings = (finished = systemClock.now()) =>
    shownFindings(findingsOf(record.facts, { operation, context, started, finished }), runner.redact);

  let inputs: Inputs | undefined;
  let step: Step | undefined;
  try {
    await maskSecrets(raw, environment, runner);
    inputs = await readInputs(raw, maskingReader(files, runner), OPERATIONS, (given) => serverSide(given, environment, offline));
    record.note({ kind: 'request', asked: shownRequest(inputs), showRows: maySeeRows(inputs, context) });
    for (const remark of inputs.remarks) runner.warning(remark);
    const untrusted = untrustedContent(context, inputs.allow_untrusted_data);
    if (untrusted !== undefined) throw new ActionError(untrusted);
    const connection = await resolveConnection(inputs, environment, offline);
    if (connection.credential?.kind === 'key') runner.mask(connection.credential.key);
    const connect = connector(connection, runner, closing);
    const connectTo = (other: Connection) => connector(other, runner, closing)();
    const answerFolder = answerFolderFor(raw, runner);
    const place = { connection, connect, connectTo, answerFolder, entry: ENTRY };
    const world = { inputs, runner, clock: systemClock, files, ...place, started, signal, record };
    step = await stepIn(world, () => publicFindings(findings()));
    const story = await storyOf(inputs.operation);
    await story(step);
  } catch (error) {
    fail(error, record, runner, inputs !== undefined && maySeeRows(inputs, context));
  }
  const finished = systemClock.now();
  await step?.comment('done');
  const found = findings(finished);
  await writeReport(found, { runner, files, artifacts: runArtifacts(environment, runner.redact), inputs }).catch(
    (error: unknown) => runner.warning(`The report failed: ${messageOf(error)}`),
  );
  // The closing line comes last, so that it is seen.
  const { error, run: place } = publicFindings(found);
  if (error !== undefined) runner.error(textOf(error.message, place.showRows).slice(0, 990));
}
