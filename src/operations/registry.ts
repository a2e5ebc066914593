/** Which story an operation tells. */
import type { Operation } from '../inputs/inputs.ts';
import type { Step } from '../run/step.ts';

type Story = (step: Step) => Promise<void>;

const looking = () => import('./inspect.ts');
const changing = () => import('./verbs.ts');

/** Each is loaded when it is told. */
const STORIES: Readonly<Record<Operation, () => Promise<Story>>> = {
  create: async () => (await import('./create.ts')).create,
  validate: async () => (await import('./validate.ts')).validate,
  wait: async () => (await import('./wait.ts')).wait,
  retrieve: async () => (await looking()).retrieve,
  list: async () => (await looking()).list,
  list_events: async () => (await looking()).listEvents,
  list_checkpoints: async () => (await looking()).listCheckpoints,
  cancel: async () => ((verbs) => verbs.verb(verbs.VERBS.cancel))(await changing()),
  pause: async () => ((verbs) => verbs.verb(verbs.VERBS.pause))(await changing()),
  resume: async () => ((verbs) => verbs.verb(verbs.VERBS.resume))(await changing()),
};

/** Runs the operation of this step. @throws whatever stops it */
export async function perform(step: Step): Promise<void> {
  const story = await STORIES[step.inputs.operation]();
  await story(step);
}
