/**
 * The data of a step from the inputs to the verdict: prepared, reported, and refused where it passes no
 * limit.
 */
import { isHarmless } from '../dataset/rules/rules.ts';
import { ActionError } from '../errors.ts';
import { annotations } from '../report/annotations.ts';
import { datasetLine, estimateLine } from '../report/log.ts';
import { maySeeRows, type World } from '../run/step.ts';
import { textOf } from '../words.ts';
import { acceptRequest } from './accept-request.ts';
import { budgetVerdict, capacityVerdict, dataVerdict, enforce, offlineVerdict } from './limits.ts';
import { findSources, type PreparedData, prepareData } from './prepare-data.ts';
import { repositoryPaths } from './repository-path.ts';

/**
 * The data, where it may go on its way. What was found stands in log and record in any case.
 * @param offline whether the data must be readable without a provider
 * @throws ActionError when an input names nothing; DataError when the data does not pass
 */
export async function acceptData(world: World, offline = false): Promise<PreparedData> {
  const { inputs, connection } = world;
  acceptRequest(world);
  const sources = await findSources(world);
  const readable = offlineVerdict(offline ? [sources.training, sources.validation] : []);
  if (!readable.passes) throw new ActionError(textOf(readable.reason, true));
  const data = await prepareData(world, sources);
  await reportData(world, data);
  enforce(
    dataVerdict(data.datasets, inputs),
    capacityVerdict(data.estimate, connection.profile),
    budgetVerdict(data.estimate, inputs, connection.profile),
  );
  return data;
}

/** A line a file, one for the estimate, annotations on the worst lines of the data. */
async function reportData(world: World, { datasets, estimate, price }: PreparedData): Promise<void> {
  const { record, runner, inputs } = world;
  const places = await repositoryPaths(world, datasets);
  record.note({ kind: 'data', datasets, estimate, price, repositoryPaths: places });
  for (const dataset of datasets) runner.info(datasetLine(dataset));
  if (estimate !== undefined) runner.info(estimateLine(estimate));
  for (const { rule, severity, message, path, line, column } of annotations(datasets, maySeeRows(inputs, runner.context))) {
    const file = places.get(path);
    const place = file === undefined ? undefined : { file, line, column };
    if (severity === 'error' || (inputs.strict && !isHarmless(rule))) runner.error(message, place);
    else runner.warning(message, place);
  }
}
