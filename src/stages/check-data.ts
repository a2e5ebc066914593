/** The check of a file of data, as the inputs of this step and the profile of its platform ask for it. */
import { availableParallelism } from 'node:os';
import type { Dataset } from '../dataset/dataset.ts';
import type { DataProfile } from '../dataset/profile.ts';
import { type CheckedDataset, type CheckRequest, checkDataset, isWorthAThread } from '../dataset/scan/check.ts';
import type { GivenTokenizer } from '../dataset/tokens/given-tokenizer.ts';
import { AbortedError } from '../errors.ts';
import { collectSooner } from '../memory.ts';
import { takesOf } from '../models/takes.ts';
import type { World } from '../run/step.ts';

/** From so many bytes on it matters how much memory reading them takes. */
const MUCH = 4_000_000;

/** Checks the files of one role: those of the workspace, or copies of another version of them. */
export async function checkData(
  world: World,
  role: Dataset['role'],
  paths: readonly string[],
  countTokens = true,
): Promise<CheckedDataset> {
  const { inputs, connection, files, runner } = world;
  const [sizes, models] = await Promise.all([Promise.all(paths.map((path) => files.size(path))), connection.profile.models?.()]);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > MUCH) await collectSooner();
  const asked = role === 'evaluation_file';
  const reinforcement = inputs.method?.type === 'reinforcement' && !asked ? inputs.method.reinforcement : undefined;
  const { data } = connection.profile;
  let done = 0;
  const watched = async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      yield piece;
      done += piece.length;
      runner.progress?.('Checking', done, bytes);
    }
  };
  const counting = { countTokens, exactTokensUpTo: inputs.exact_tokens_up_to_mb * 1_000_000 };
  const checking = checkDataset({
    role,
    paths,
    // Rows to be asked are conversations, whatever is trained.
    method: asked ? 'supervised' : (inputs.method?.type ?? 'supervised'),
    model: inputs.model ?? '',
    read: (path, take) => watched(files.scan(path, take)),
    size: bytes,
    readRange: files.ranges(),
    entry: availableParallelism() > 1 && isWorthAThread(bytes, counting) ? world.entry : undefined,
    rules: {
      ...(asked ? forAsking(data, inputs.min_rows) : data),
      model: takesOf(inputs.model ?? '', models),
    },
    allowSecrets: inputs.allow_secrets,
    ...counting,
    tokenizer: await givenTokenizer(world),
    ...(reinforcement === undefined ? {} : await readBy(reinforcement.grader)),
    hasResponseFormat: reinforcement?.response_format !== undefined,
    signal: world.signal,
  });
  return checking.catch(asCancelled(world));
}

/** What the grader reads of each row, and what it names that nothing fills. */
async function readBy(grader: unknown): Promise<Pick<CheckRequest, 'graderItems' | 'unknownReferences' | 'usesOutputJson'>> {
  const { itemReads, readsOutputJson, unknownReferences } = await import('../evaluation/grader-reads.ts');
  return {
    graderItems: itemReads(grader),
    unknownReferences: unknownReferences(grader),
    usesOutputJson: readsOutputJson(grader),
  };
}

/** What is asked of rows that no platform trains on. */
function forAsking(
  { textRows: _, takesTurns: __, systemFirst: ___, severities: ____, ...data }: DataProfile,
  minimumRows: number,
): DataProfile {
  return { ...data, minimumRows };
}

/** The tokenizer that the inputs name. */
export async function givenTokenizer({ inputs: { tokenizer: path }, files }: World): Promise<GivenTokenizer | undefined> {
  return path === undefined ? undefined : { path, json: await files.readText(path) };
}

/** What ended a check is the cancelled run, where it was cancelled. */
export function asCancelled({ signal }: World) {
  return (error: unknown): never => {
    if (!signal.aborted) throw error;
    throw new AbortedError('The run was cancelled while the data was being checked; nothing was sent.');
  };
}
