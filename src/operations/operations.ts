/** Which story an operation tells. */
import { ActionError } from '../errors.ts';
import type { Operation } from '../inputs/inputs.ts';
import type { Step } from './step.ts';

type Story = (step: Step) => Promise<void>;

/** Each is loaded when it is told. */
const STORIES: Partial<Record<Operation, () => Promise<Story>>> = {
  create: async () => (await import('./create.ts')).create,
  validate: async () => (await import('./validate.ts')).validate,
};

/** Runs the operation of this step. @throws ActionError for one that is not built yet */
export async function perform(step: Step): Promise<void> {
  const { operation } = step.inputs;
  const story = await STORIES[operation]?.();
  if (story === undefined) {
    throw new ActionError(
      `Input operation is "${operation}", which is not built yet; this version does ${Object.keys(STORIES).join(' and ')}.`,
    );
  }
  await story(step);
}
