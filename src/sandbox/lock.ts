/** The lock of the sandbox's folder: which process has it, so that no second one writes to it too. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { ActionError } from '../errors.ts';

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return Error.isError(error) && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, in the kernel's own measure; empty where no kernel tells. */
function beginningOf(pid: number): string {
  try {
    // The name of a program, in brackets, may hold anything.
    return readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)/s, '').split(' ')[20] ?? '';
  } catch {
    return '';
  }
}

/** The live process that a lock names. The number of one that has ended may be that of a stranger by now. */
function ownerOf(text: string): number | undefined {
  const [, number = '', began = ''] = /^(\d{1,10})(?: (\d+))?$/.exec(text.trim()) ?? [];
  const pid = Number(number);
  if (pid === 0 || !isThere(pid)) return undefined;
  const begins = beginningOf(pid);
  return began !== '' && begins !== '' && began !== begins ? undefined : pid;
}

/** What the lock says; empty where it is no file that says anything. */
function textOf(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Makes the lock file, or takes over that of a process that is gone.
 * @throws ActionError when its owner lives
 */
export function takeLock(lock: string): void {
  const folder = path.dirname(lock);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = openSync(lock, 'wx');
      writeSync(handle, `${process.pid} ${beginningOf(process.pid)}`.trim());
      closeSync(handle);
      return;
    } catch (error) {
      if (!(Error.isError(error) && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = ownerOf(textOf(lock));
    if (owner !== undefined)
      throw new ActionError(`The sandbox in ${folder} is in use by process ${owner}. Run steps that use it one after the other.`);
    rmSync(lock, { force: true, recursive: true });
  }
  throw new ActionError(`The sandbox in ${folder} cannot be locked. Run steps that use it one after the other.`);
}
