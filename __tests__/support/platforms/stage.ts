/** A platform on which a story is told, and the steps that are run against it. */
import { newFolder, type Outcome, type Run, runAction } from '../action.ts';
import { type PlatformOptions, type RunningPlatform, startPlatform } from '../platform.ts';
import { chatRow, jsonl, many, preferenceRow, reinforcementRow, write } from '../rows.ts';
import { type StoryTime, storyTime } from '../story-time.ts';
import type { Staged } from './staged.ts';

/** Data of every format, of as many rows as any platform asks for. */
export const workspace = newFolder('platforms-');
write(workspace, 'train.jsonl', jsonl(many(120, chatRow)));
write(workspace, 'pairs.jsonl', jsonl(many(120, preferenceRow)));
write(workspace, 'graded.jsonl', jsonl(many(120, reinforcementRow)));
write(workspace, 'few.jsonl', jsonl(many(99, reinforcementRow)));

export interface Stage {
  readonly staged: Staged;
  readonly platform: RunningPlatform;
  readonly time: StoryTime;
  step(inputs?: Run['inputs'], more?: Partial<Run>): Promise<Outcome>;
  /** How often a call was made. */
  count(call: string): number;
}

/** A step against a platform, with the inputs that the platform needs. */
export const stepAt = (staged: Staged, platform: RunningPlatform, time: StoryTime, more: Partial<Run>): Promise<Outcome> =>
  runAction({
    workspace,
    time,
    env: { ...staged.env },
    ...more,
    inputs: {
      provider: staged.provider,
      training_file: 'train.jsonl',
      base_url: platform.url,
      artifact_name: '',
      ...staged.inputs,
      ...more.inputs,
    },
  });

/** Tells a story on a platform of its own. */
export async function onStage<Result>(
  staged: Staged,
  options: PlatformOptions,
  story: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const time = storyTime();
  const all = { now: time.now, ...options };
  const platform = await startPlatform(all, staged.make(all));
  const step: Stage['step'] = (inputs = {}, more = {}) => stepAt(staged, platform, time, { ...more, inputs });
  try {
    return await story({ staged, platform, time, step, count: (call) => platform.calls.filter((one) => one === call).length });
  } finally {
    await platform.close();
  }
}
