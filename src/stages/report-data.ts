/** What was found in data, as whoever reads the log sees it. */
import { isHarmless } from '../dataset/rules/rules.ts';
import { annotations } from '../report/annotations.ts';
import type { Findings } from '../report/findings.ts';
import { datasetLine, estimateLine } from '../report/log.ts';
import { maySeeRows, type World } from '../run/step.ts';
import { repositoryPaths } from './repository-path.ts';

/** A line a file, one for the estimate, annotations on the worst lines of the data. */
export async function reportData(
  world: World,
  { datasets, estimate, price }: Pick<Findings, 'datasets' | 'estimate' | 'price'>,
): Promise<void> {
  const { record, runner, inputs } = world;
  const places = await repositoryPaths(world, datasets);
  record.note({ kind: 'data', datasets, estimate, price, repositoryPaths: places });
  for (const dataset of datasets) runner.info(datasetLine(dataset));
  if (estimate !== undefined) runner.info(estimateLine(estimate));
  for (const { rule, severity, message, path, line, column } of annotations(datasets, maySeeRows(inputs, runner.context))) {
    const place = { file: places.get(path), line, column };
    if (severity === 'error' || (inputs.strict && !isHarmless(rule))) runner.error(message, place);
    else runner.warning(message, place);
  }
}
