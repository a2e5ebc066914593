/** What a file of stories has: servers that are closed after each, and a time of its own for each. */
import { afterEach } from '@jest/globals';
import { type PlatformOptions, type RunningPlatform, startPlatform } from './platform.ts';
import { type StoryTime, storyTime } from './story-time.ts';

export interface Stories {
  /** The time of the story that is told now. */
  readonly time: StoryTime;
  /** A server in that time, closed when the story has been told. */
  platformOf(options?: PlatformOptions): Promise<RunningPlatform>;
}

/** @param usual what every server of these stories has, unless it is said otherwise */
export function stories(usual: PlatformOptions = {}): Stories {
  let time: StoryTime | undefined;
  const platforms: RunningPlatform[] = [];
  const now = () => {
    time ??= storyTime();
    return time;
  };
  afterEach(async () => {
    time = undefined;
    await Promise.all(platforms.splice(0).map((platform) => platform.close()));
  });
  return {
    get time() {
      return now();
    },
    async platformOf(options = {}) {
      const platform = await startPlatform({ now: now().now, ...usual, ...options });
      platforms.push(platform);
      return platform;
    },
  };
}
