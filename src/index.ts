/** The one bundled entry: a thread that examines data, the sandbox's trainer, the post step, or the main step. */
import { isMainThread, workerData } from 'node:worker_threads';

if (!isMainThread && workerData?.role === 'dataset-examiner') {
  const { serveExaminer } = await import('./dataset/helper.ts');
  await serveExaminer();
} else if (!isMainThread) {
  const { startInWorker } = await import('./sandbox/trainer/worker.ts');
  await startInWorker();
} else if (process.env.STATE_isPost === 'true') {
  const { run } = await import('./post.ts');
  await run();
} else {
  const { run } = await import('./main.ts');
  await run();
}
