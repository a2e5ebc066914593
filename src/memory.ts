/** How much memory the engine takes before it collects what nobody needs any more. */

/**
 * Has it collect sooner, in all threads: as a rule nearly all of what a check or an answer makes is garbage
 * at once, and more room for it takes hundreds of megabytes and saves no time.
 */
export async function collectSooner(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  // New objects have a megabyte or two, and not up to a hundred.
  setFlagsFromString('--semi-space-growth-factor=1');
  // Old ones may grow by half before they are looked through, and not to four times of what is left.
  setFlagsFromString('--heap-growing-percent=50');
  // New ones are collected also while old ones are looked through bit by bit, else up to 28 MB wait for that.
  setFlagsFromString('--no-separate-gc-phases');
}
