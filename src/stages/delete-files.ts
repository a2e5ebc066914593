/** `delete_files: after_success`: what this run uploaded goes when its job has its model. */
import { isTerminal } from '../api/objects.ts';
import { AbortedError, ProviderError } from '../errors.ts';
import type { Work } from '../job/work.ts';
import { type World, warn } from '../run/step.ts';

/** A file that this run has sent. */
export interface SentFile {
  readonly id: string;
  /** Its name is what proves which job it belongs to, on a server that keeps no metadata. */
  readonly proves: boolean;
}

/** The files of the jobs that have not ended. @throws ProviderError when they cannot be seen */
async function filesInUse(work: Work): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for await (const jobs of work.provider.jobs(undefined, work))
    for (const { state, training_file, validation_file } of jobs)
      if (!isTerminal(state)) for (const id of [training_file, validation_file]) if (id) used.add(id);
  return used;
}

/** Deletes the files; what cannot be deleted is a warning. */
export async function deleteFiles(world: World, files: readonly SentFile[], work: Work): Promise<void> {
  if (world.inputs.delete_files !== 'after_success') return;
  const { deleteFile } = work.provider;
  if (deleteFile === undefined) return;
  if (files.length === 0) return;
  const used = await filesInUse(work).catch((error: unknown) => {
    if (error instanceof ProviderError || error instanceof AbortedError) return error;
    throw error;
  });
  if (used instanceof Error) {
    warn(world, `No file is deleted: it could not be seen whether another job trains on one. ${used.message}`);
    return;
  }
  for (const { id, proves } of files) {
    if (used.has(id)) {
      work.say(`The file ${id} is kept: another job trains on it.`);
      continue;
    }
    if (proves) {
      warn(
        world,
        `The file ${id} is kept: this server keeps no metadata, and only its name shows a later run that the job exists.`,
      );
      continue;
    }
    try {
      await work.attempt('extra', () => deleteFile(id, work.signal));
      work.say(`Deleted the file ${id} (delete_files: after_success).`);
    } catch (error) {
      const gone = error instanceof ProviderError && error.facts.kind === 'missing';
      if (!gone && !(error instanceof ProviderError) && !(error instanceof AbortedError)) throw error;
      if (!gone) warn(world, `The file ${id} could not be deleted; the job is not affected. ${error.message}`);
    }
  }
}
