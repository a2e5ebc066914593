/** How long an output may be. */

/** A value larger than this breaks `env:` in a later step. In bytes. */
export const LARGEST_OUTPUT = 100 * 1024;

/** Whether a value may be that of an output. */
export function fits(value: string): boolean {
  return Buffer.byteLength(value) <= LARGEST_OUTPUT;
}
