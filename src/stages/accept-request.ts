/** What is asked of the platform, held against what it takes: refused by name before anything is sent. */
import { hyperparametersOf } from '../api/method.ts';
import { InputError } from '../errors.ts';
import { type World, warn } from '../run/step.ts';

/** @throws InputError with all that the platform has no counterpart for */
export async function acceptRequest(world: World): Promise<void> {
  const { inputs, connection } = world;
  const { title, terms } = connection.profile;
  // Who has no terms takes what the API describes; of that only settings may have another word here or there.
  if (terms === undefined && hyperparametersOf(inputs) === undefined) return;
  const { omissionRemarks, termProblems, termRemarks } = await import('../providers/terms.ts');
  const platform = { title, terms: await terms?.() };
  const asked = { ...inputs, hasValidation: inputs.validation_file.length > 0 };
  const problems = termProblems(asked, platform);
  if (problems.length > 0) throw new InputError(problems);
  for (const remark of termRemarks(asked, platform)) warn(world, remark);
  for (const remark of omissionRemarks(asked, platform)) world.runner.info(remark);
}
