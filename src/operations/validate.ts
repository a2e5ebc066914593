import type { Step } from '../run/step.ts';
import { acceptData } from '../stages/accept-data.ts';
import { checkStanding } from '../stages/model-standing.ts';

/** The offline part of `create`: finds, checks and counts the data. Contacts no provider. */
export async function validate(step: Step): Promise<void> {
  await acceptData(step, true);
  await checkStanding(step);
  step.record.note({ kind: 'ending', ending: 'valid' });
  step.runner.info('The data passes.');
}
