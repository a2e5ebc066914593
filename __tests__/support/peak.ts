/** What a process has taken of memory at most, as Linux counts it. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Often enough to see what comes last; the kernel keeps the highest. In milliseconds. */
const EVERY = 20;

/** Follows a process from its start. @returns the peak so far, in MB; 0 where no kernel tells */
export function peakOf(child: ChildProcess): () => number {
  let peak = 0;
  const look = () => {
    try {
      peak = Math.max(peak, Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      clearInterval(timer);
    }
  };
  const timer = setInterval(look, EVERY);
  child.on('close', () => clearInterval(timer));
  return () => peak / 1024;
}
