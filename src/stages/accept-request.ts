/** What is asked of the platform, held against what it takes: refused by name before anything is sent. */
import { InputError } from '../errors.ts';
import { omissionRemarks, termProblems, termRemarks } from '../providers/terms.ts';
import { type World, warn } from '../run/step.ts';

/** @throws InputError with all that the platform has no counterpart for */
export function acceptRequest(world: World): void {
  const { inputs, connection } = world;
  const asked = { ...inputs, hasValidation: inputs.validation_file.length > 0 };
  const problems = termProblems(asked, connection.profile);
  if (problems.length > 0) throw new InputError(problems);
  for (const remark of termRemarks(asked, connection.profile)) warn(world, remark);
  for (const remark of omissionRemarks(asked, connection.profile)) world.runner.info(remark);
}
