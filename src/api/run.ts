/** How a job says which run asked for it, in full or by what stands for that. Pure. */
import type { Origin } from './objects.ts';

/** FNV-1a: enough to distinguish the runs that ask for one and the same job. */
export function sumOf(run: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(run)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** Whether this run is the one that asked. */
export function isRun(origin: Partial<Origin> | undefined, run: string | undefined): boolean {
  if (origin?.run === undefined || run === undefined) return false;
  return origin.runSum === undefined ? origin.run === run : origin.runSum === sumOf(run);
}
