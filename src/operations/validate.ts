import type { Step } from '../run/step.ts';
import { prepareData } from '../stages/prepare-data.ts';

/** The offline part of `create`: finds, checks and counts the data. Contacts no provider. */
export async function validate(step: Step): Promise<void> {
  await prepareData(step);
  step.draft.ending = 'valid';
  step.runner.info('The data passes.');
}
