/** Which story an operation tells. */
import { ActionError } from '../errors.ts';
import type { Operation } from '../inputs/inputs.ts';
import { create } from './create.ts';
import type { Step } from './step.ts';
import { validate } from './validate.ts';

const STORIES: Partial<Record<Operation, (step: Step) => Promise<void>>> = { create, validate };

/** Runs the operation of this step. @throws ActionError for one that is not built yet */
export function perform(step: Step): Promise<void> {
  const { operation } = step.inputs;
  const story = STORIES[operation];
  if (story === undefined) {
    throw new ActionError(
      `Input operation is "${operation}", which is not built yet; this version does ${Object.keys(STORIES).join(' and ')}.`,
    );
  }
  return story(step);
}
