/**
 * What a step leaves to its post step of a deployment: the words that it would have said of it, kept before
 * it is asked for, because a step that is killed says nothing.
 */
import type { Runner } from '../ports.ts';
import type { World } from './step.ts';

const PREFIX = 'deployment_of_';

/** Keeps the words in place of those before; undefined when the step has said itself what there is to say. */
export function leaveDeployment({ runner }: Pick<World, 'runner'>, words: string | undefined): void {
  runner.saveState(`${PREFIX}${runner.context.step.replace(/\W+/g, '_')}`, words ?? '');
}

/** All that the uses of this action in the job left. */
export function leftDeployments(runner: Runner): readonly string[] {
  return runner.savedStates(PREFIX);
}
