import { prepareData } from './data.ts';
import type { Step } from './step.ts';

/** The offline part of `create`: finds, checks and counts the data. Contacts no provider. */
export async function validate(step: Step): Promise<void> {
  await prepareData(step);
  step.draft.ending = 'valid';
  step.runner.info('The data passes.');
}
