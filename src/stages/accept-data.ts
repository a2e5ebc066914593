/**
 * The data of a step from the inputs to the verdict: prepared, reported, and refused where it passes no
 * limit.
 */
import { ActionError } from '../errors.ts';
import type { World } from '../run/step.ts';
import { textOf } from '../words.ts';
import { acceptRequest } from './accept-request.ts';
import { budgetVerdict, capacityVerdict, dataVerdict, enforce, offlineVerdict } from './limits.ts';
import { findSources, type PreparedData, prepareData } from './prepare-data.ts';
import { reportData } from './report-data.ts';

/**
 * The data, where it may go on its way. What was found stands in log and record in any case.
 * @param offline whether the data must be readable without a provider
 * @throws ActionError when an input names nothing; DataError when the data does not pass
 */
export async function acceptData(world: World, offline = false): Promise<PreparedData> {
  const { inputs, connection } = world;
  await acceptRequest(world);
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
