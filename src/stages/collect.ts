/** What a job leaves besides its name: checkpoints and result files. What cannot be read is a warning. */
import type { Checkpoint, Job } from '../api/objects.ts';
import { weightOf } from '../api/weight.ts';
import { ProviderError } from '../errors.ts';
import { inPassing, type Work } from '../job/work.ts';
import { bestCheckpoint, decodeResultFile, resultReader } from '../report/metrics.ts';
import { inertLine } from '../report/text.ts';
import { type World, warn } from '../run/step.ts';

/** So many checkpoints are kept, and as many bytes of them; the best of all is kept in any case. */
const CHECKPOINTS = 2000;
const CHECKPOINT_BYTES = 8 * 1024 * 1024;
/** So many are looked at: a list that never ends is read no further. */
const MOST_CHECKPOINTS = 20_000;
/** A job has one result file, or one an epoch. */
const RESULT_FILES = 20;
/** Of all result files together. In bytes. */
const RESULT_BYTES = 16 * 1024 * 1024;

type Read = (world: World, job: Job, work: Work) => Promise<void>;

const readCheckpoints: Read = async (world, job, work) => {
  let [seen, kept, bytes] = [0, 0, 0];
  let best: Checkpoint | undefined;
  for await (const page of work.provider.checkpoints?.(job.id, inPassing(work)) ?? []) {
    seen += page.length;
    best = bestCheckpoint([...(best === undefined ? [] : [best]), ...page]);
    if (kept < CHECKPOINTS && bytes < CHECKPOINT_BYTES) {
      world.record.note({ kind: 'checkpoints', checkpoints: page });
      kept += page.length;
      bytes += weightOf(page);
    }
    if (seen >= MOST_CHECKPOINTS) break;
  }
  if (best !== undefined) world.record.note({ kind: 'checkpoints', checkpoints: [best] });
  if (seen >= MOST_CHECKPOINTS)
    warn(world, `Of the checkpoints only the first ${seen} were looked at; the best one is the best of these.`);
  else if (seen > kept) warn(world, `The report has ${kept} of the job's ${seen} checkpoints, the best one of all among them.`);
};

const readResults: Read = async (world, job, work) => {
  const { result } = work.provider;
  if (result === undefined) return;
  const ids = job.result_files ?? [];
  const { pointsOf } = resultReader();
  let bytes = 0;
  for (const [index, id] of ids.entries()) {
    if (index === RESULT_FILES || bytes >= RESULT_BYTES) {
      const most = `${RESULT_FILES} files and ${RESULT_BYTES / 1024 / 1024} MiB in all`;
      warn(
        world,
        `Of the job's ${ids.length} result files ${index} were read; at most ${most} are. The platform has the others.`,
      );
      return;
    }
    await tolerant(world, `The result file ${inertLine(id, 80)}`, async () => {
      const content = await work.attempt('extra', () => result(id, work.signal));
      bytes += content.length;
      const text = decodeResultFile(content);
      world.record.note({ kind: 'result file', file: { id, name: `${id}.csv`, text }, metrics: pointsOf(text) });
    });
  }
};

async function tolerant(world: World, what: string, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    warn(world, `${what} could not be read; the job is not affected. ${error.message}`);
  }
}

/** Reads what a job leaves besides its name. */
export async function collect(world: World, job: Job, work: Work): Promise<void> {
  await tolerant(world, 'The checkpoints', () => readCheckpoints(world, job, work));
  await readResults(world, job, work);
}
