/** The main step: builds the adapters, runs the operation, leaves the report. It holds the one catch. */
import { actionsRunner, rawInputs } from './adapters/actions-runner.ts';
import { runArtifacts } from './adapters/artifacts.ts';
import { systemClock } from './adapters/clock.ts';
import { connector, entryFile, filesFor } from './connect.ts';
import { AbortedError, ActionError, DataError, JobError, messageOf, ProviderError } from './errors.ts';
import { INPUT_NAMES, type Inputs, readInputs } from './inputs/inputs.ts';
import { secretsIn } from './inputs/secrets.ts';
import { untrustedContent } from './operations/guards.ts';
import { leave } from './operations/leave.ts';
import { perform } from './operations/operations.ts';
import { type Draft, maySeeRows, newDraft, type Step, shownRequest } from './operations/step.ts';
import type { Runner } from './ports.ts';
import { resolveConnection } from './providers/connection.ts';
import { SECRET_VARIABLES } from './providers/registry.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/** Says in the draft and in one closing line what went wrong. A defect of our own is told as one. */
function fail(error: unknown, draft: Draft, runner: Runner): void {
  const known = error instanceof ActionError;
  const message = known
    ? error.message
    : `The action itself failed unexpectedly: ${messageOf(error)}. Please report it, with the log of a run with debug logging.`;
  const code =
    error instanceof JobError
      ? error.code
      : error instanceof ProviderError
        ? (error.facts.code ?? undefined)
        : error instanceof DataError
          ? 'data'
          : undefined;
  draft.error = { code, message, mend: known ? error.mend : undefined };
  if (error instanceof AbortedError) draft.ending = 'cancelled';
  runner.debug(Error.isError(error) ? (error.stack ?? error.message) : String(error));
  runner.fail();
}

/** Runs the step. Never throws; how it ended is the process's exit code. */
export async function run(environment: Environment = process.env): Promise<void> {
  const runner = actionsRunner(environment);
  // Kept first: whatever happens to this step, the next start of the same entry is its post step.
  runner.saveState('isPost', 'true');
  const raw = rawInputs(environment, INPUT_NAMES);
  for (const secret of [...(await secretsIn(raw)), ...SECRET_VARIABLES.map((name) => environment[name] ?? '')])
    if (secret !== '') runner.mask(secret);
  const started = systemClock.now();
  const draft = newDraft(raw.operation?.trim() || 'create', runner.context, started);
  const files = filesFor(raw, runner.context);
  const artifacts = runArtifacts(environment);
  const closers: (() => Promise<void>)[] = [];
  const abort = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => {
    runner.info(`Received ${signal}: the workflow run is being cancelled.`);
    runner.saveState('cancelled', 'true');
    abort.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);

  let inputs: Inputs | undefined;
  let tell: Step['tell'] = async () => undefined;
  try {
    inputs = await readInputs(raw, (file) => files.readText(file));
    draft.asked = shownRequest(inputs);
    draft.run = { ...draft.run, showRows: maySeeRows(inputs, runner.context) };
    for (const remark of inputs.remarks) runner.warning(remark);
    const untrusted = untrustedContent(runner.context, inputs.allow_untrusted_data);
    if (untrusted !== undefined) throw new ActionError(untrusted);
    const connection = resolveConnection(inputs, environment);
    if (connection.credential?.kind === 'key') runner.mask(connection.credential.key);
    const connect = connector(connection, runner, closers);
    const asked = inputs;
    const find = async (signal: AbortSignal) => {
      const { pullRequestOf } = await import('./adapters/github.ts');
      if (!asked.github_token) throw new ActionError('github_token is empty.');
      return pullRequestOf(runner.context, asked.github_token, signal);
    };
    const tellerOf = async (step: () => Step) => {
      const [{ teller }, refusals] = await Promise.all([
        import('./operations/telling.ts'),
        import('./adapters/github-refusal.ts'),
      ]);
      return teller(step, { find, ...refusals });
    };
    const step: Step = {
      inputs,
      runner,
      clock: systemClock,
      files,
      artifacts,
      connection,
      connect,
      entry: entryFile(),
      started,
      signal: abort.signal,
      draft,
      tell: inputs.comment ? await tellerOf(() => step) : tell,
    };
    tell = step.tell;
    await perform(step);
  } catch (error) {
    fail(error, draft, runner);
  }
  draft.finished = systemClock.now();
  await tell('done');
  await leave(draft, { runner, files, artifacts, inputs }).catch((error: unknown) =>
    runner.warning(`The report failed: ${messageOf(error)}`),
  );
  // The closing line comes last, so that it is seen.
  if (draft.error !== undefined) runner.error(draft.error.message.slice(0, 990));
  await Promise.all(closers.map((close) => close()));
  for (const signal of SIGNALS) process.off(signal, onSignal);
}
