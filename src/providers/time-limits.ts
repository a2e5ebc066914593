/** How long a request may take. Pure. */

/** Seconds until a request without a complete answer is cut. */
export const LIMIT_SECONDS = 60;

/** The slowest line that is waited for. */
const BYTES_PER_SECOND = 100_000;

/** The same for a request that carries so many bytes, either way. */
export function secondsFor(bytes: number): number {
  return LIMIT_SECONDS + Math.ceil(bytes / BYTES_PER_SECOND);
}
