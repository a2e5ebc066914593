/** The trainer's thread: its task comes with its start, and posts what happens. To stop it, terminate it. */
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../../errors.ts';
import type { TrainerReport, TrainerStart } from '../training.ts';
import { train } from './train.ts';

function isStart(data: unknown): data is TrainerStart {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === 'sandbox-trainer';
}

/** Runs the task of this thread. @throws when the thread was started for something else */
export async function startInWorker(): Promise<void> {
  if (!isStart(workerData)) throw new Error('This thread was not started as a trainer.');
  const post = (report: TrainerReport) => parentPort?.postMessage(report);
  try {
    for (const report of train(workerData.task)) post(report);
  } catch (error) {
    post({ kind: 'failed', message: messageOf(error) });
  }
}
