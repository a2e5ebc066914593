/**
 * The data of a step: found, checked and counted. What it returns is neither written anywhere nor judged
 * here.
 */

import type { Dataset } from '../dataset/dataset.ts';
import { formatFault } from '../dataset/likeness/format-fault.ts';
import { type CheckedDataset, joinedBytes } from '../dataset/scan/check.ts';
import { type Source, sourceOf } from '../dataset/sources.ts';
import { ActionError } from '../errors.ts';
import { uploadName } from '../job/upload-name.ts';
import { verifiedBytes } from '../job/verified-bytes.ts';
import type { Files } from '../ports.ts';
import type { Upload } from '../providers/port.ts';
import type { Findings } from '../report/findings.ts';
import { type World, warn } from '../run/step.ts';
import { asCancelled, checkData } from './check-data.ts';
import { estimateOf, priceOf } from './estimate.ts';

/** One file of the create call: bytes to send, or the ID of a file that the provider has. */
export type DataFile =
  | { readonly kind: 'upload'; readonly upload: Upload; readonly contentSha256: string }
  | { readonly kind: 'id'; readonly id: string };

/** Where the data comes from. */
export interface Sources {
  readonly training: Source;
  readonly validation: Source | undefined;
}

export interface PreparedData extends Pick<Findings, 'datasets' | 'estimate' | 'price'> {
  readonly training: DataFile;
  readonly validation: DataFile | undefined;
}

/** What the inputs name. @throws ActionError when it is nothing */
export async function findSources(world: World): Promise<Sources> {
  const { inputs, files } = world;
  const say = (text: string) => warn(world, text);
  const training = await sourceOf('training_file', inputs.training_file, files, say);
  const validation = await sourceOf('validation_file', inputs.validation_file, files, say);
  if (training === undefined) throw new ActionError('Input training_file is missing.');
  return { training, validation };
}

/** Checks and counts the data. @throws AbortedError when the run is cancelled meanwhile */
export async function prepareData(world: World, sources: Sources): Promise<PreparedData> {
  const training = await prepareFile(world, 'training_file', sources.training);
  const validation =
    sources.validation === undefined ? undefined : await prepareFile(world, 'validation_file', sources.validation);
  return {
    training: training.file,
    validation: validation?.file,
    datasets: await withOverlap(training.checked, validation?.checked).catch(asCancelled(world)),
    estimate:
      training.checked === undefined ? undefined : estimateOf(world, training.checked.dataset, validation?.checked?.dataset),
    price: priceOf(world, world.inputs.model ?? ''),
  };
}

interface PreparedFile {
  readonly file: DataFile;
  /** Undefined for a file by ID, whose bytes are not here. */
  readonly checked: CheckedDataset | undefined;
}

async function prepareFile(world: World, role: Dataset['role'], source: Source): Promise<PreparedFile> {
  if (source.kind === 'id') return { file: source, checked: undefined };
  const checked = await checkData(world, role, source.paths);
  return { file: uploadOf(world.files, checked.dataset), checked };
}

/** The bytes of the create call: read anew when they are sent, and proved to be those that were checked. */
function uploadOf(files: Files, { paths, bytes, rows, sha256, contentSha256 }: Dataset): DataFile {
  const open = () =>
    verifiedBytes(
      joinedBytes(paths, (path) => files.read(path)),
      sha256,
    );
  return { kind: 'upload', upload: { filename: uploadName(paths[0] ?? '', sha256), bytes, rows, sha256, open }, contentSha256 };
}

/** The datasets, with what both share reported on the validation data. */
async function withOverlap(training: CheckedDataset | undefined, validation: CheckedDataset | undefined): Promise<Dataset[]> {
  if (validation === undefined) return training === undefined ? [] : [training.dataset];
  if (training === undefined) return [validation.dataset];
  const fault = formatFault(training.dataset, validation.dataset);
  if (fault !== undefined) return [training.dataset, withProblem(validation.dataset, fault)];
  const { overlap, overlapCounts } = await import('../dataset/likeness/overlap.ts');
  const shared = await overlap(training, validation);
  const { dataset } = validation;
  const counts = [...dataset.counts, ...overlapCounts(shared)];
  return [training.dataset, { ...dataset, problems: [...dataset.problems, ...shared], counts }];
}

function withProblem(dataset: Dataset, problem: Dataset['problems'][number]): Dataset {
  const { rule, severity } = problem;
  return { ...dataset, problems: [...dataset.problems, problem], counts: [...dataset.counts, { rule, severity, count: 1 }] };
}
