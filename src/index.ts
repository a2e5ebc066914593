/** The one bundled entry: a worker thread of the sandbox, the post step, or the main step. */
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  const { startInWorker } = await import('./sandbox/trainer/worker.ts');
  await startInWorker();
} else if (process.env.STATE_isPost === 'true') {
  const { run } = await import('./post.ts');
  await run();
} else {
  const { run } = await import('./main.ts');
  await run();
}
